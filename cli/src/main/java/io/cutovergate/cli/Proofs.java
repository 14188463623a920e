package io.cutovergate.cli;

import static io.cutovergate.harness.Gate.CUTOVER;
import static io.cutovergate.harness.Gate.DECOMMISSION;
import static io.cutovergate.harness.Gate.DEV;
import static io.cutovergate.harness.Gate.POST_CUTOVER;
import static io.cutovergate.harness.Gate.PRE_CUTOVER;
import static io.cutovergate.harness.Gate.ROLLBACK;
import static io.cutovergate.harness.Gate.STAGING;
import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.UNPROVEN;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.Status;
import java.util.List;

/**
 * Which fault breaks which claim, and what else may turn with it. A claim without a fault does not merge: a test holds
 * this list against the register.
 */
final class Proofs {

    /** Everything that is asked over HTTPS: nobody trusts, so nobody asks. */
    private static final List<String> ALL_OVER_TLS = List.of(
            "services-deployed",
            "api-responds",
            "frontend-renders",
            "authentication-works",
            "background-jobs-execute",
            "monitoring-and-logging");
    /** Everything that stands on a service that answers. */
    private static final List<String> BLOCKED = List.of(
            "api-responds",
            "frontend-renders",
            "authentication-works",
            "background-jobs-execute",
            "monitoring-and-logging");

    private static final List<String> NONE = List.of();

    /** What is judged after a step that fails is not judged at all. */
    private static final List<String> STOPPED = List.of(
            "api-responds",
            "data-integrity",
            "data-migration-completes",
            "source-read-only",
            "way-back-armed",
            "work-in-flight-moved",
            "traffic-switched",
            "zero-downtime",
            "no-write-lost",
            "services-deployed",
            "frontend-renders",
            "authentication-works",
            "background-jobs-execute",
            "ssl-certificates-valid",
            "source-serves",
            "rollback-in-time",
            "writes-reconciled");

