package io.cutovergate.testbed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** For every fault of the dev environment what an outsider sees of it. Each says whether the symptom shows now. */
record Symptoms(Visitor visitor, int scriptLength, String migrations, String firstChecksum) {
    private static final String LIVE = "/health/live";
    private static final String PRODUCTS = "/api/products?limit=5";
    private static final String MIGRATIONS = "select count(*) from flyway_schema_history";
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofMillis(390);
    private static final Duration FARTHER = Duration.ofMillis(30);

    static Symptoms of(Visitor visitor) throws IOException {
        Symptoms none =
                new Symptoms(visitor, visitor.get("www", "/app.js").body().length(), "", "");
        return new Symptoms(
                visitor,
                none.scriptLength,
                none.sql(MIGRATIONS),
                none.sql("select checksum from flyway_schema_history where installed_rank = 1"));
    }

    Map<String, Callable<Boolean>> byFault() {
        return Map.ofEntries(
                Map.entry("backend-down", () -> status("api", LIVE) == 503),
                Map.entry(
                        "replica-killed",
                        () -> seen(answer -> answer.header("X-Instance")).size() < 2),
                Map.entry("database-down", () -> status("api", "/health/ready") == 503),
                Map.entry("worker-stopped", () -> effectsOfAJob() == 0),
                Map.entry("oidc-down", () -> status("id", "/shop/jwks") == 503),
                Map.entry(
                        "admin-for-all",
                        () -> visitor.getAs(visitor.token(), "/api/admin/stats").status() == 200),
                Map.entry("log-shipping-stopped", () -> !logged()),
                Map.entry("metrics-stopped", () -> !scraped()),
                Map.entry("traces-lost", () -> !traced()),
                Map.entry("trace-broken", () -> !traced()),
                Map.entry("old-version", () -> seen(Visitor.Answer::body).stream()
                        .anyMatch(body -> body.contains("sha256:0000"))),
                Map.entry(
                        "auth-disabled",
                        () -> visitor.getAs(forged(), "/api/me").status() != 401),
                Map.entry(
                        "issuer-mismatch",
                        () -> visitor.getAs(visitor.token(), "/api/me").status() == 401),
                Map.entry(
                        "script-damaged",
                        () -> visitor.get("www", "/app.js").body().length() < scriptLength),
                Map.entry("asset-missing", () -> status("www", "/logo.svg") == 404),
                Map.entry("live-route-broken", () -> status("api", LIVE) == 502),
                Map.entry("api-errors", () -> status("api", PRODUCTS) == 502),
                Map.entry("api-slow", () -> tookAtLeast(Duration.ofSeconds(3))),
                Map.entry(
                        "maintenance-page", () -> visitor.get("www", "/").body().contains("back soon")),
                Map.entry("errors-under-load", () -> IntStream.range(0, 20)
                        .anyMatch(i -> unchecked(() -> status("api", PRODUCTS)) == 503)),
                Map.entry("slow-under-load", () -> tookAtLeast(SLOW)),
                Map.entry("target-farther", this::isFarther),
                Map.entry("commits-unflushed", () -> sql("show synchronous_commit")
                        .equals("off")),
                Map.entry("no-failover", this::errorAfterAKill),
                Map.entry("tls-untrusted", () -> refused("unable to find valid certification path")),
                Map.entry("tls-wrong-name", () -> refused("No subject alternative DNS name matching")),
                Map.entry("tls-expiring", () -> daysLeft() == 5),
                Map.entry("tls-expired", () -> refused("validity check failed")),
                Map.entry("tls-incomplete-chain", () -> refused("unable to find valid certification path")),
                Map.entry("tls-wrong-key", () -> refused("ignature")),
                Map.entry(
                        "tls-leaf-is-authority",
                        () -> visitor.certificate("api").getBasicConstraints() >= 0),
                Map.entry("tls-revoked", () -> visitor.certificate("api").getExtensionValue("2.5.29.31") != null),
                Map.entry("tls-cbc-only", () -> visitor.certificate("api")
                        .getPublicKey()
                        .getAlgorithm()
                        .equals("RSA")),
                Map.entry(
                        "answer-undocumented",
                        () -> visitor.get("api", LIVE).body().contains("state")),
                Map.entry("text-refused", () -> visitor.postText(LIVE).status() == 500),
                Map.entry("hsts-missing", () -> visitor.get("api", LIVE)
                        .header("Strict-Transport-Security")
                        .isEmpty()),
                Map.entry("dns-wrong", this::connectionRefused),
                Map.entry("migration-failed", () -> sql("select bool_and(success) from flyway_schema_history")
                        .equals("f")),
                Map.entry("migration-missing", () -> sql("select count(*) from flyway_schema_history")
                        .equals("6")),
                Map.entry(
                        "migration-locked",
                        () ->
                                sql("select count(*) from pg_locks where locktype = 'advisory' and classid between 18027 and 18029")
                                        .equals("1")),
                Map.entry(
                        "migration-changed",
                        () -> !sql("select checksum from flyway_schema_history where installed_rank = 1")
                                .equals(firstChecksum)),
                Map.entry(
                        "connections-limited", () -> sql("select datconnlimit from pg_database where datname = 'shop'")
                                .equals("60")),
                Map.entry(
                        "extension-not-allowed",
                        () -> !sql("select coalesce(current_setting('azure.extensions', true), '')")
                                .isEmpty()),
                Map.entry("role-missing", () -> sql("select count(*) from pg_roles where rolname = 'reporting'")
                        .equals("0")),
                Map.entry(
                        "products-wrong",
                        () -> visitor.get("api", PRODUCTS).body().contains("Not what you ordered")),
                Map.entry(
                        "jobs-not-parked",
                        () -> sql("select count(*) from pg_trigger where tgname = 'testbed_unparked'")
                                .equals("1")),
                Map.entry(
                        "job-stuck",
                        () ->
                                sql("select count(*) from scheduled_tasks where picked and last_heartbeat < now() - interval '30 min'")
                                        .equals("1")),
                Map.entry("jobs-not-retried", this::parkedAtOnce),
                Map.entry("job-doubled", () -> effectsOfAJob() == 2),
                Map.entry(
                        "queue-backlog",
                        () ->
                                sql("select count(*) > 200 from scheduled_tasks where execution_time < now() - interval '5 min'")
                                        .equals("t")));
    }

