package io.cutovergate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who asks the checks.
 *
 * @param home the project's folder
 * @param newman its program; empty where there is none
 */
record Contenders(Path home, Path folder, Checks checks, Nginx nginx, String newman) {

    static final String GATE = "gate run";
    static final String PLAIN = "REST Assured";
    static final String NEWMAN = "newman";
    static final String LATE = "gate run, late answers";
    static final String WITHOUT_TLS = " without TLS";

    /** Those who ask the server that answers at once. */
    List<Contender> prompt() throws IOException {
        List<Contender> all = new ArrayList<>(List.of(gate(GATE, nginx.prompt())));
        all.addAll(others("", "https://localhost:" + nginx.prompt()));
        return all;
    }

    /** The others without TLS; the gate speaks nothing else. */
    List<Contender> withoutTls() throws IOException {
        return others(WITHOUT_TLS, "http://localhost:" + nginx.plain());
    }

    /** The gate asking the server that answers late. */
    Contender late() throws IOException {
        return gate(LATE, nginx.late());
    }

    /** As its users start it; narrowed to one item it ends with 2, and writes its report with all evidence. */
    private Contender gate(String name, int port) throws IOException {
        return new Contender(
                name,
                List.of(
                        home.resolve("gate").toString(),
                        "run",
                        "dev",
                        "--env",
                        checks.environment("port-" + port, port).toString(),
                        "--item",
                        "api-responds",
                        "--out",
                        Contender.FRESH),
                2,
                "1 proven",
                folder);
    }

    private List<Contender> others(String how, String origin) throws IOException {
        Contender plain = plain(PLAIN + how, origin);
        return newman.isEmpty() ? List.of(plain) : List.of(plain, newman(NEWMAN + how, origin));
    }

    /** A JVM of its own with default options, as a build starts it; only the failures are printed. */
    private Contender plain(String name, String origin) {
        Path target = home.resolve("bench/src/plain/target");
        return new Contender(
                name,
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dorigin=" + origin,
                        "-Dtrust=" + folder.resolve("trust.p12"),
                        "-Ditems=" + checks.count(),
                        "-cp",
                        target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--select-class=CatalogueTest",
                        "--details=summary",
                        "--disable-banner"),
                0,
                checks.count() + " tests successful",
                folder);
    }

    /** Without reports and without a word. */
    private Contender newman(String name, String origin) throws IOException {
        return new Contender(
                name,
                List.of(
                        "node",
                        newman,
                        "run",
                        checks.collection("collection-" + name.length(), origin).toString(),
                        "--silent",
                        "--ssl-extra-ca-certs",
                        folder.resolve("ca.pem").toString()),
                0,
                "",
                folder);
    }
}