    // spotless:off: a table
    static final List<Proof> ALL = List.of(
            dev("backend-down", "services-deployed/health-endpoint-answers", FAILED, "backend ready at target", BLOCKED),
            dev("database-down", "services-deployed/health-endpoint-answers", FAILED, "backend ready at target",
                    List.of("migrations-applied", "api-responds", "frontend-renders", "authentication-works",
                            "background-jobs-execute", "monitoring-and-logging", "target-can-host")),
            dev("live-route-broken", "services-deployed/health-endpoint-answers", FAILED, "live at target", BLOCKED),
            dev("dns-wrong", "services-deployed/health-endpoint-answers", UNPROVEN, "nobody answers", 
                    List.of("api-responds", "frontend-renders", "authentication-works", "background-jobs-execute",
                            "monitoring-and-logging", "ssl-certificates-valid")),
            dev("replica-killed", "services-deployed/enough-replicas-answer", FAILED, "rule: at least 2", NONE),
            dev("old-version", "services-deployed/reports-the-judged-release", FAILED, "release.backend", NONE),
            dev("migration-failed", "migrations-applied/nothing-failed-or-locked", FAILED, "failed migrations of main", NONE),
            dev("migration-missing", "migrations-applied/exactly-the-expected-are-applied", FAILED, "7 heartbeat", NONE),
            dev("migration-locked", "migrations-applied/nothing-failed-or-locked", FAILED, "holders of the lock of main", NONE),
            dev("migration-changed", "migrations-applied/exactly-the-expected-are-applied", FAILED,
                    "changed since they were applied of main at target is 1 catalogue", NONE),
            dev("products-wrong", "api-responds/answers-as-expected", FAILED, "services.backend.requests.json", NONE),
            dev("api-errors", "api-responds/answers-as-expected", FAILED, "rule: exactly 200",
                    List.of("frontend-renders", "monitoring-and-logging")),
            dev("answer-untyped", "api-responds/answers-as-expected", FAILED,
                    "breaches of its schema of backend GET /api/products/{first} at target is 1", NONE),
            dev("redirect-astray", "api-responds/answers-as-expected", FAILED,
                    "header Location of backend GET /api/catalogue at target is /api/gone", NONE),
            dev("answers-uncompressed", "api-responds/answers-as-expected", FAILED,
                    "header Content-Encoding of backend GET /api/products?limit=100 at target is absent", NONE),
            dev("cors-method-lost", "api-responds/admits-declared-origins", FAILED,
                    "reasons of a browser to withhold DELETE from https://www.dev.shop.test", NONE),
            dev("origin-reflected", "api-responds/admits-no-other-origin", FAILED,
                    "origin https://cutover-gate.invalid let in of backend at target is true", NONE),
            dev("sniffing-allowed", "api-responds/sends-security-headers", FAILED,
                    "header X-Content-Type-Options of backend at target is absent; rule: exactly nosniff", NONE),
            dev("version-told", "api-responds/sends-security-headers", FAILED,
                    "headers that tell a version of frontend at target is 1", NONE),
            dev("errors-as-pages", "api-responds/errs-in-its-own-form", FAILED,
                    "Content-Type of the error of backend at target is text/html", NONE),
            dev("trace-told", "api-responds/errs-in-its-own-form", FAILED,
                    "stack trace in the error of backend at target is true", NONE),
            dev("body-limit-lowered", "api-responds/limits-bodies-as-declared", FAILED,
                    "body of 65536 bytes taken of backend at target is false", NONE),
            dev("oversize-fails", "api-responds/limits-bodies-as-declared", FAILED,
                    "status of a body of 65537 bytes of backend at target is 502; rule: exactly 413", NONE),
            dev("websocket-blocked", "api-responds/opens-the-web-socket", FAILED,
                    "status of the opening handshake of frontend at target is", NONE),
            dev("http2-lost", "api-responds/speaks-http2", FAILED,
                    "protocol of the answer of backend at target is http/1.1; rule: exactly h2", NONE),
            dev("api-slow", "api-responds/answers-in-time", FAILED, "limits.api-responds.within", NONE),
            dev("answer-undocumented", "api-responds/answers-as-documented", FAILED,
                    "breaches of the document by GET /health/live", NONE),
            dev("text-refused", "api-responds/refuses-nonsense", FAILED, "with an unknown media type", NONE),
            dev("auth-disabled", "authentication-works/refuses-the-token", FAILED, "rule: exactly 401", List.of("api-responds")),
            dev("token-not-needed", "authentication-works/refuses-the-token", FAILED,
                    "status of no token at target is 200", NONE),
            dev("token-signature-ignored", "authentication-works/refuses-the-token", FAILED,
                    "status of forged token at target is 200", NONE),
            dev("token-key-believed", "authentication-works/refuses-the-token", FAILED,
                    "status of token of another key at target is 200", NONE),
            dev("token-unsigned-taken", "authentication-works/refuses-the-token", FAILED,
                    "status of alg none at target is 200", NONE),
            dev("token-secret-public", "authentication-works/refuses-the-token", FAILED,
                    "status of public key as secret at target is 200", NONE),
            dev("token-expiry-ignored", "authentication-works/refuses-the-token", FAILED,
                    "status of expired token at target is 200", NONE),
            dev("token-start-ignored", "authentication-works/refuses-the-token", FAILED,
                    "status of early token at target is 200", NONE),
            dev("token-audience-ignored", "authentication-works/refuses-the-token", FAILED,
                    "status of wrong audience at target is 200", NONE),
            dev("token-issuer-ignored", "authentication-works/refuses-the-token", FAILED,
                    "status of wrong issuer at target is 200", NONE),
            dev("cookie-bare", "authentication-works/login-is-accepted", FAILED,
                    "missing protection of cookie shop_session of session at target is Secure, HttpOnly, SameSite", NONE),
            dev("form-token-ignored", "authentication-works/refuses-the-form-without-its-token", FAILED,
                    "login form without its token taken of form at target is true; rule: exactly false", NONE),
            dev("session-outlives", "authentication-works/login-is-accepted", FAILED,
                    "session taken after its logout of form at target is true; rule: exactly false", NONE),
            dev("certificate-not-needed", "authentication-works/refuses-the-certificate", FAILED,
                    "served of no certificate (partner) at target is true; rule: exactly false", NONE),
            dev("certificates-unverified", "authentication-works/refuses-the-certificate", FAILED,
                    "served of certificate of another authority (partner) at target is true; rule: exactly false", NONE),
            dev("logout-unheard", "authentication-works/provider-logout-ends-the-session", FAILED,
                    "session taken after a logout at the provider of provider at target is true; rule: exactly false", NONE),
            dev("refresh-refused", "authentication-works/login-is-accepted", FAILED, "status of the refresh of", NONE),
            dev("codes-replayed", "authentication-works/code-is-taken-once", FAILED,
                    "status of a code sent again of browser at target is 200; rule: exactly 400", NONE),
            dev("verifier-ignored", "authentication-works/code-is-taken-once", FAILED,
                    "status of a code with another verifier of browser at target is 200; rule: exactly 400", NONE),
            dev("logout-ignored", "authentication-works/login-is-accepted", FAILED,
                    "status of the refresh after logout of", NONE),
            dev("admin-for-all", "authentication-works/refuses-without-the-role", FAILED, "rule: exactly 403",
                    List.of("api-responds")),
            dev("issuer-mismatch", "authentication-works/login-is-accepted", FAILED, "401", List.of("api-responds")),
            dev("oidc-down", List.of("authentication-works/login-is-accepted", "authentication-works/user-gets-through"),
                    FAILED, "id.dev.shop.test", List.of("api-responds")),
            dev("worker-stopped", "background-jobs-execute/takes-effect-once", FAILED, "effects of", NONE),
            dev("job-doubled", "background-jobs-execute/takes-effect-once", FAILED, "is 2", NONE),
            dev("jobs-not-parked", "background-jobs-execute/is-retried-and-parked", FAILED, "parked of failing", NONE),
            dev("jobs-not-retried", "background-jobs-execute/is-retried-and-parked", FAILED, "attempts of failing", NONE),
            dev("job-stuck", "background-jobs-execute/none-is-stuck", FAILED,
                    "time without a sign of life from who holds a job of main at target", NONE),
            dev("queue-backlog", "background-jobs-execute/is-not-backed-up", FAILED, "limits.background-jobs-execute", NONE),
            dev("log-shipping-stopped", "monitoring-and-logging/finds-the-marked-request", FAILED, "log lines", NONE),
            dev("metrics-stopped", "monitoring-and-logging/counter-follows-traffic", FAILED, "growth of", NONE),
            dev("traces-lost", "monitoring-and-logging/continues-the-trace", FAILED,
                    "parts of the trace by backend of backend at target is 0", NONE),
            dev("trace-broken", "monitoring-and-logging/continues-the-trace", FAILED,
                    "parts of the trace by backend of backend at target is 0", NONE),
            dev("tls-untrusted", "ssl-certificates-valid/chain-is-trusted", FAILED, "public.tls.ca", ALL_OVER_TLS),
            dev("tls-incomplete-chain", "ssl-certificates-valid/chain-is-trusted", FAILED, "target", ALL_OVER_TLS),
            dev("tls-wrong-name", "ssl-certificates-valid/names-the-host", FAILED, "RFC 9525", ALL_OVER_TLS),
            dev("tls-expired", "ssl-certificates-valid/stays-valid", FAILED, "public.tls.min-days-left", ALL_OVER_TLS),
            dev("tls-expiring", "ssl-certificates-valid/stays-valid", FAILED, "rule: at least 21", NONE),
            dev("tls-wrong-key", "ssl-certificates-valid/every-address-speaks-tls", FAILED, "[key-possessed]", ALL_OVER_TLS),
            dev("tls-leaf-is-authority", "ssl-certificates-valid/certificate-is-sound", FAILED, "[leaf-no-authority]", NONE),
            dev("tls-revoked", "ssl-certificates-valid/is-not-revoked", FAILED, "[not-revoked]", NONE),
            // and HTTP/2 is not spoken with such suites (RFC 9113, section 9.2.2)
            dev("tls-cbc-only", "ssl-certificates-valid/offers-only-modern-tls", FAILED, "[authenticated]",
                    List.of("api-responds")),
            dev("hsts-missing", "ssl-certificates-valid/leads-to-https", FAILED, "[hsts-promised]", NONE),
            dev("maintenance-page", "frontend-renders/landmarks-become-visible", FAILED, "landmark",
                    List.of("services-deployed", "authentication-works")),
            dev("script-damaged", "frontend-renders/no-script-error", FAILED, "app.js", List.of("authentication-works")),
            dev("asset-missing", "frontend-renders/no-request-fails", FAILED, "404", NONE),
            dev("connections-limited", "target-can-host/server-is-sufficient", FAILED,
                    "connections for the application of main at target is 60", NONE),
            dev("extension-not-allowed", "target-can-host/extensions-are-available", FAILED,
                    "extension pg_stat_statements is not among azure.extensions", NONE),
            dev("role-missing", "target-can-host/roles-exist", FAILED, "role reporting", NONE),
            staging("extension-older", "target-can-host/extensions-are-available", FAILED,
                    "extension plpgsql has version 1.0 at the newest", List.of("data-integrity")),
            staging("source-grown", "target-can-host/has-room", FAILED, "capacity of main at target is 256MiB",
                    List.of("data-migration-completes")),
            staging("schema-drift", "data-integrity/schema-is-the-same", FAILED, "is missing on target", NONE),
            staging("privilege-revoked", "data-integrity/schema-is-the-same", FAILED,
                    "privileges on table public.orders of reporting", NONE),
            staging("setting-changed", "data-integrity/settings-mean-the-same", FAILED, "setting TimeZone", NONE),
            staging("orphan-row", "data-integrity/foreign-keys-hold", FAILED, "order_id='999999999'", NONE),
            staging("key-doubled", "data-integrity/unique-keys-hold", FAILED, "unique key public.products.products_sku_key", NONE),
            staging("check-broken", "data-integrity/unvalidated-checks-hold", FAILED,
                    "check public.products.products_price_not_negative", List.of("api-responds")),
            staging("row-changed", "data-integrity/rows-are-the-same", FAILED, "changed", NONE),
            staging("row-extra", "data-integrity/rows-are-the-same", FAILED, "extra", NONE),
            staging("sequence-behind", "data-integrity/sequences-are-ahead", FAILED, "next value of", NONE),
            staging("addresses-prefixed", "data-anonymised/no-protected-value-occurs", FAILED,
                    "public.users.email of main at target is 3", NONE),
            staging("name-kept", "data-anonymised/no-protected-value-occurs", FAILED, "id='13'", NONE),
            staging("address-in-text", "data-anonymised/patterns-find-nothing-real", FAILED,
                    "real e-mail addresses of public.reviews.body", List.of("data-integrity")),
            staging("card-in-text", "data-anonymised/patterns-find-nothing-real", FAILED,
                    "real payment card numbers of public.parked_jobs.error", NONE),
            staging("rows-thinned", "production-like-data/volume-reaches-the-share", FAILED, "public.audit_log", NONE),
            staging("distribution-skewed", "production-like-data/distributions-are-alike", FAILED,
                    "public.reviews.rating", NONE),
            staging("export-refused", "data-migration-completes/runs-to-its-end", FAILED,
                    "permission denied for table reviews", NONE),
            staging("import-refused", "data-migration-completes/runs-to-its-end", FAILED,
                    "too many connections for role", NONE),
            staging("import-held-up", "data-migration-completes/runs-to-its-end", FAILED, "integrity.migrate.within", NONE),
            staging("errors-under-load", "performance-under-load/errors-stay-within-limit", FAILED,
                    "limits.performance-under-load.errors",
                    List.of("api-responds", "frontend-renders", "authentication-works", "background-jobs-execute",
                            "monitoring-and-logging", "failover-and-restart")),
            staging("slow-under-load", "performance-under-load/percentiles-stay-within-limits", FAILED,
                    "limits.performance-under-load.p95", NONE),
            staging("commits-unflushed", "failover-and-restart/acknowledged-writes-stand", FAILED,
                    // Whoever drops a database waits for all processes of the server, the one that stands still included.
                    "acknowledged writes that are lost of orders during database-restarted", List.of("data-migration-completes")),
            staging("no-failover", List.of("failover-and-restart/errors-stay-within-limit",
                    "failover-and-restart/requests-succeed-again", "failover-and-restart/are-steady-afterwards"), FAILED, "limits.failover-and-restart", NONE),
            staging("runbook-outdated", "rollback-rehearsed/runbook-exists", FAILED,
                    "mentions of the step jobs-back of the runbook is 0", NONE),
            staging("rehearsal-old", "rollback-rehearsed/was-rehearsed", FAILED,
                    "limits.rollback-rehearsed.max-age", NONE),
            preCutover("rollback-script-changed", "rollback-rehearsed/same-commands", FAILED,
                    "program of rollback.steps.switch-back is switch.sh", NONE),
            preCutover("rehearsal-altered", List.of("rollback-rehearsed/was-rehearsed",
                    "rollback-rehearsed/same-commands"), FAILED,
                    "files of evidence that are not what the verdict was given for", NONE),
            full(PRE_CUTOVER, "target-farther", "performance-under-load/is-not-slower-than-the-source",
                    "95th percentile as a share of the source's of browse at target's entry"),
            at(PRE_CUTOVER, "row-changed", "data-integrity/rows-are-the-same", "limits.replication-caught-up.lag"),
            cutover("row-extra", "data-integrity/rows-are-the-same", FAILED, "extra", STOPPED),
            new Proof("source-schedule-left-on", POST_CUTOVER, List.of("jobs-run-once/each-run-was-made-once"), FAILED,
                    "runs made more than once of tick", List.of("source-drained")),
            at(POST_CUTOVER, "schedule-lost", "jobs-run-once/each-run-was-made-once", "runs missing of tick"),
            at(POST_CUTOVER, "late-write", "data-integrity/rows-are-the-same", "missing id="),
            at(POST_CUTOVER, "orders-fail", "errors-and-latency-stable/errors-stay",
                    "additional share of requests not served of orders"),
            at(POST_CUTOVER, "orders-slow", "errors-and-latency-stable/latency-stays",
                    "50th percentile as a share of the source's of orders"),
            at(POST_CUTOVER, "source-client-left", "source-drained/no-clients-are-connected",
                    "clients that are connected of main at source is 1; rule: exactly 0"),
            at(POST_CUTOVER, "source-writer-left", "source-drained/nothing-is-written", "public.job_effects_id_seq (from"),
            at(POST_CUTOVER, "source-still-asked", "source-drained/no-requests-arrive",
                    "requests that arrived of backend at source's entry"),
            at(DECOMMISSION, "source-client-left", "source-drained/no-clients-are-connected", "report as shop"),
            at(DECOMMISSION, "source-writer-left", "source-drained/nothing-is-written", "public.job_effects ("),
            at(DECOMMISSION, "source-still-asked", "source-drained/no-requests-arrive", "path=\"/api/products\""),
            cutover("freeze-ignored", "source-read-only/is-refused", FAILED, "taken by the source of POST /api/orders", STOPPED),
            cutover("source-reads-fail", "source-read-only/reads-go-on", FAILED, "status of products of POST /api/orders", STOPPED),
            cutover("target-cold", "zero-downtime/downtime-stays-within-budget", FAILED, "time not served of products", NONE),
            cutover("name-not-switched", List.of("traffic-switched/target-answers", "traffic-switched/names-mean-the-target"), FAILED,
                    "answers of the source or of nobody that can be told of home", STOPPED),
            cutover("writes-dropped", "no-write-lost/acknowledged-stand", FAILED, "acknowledged writes that are lost of orders", NONE),
            cutover("writes-doubled", "no-write-lost/acknowledged-stand", FAILED, "writes that stand more than once of orders", NONE),
            cutover("both-sides-open", "no-write-lost/only-one-side-took", FAILED,
                    "writes that the other side took after the first of the target", List.of("traffic-switched")),
            cutover("jobs-lost-in-move", "work-in-flight-moved/stands-or-is-done", FAILED,
                    "pieces that the target has not of job queue at source", STOPPED),
            cutover("job-held-at-source", "work-in-flight-moved/nothing-runs-at-the-source", FAILED,
                    "pieces that a worker holds of job queue at source is 1; rule: exactly 0", STOPPED),
            cutover("no-apply-workers", List.of("way-back-armed/source-follows", "way-back-armed/lag-stays-within-limit"),
                    FAILED, "workers that apply of subscription wayback", STOPPED),
            rollback("name-not-switched", "rollback-in-time/source-answers-in-time", UNPROVEN, "the source never answered home", STOPPED),
            rollback("writes-not-returned", "writes-reconciled/stand-on-source", FAILED,
                    "acknowledged writes that the source has not of orders", NONE),
            preCutover("session-carried", "authentication-works/refuses-the-token", FAILED,
                    "status of session of the source (session) at target's entry is 200",
                    List.of("target-ready-before-dns")),
            preCutover("source-altered", "changes-frozen/schema-is-unchanged", FAILED, "digest of indexes of main at source",
                    List.of("data-integrity")),
            preCutover("schema-drift", "changes-frozen/schema-is-unchanged", FAILED, "digest of columns of main at target",
                    List.of("data-integrity")),
            preCutover("subscription-disabled", "replication-caught-up/subscription-follows", FAILED,
                    "enabled of subscription cutover of main at target is false", NONE),
            preCutover("apply-stuck", "replication-caught-up/subscription-follows", FAILED,
                    "new errors of subscription cutover", NONE),
            preCutover("apply-frozen", List.of("replication-caught-up/log-is-applied",
                    "replication-caught-up/heartbeat-arrives"), FAILED, "log not yet applied of slot cutover", NONE),
            preCutover("heartbeat-stopped", "replication-caught-up/heartbeat-arrives", FAILED,
                    "age of the newest heartbeat", NONE),
            preCutover("slot-forgotten", "replication-caught-up/log-has-room", FAILED,
                    "log retained of slot testbed_forgotten at source", NONE),
            preCutover("slot-room-gone", "replication-caught-up/log-has-room", FAILED,
                    "log that it may still retain of slot cutover at source", NONE),
            preCutover("backup-old", "backup-restorable/is-young-enough", FAILED,
                    "age of the newest backup of main at target", NONE),
            preCutover("backup-truncated", "backup-restorable/restores-what-was-recorded", FAILED,
                    "status of the restore of main at target", NONE),
            preCutover("backup-incomplete", "backup-restorable/restores-what-was-recorded", FAILED,
                    "rows restored of public.reviews of main at target is 0", NONE),
            preCutover("alert-rule-lost", "alerts-armed/rules-are-those-of-the-reference", FAILED,
                    "shop/TargetDown is missing", NONE),
            preCutover("alerts-swallowed", "alerts-armed/a-test-alert-arrives", FAILED, "test alerts that arrived", NONE),
            preCutover("answers-cached", "api-responds/sides-answer-alike", FAILED, "header Cache-Control is",
                    List.of("target-ready-before-dns")),
            preCutover("source-named", "api-responds/names-no-host-of-the-source", FAILED, "found 127.0.10.1",
                    List.of("target-ready-before-dns")),
            preCutover("ttl-raised", List.of("dns-ttl-low/ttl-is-low", "dns-ttl-low/resolvers-forget",
                    "dns-ttl-low/has-been-low"), FAILED, "rule: at most 5m (public.dns.max-ttl)", NONE),
            preCutover("record-proxied", "dns-ttl-low/mechanism-is-as-declared", FAILED,
                    "proxied by Cloudflare: A record of api.", NONE),
            preCutover("caa-forbids", "dns-ttl-low/issuers-are-allowed", FAILED, "ca.shop.test may issue certificates", NONE),
            preCutover("dkim-lost", "dns-ttl-low/records-are-unchanged", FAILED,
                    "of TXT gate._domainkey.shop.test", NONE),
            preCutover("signatures-expiring", "dns-ttl-low/signatures-hold", FAILED,
                    "rule: at least 3h (public.dns.dnssec.valid-for", NONE),
            preCutover("key-not-vouched", "dns-ttl-low/signatures-hold", FAILED,
                    "that its parent vouches for", NONE),
            preCutover("secondary-stale", "dns-ttl-low/authorities-agree", FAILED, "serial of the zone", NONE),
            preCutover("release-changed", "changes-frozen/release-is-unchanged", FAILED, "release of backend at target",
                    NONE));
    // spotless:on