    private int status(String label, String path) throws IOException {
        return visitor.get(label, path).status();
    }

    private Set<String> seen(Function<Visitor.Answer, String> what) throws IOException {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            values.add(what.apply(visitor.get("api", "/version")));
        }
        return values;
    }

    private int effectsOfAJob() throws IOException {
        String id = UUID.randomUUID().toString();
        visitor.postAs("none", "/api/jobs/probe", "{\"id\":\"" + id + "\",\"fail\":false}");
        String count = "select count(*) from job_effects where probe = '" + id + "'";
        return happens(() -> !sql(count).equals("0")) ? Integer.parseInt(sql(count)) : 0;
    }

    private boolean parkedAtOnce() throws IOException {
        String id = UUID.randomUUID().toString();
        visitor.postAs("none", "/api/jobs/probe", "{\"id\":\"" + id + "\",\"fail\":true}");
        return happens(() -> sql("select count(*) from parked_jobs where attempts = 1 and task_instance = '" + id + "'")
                .equals("1"));
    }

    private boolean logged() throws IOException {
        String query = URLEncoder.encode("{app=\"gateway\",side=\"target\"} |= \"products\"", StandardCharsets.UTF_8);
        long before = System.currentTimeMillis() - 1;
        status("api", PRODUCTS);
        String url = visitor.variable("TESTBED_LOGS") + "/loki/api/v1/query_range?query=" + query + "&start="
                + before * 1_000_000;
        return happens(() -> Visitor.plain("GET", url, null, null).contains("/api/products"));
    }

    private boolean scraped() throws IOException {
        String url =
                visitor.variable("TESTBED_METRICS") + "/federate?match[]=http_requests_total%7Bjob=%22backend%22%7D";
        String before = unchecked(() -> values(Visitor.plain("GET", url, null, null)));
        status("api", PRODUCTS);
        return happens(() -> !values(Visitor.plain("GET", url, null, null)).equals(before));
    }

    private boolean traced() throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        visitor.getWith("traceparent", "00-" + trace + "-00f067aa0ba902b7-01", PRODUCTS);
        String url = visitor.variable("TESTBED_TRACES") + "/api/traces/" + trace;
        return happens(() -> Visitor.plain("GET", url, null, null).contains("\"serviceName\":\"backend\""));
    }

    /** Series and values without their times. */
    private static String values(String exposition) {
        return exposition
                .lines()
                .map(line -> line.substring(0, Math.max(0, line.lastIndexOf(' '))))
                .collect(Collectors.joining("\n"));
    }

    private String forged() throws IOException {
        String token = visitor.token();
        return token.substring(0, token.lastIndexOf('.') + 1) + "x".repeat(342);
    }

    /** The fastest answers of the API beside those of what is not concerned: a busy machine is as slow for both. */
    private boolean isFarther() throws IOException {
        return fastest("api", PRODUCTS).minus(fastest("www", "/")).compareTo(FARTHER) >= 0;
    }

    private Duration fastest(String label, String path) throws IOException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            status(label, path);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return Duration.ofNanos(fastest);
    }

    private boolean tookAtLeast(Duration time) throws IOException {
        long start = System.nanoTime();
        status("api", PRODUCTS);
        return System.nanoTime() - start >= time.toNanos();
    }

    /** Kills the process of a backend, as nobody announced, and looks whether users notice. */
    private boolean errorAfterAKill() throws IOException {
        String before = Visitor.pid(visitor, "backend-2");
        ProcessHandle.of(Long.parseLong(before)).orElseThrow().destroyForcibly();
        boolean error = IntStream.range(0, 6).anyMatch(i -> unchecked(() -> status("api", PRODUCTS)) == 503);
        boolean restarted = happens(() -> !Visitor.pid(visitor, "backend-2").equals(before));
        return error && !restarted;
    }

    private boolean refused(String reason) throws IOException {
        try {
            visitor.get("api", LIVE);
            return false;
        } catch (SSLHandshakeException e) {
            return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(reason));
        }
    }

    private long daysLeft() throws IOException {
        return Duration.between(
                        java.time.Instant.now(),
                        visitor.certificate("api").getNotAfter().toInstant())
                .toDays();
    }

    private boolean connectionRefused() throws IOException {
        try {
            visitor.get("api", LIVE);
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private String sql(String query) {
        try {
            return Visitor.sql(visitor, "TARGET", query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean happens(Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(SOON).until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
