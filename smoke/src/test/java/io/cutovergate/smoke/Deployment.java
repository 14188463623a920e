package io.cutovergate.smoke;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.probe.testing.TestAuthority;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.testing.TestNames;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A target of one host, api.shop.test, whose answers a test decides; checks run on it through planner and launcher. */
public final class Deployment implements AutoCloseable {

    private final Path folder;
    private final TestNames names;
    private final TestServer server;
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();

    private Deployment(Path folder, TestNames names, TestAuthority.Server certificate) throws IOException {
        this.folder = folder;
        this.names = names;
        this.server = TestServer.https(certificate.context(), this::answer);
    }

    private Deployment(Path folder, TestNames names, SSLContext context, boolean needed) throws IOException {
        this.folder = folder;
        this.names = names;
        this.server = TestServer.asking(context, needed, this::answer);
    }

    /** One that asks its visitors for certificates of an authority. */
    public static Deployment asking(Path folder, TestAuthority clients, boolean needed) {
        try {
            TestAuthority root = TestAuthority.root("Test Root");
            root.write(folder.resolve("ca.pem"));
            TestNames names = new TestNames().knows("api.shop.test", "A 127.0.0.1");
            SSLContext context =
                    root.server(Duration.ofDays(90), "api.shop.test").believing(clients);
            return new Deployment(folder, names, context, needed);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Deployment start(Path folder) {
        return start(folder, Duration.ofDays(90), "api.shop.test");
    }

    /** With a certificate that is valid for so long and names these hosts. */
    public static Deployment start(Path folder, Duration left, String... certified) {
        try {
            TestAuthority root = TestAuthority.root("Test Root");
            root.write(folder.resolve("ca.pem"));
            return new Deployment(
                    folder, new TestNames().knows("api.shop.test", "A 127.0.0.1"), root.server(left, certified));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a path so from now on. */
    public Deployment answers(String path, HttpHandler answer) {
        answers.put(path, answer);
        return this;
    }

    /** Answers a path with JSON from now on. */
    public Deployment answers(String path, int status, String json) {
        return answers(path, exchange -> TestServer.json(exchange, status, json, Map.of()));
    }

    /** The same with headers. */
    public Deployment answers(String path, int status, String json, Map<String, String> headers) {
        return answers(path, exchange -> TestServer.json(exchange, status, json, headers));
    }

    /** Its name means these addresses from now on. */
    public Deployment means(String... addresses) {
        names.knows(
                "api.shop.test",
                Stream.of(addresses).map(address -> "A " + address).toArray(String[]::new));
        return this;
    }

    /** Nobody listens from now on. */
    public void stop() {
        server.close();
    }

    public String origin() {
        return "https://api.shop.test:" + server.port();
    }

    /**
     * Runs the checks of a class at the dev gate.
     *
     * @param application what the application file says besides
     * @param environment what the environment file says besides public and target
     * @param target what the target's section says besides its name
     */
    public ItemResult judge(Class<?> checks, String application, String environment, String target) {
        Migration migration = TestFiles.migration(
                folder, application, """
                public:
                  hosts: { api: "api.shop.test:%d" }
                  dns: { resolvers: ["%s"] }
                  tls: { ca: [ca.pem] }
                target:
                  name: here
                %s
                %s
                """.formatted(server.port(), names.address(), target.indent(2), environment));
        Plan plan = new Planner(
                        List.of(ChecklistItem.of(ClaimReader.item(checks).orElseThrow())),
                        ClaimReader.claims(checks),
                        Deployment.class.getClassLoader())
                .plan(Gate.DEV, migration, Narrowing.NONE);
        return new GateRun(
                        plan,
                        Deployment.class.getClassLoader(),
                        folder.resolve("evidence"),
                        new RunListener() {},
                        Clock.systemUTC())
                .execute()
                .items()
                .get(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        HttpHandler known = answers.get(exchange.getRequestURI().getPath());
        if (known == null) {
            TestServer.json(exchange, 404, "{}", Map.of());
        } else {
            known.handle(exchange);
        }
    }

    @Override
    public void close() {
        server.close();
        names.close();
    }
}