    private Proofs() {}

    static List<Proof> of(String fault) {
        return ALL.stream().filter(proof -> proof.fault().equals(fault)).toList();
    }

    private static Proof dev(String fault, String claim, Status status, String message, List<String> collateral) {
        return dev(fault, List.of(claim), status, message, collateral);
    }

    private static Proof dev(
            String fault, List<String> claims, Status status, String message, List<String> collateral) {
        return new Proof(fault, DEV, claims, status, message, collateral);
    }

    /** A claim that a later gate asks by a rule of its own. */
    private static Proof at(Gate gate, String fault, String claim, String message) {
        return new Proof(fault, gate, List.of(claim), FAILED, message, NONE);
    }

    /** A claim that the demo asks only with {@code --full}, because that takes minutes. */
    private static Proof full(Gate gate, String fault, String claim, String message) {
        return new Proof(fault, gate, List.of(claim), FAILED, message, NONE, true);
    }

    private static Proof preCutover(
            String fault, String claim, Status status, String message, List<String> collateral) {
        return preCutover(fault, List.of(claim), status, message, collateral);
    }

    private static Proof preCutover(
            String fault, List<String> claims, Status status, String message, List<String> collateral) {
        return new Proof(fault, PRE_CUTOVER, claims, status, message, collateral);
    }

    private static Proof cutover(String fault, String claim, Status status, String message, List<String> collateral) {
        return cutover(fault, List.of(claim), status, message, collateral);
    }

    private static Proof cutover(
            String fault, List<String> claims, Status status, String message, List<String> collateral) {
        return new Proof(fault, CUTOVER, claims, status, message, collateral);
    }

    private static Proof rollback(String fault, String claim, Status status, String message, List<String> collateral) {
        return new Proof(fault, ROLLBACK, List.of(claim), status, message, collateral);
    }

    private static Proof staging(String fault, String claim, Status status, String message, List<String> collateral) {
        return staging(fault, List.of(claim), status, message, collateral);
    }

    private static Proof staging(
            String fault, List<String> claims, Status status, String message, List<String> collateral) {
        return new Proof(fault, STAGING, claims, status, message, collateral);
    }
}
