package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.net.Gateway;
import io.cutovergate.testbed.net.PartnerEntry;
import io.cutovergate.testbed.net.ReplicaPool;
import io.cutovergate.testbed.net.Route;
import io.cutovergate.testbed.net.ServerCertificate;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.process.Service;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Supervisor;
import io.cutovergate.testbed.process.Tasks;
import io.cutovergate.testbed.standin.FrontendServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Starts what a side has beside its database. */
record SideStart(Plan plan, Side side, ShopSettings settings, Supervisor supervisor, Services services) {
    private static final int BACKENDS = 2;

    /**
     * Starts backends at once, the worker when the data is there (unless the side stands by), and waits until all are ready.
     *
     * @param shown the gateway's certificate
     * @param partners where it asks for certificates
     * @param identity where the login is, behind every gateway
     */
    Deployment start(
            Future<DatabaseServer> database,
            Future<Boolean> data,
            Web web,
            ServerCertificate shown,
            PartnerEntry partners,
            URI identity)
            throws IOException, GeneralSecurityException {
        boolean standsBy = plan.standsBy(side);
        Map<Part, Store> stores = new Stores(plan, side, supervisor, services).start();
        Store cache = stores.get(Part.CACHE);
        DatabaseServer server = Tasks.result(database);
        List<Replica> backends = IntStream.rangeClosed(1, standsBy ? 1 : BACKENDS)
                .mapToObj(number -> replica("Backend", "backend-" + number, server, cache))
                .toList();
        backends.forEach(backend -> backend.service().up());
        ReplicaPool pool = new ReplicaPool(backends.stream().map(Replica::uri).toList());
        Path files = deployFrontend();
        int frontendPort = plan.ports().free(side.address());
        FrontendServer.start(
                web,
                side.address(),
                frontendPort,
                files,
                side.word(),
                plan.digests().frontend(),
                policy());
        ReplicaPool www = new ReplicaPool(List.of(uri(frontendPort)));
        Gateway gateway = Gateway.start(
                web,
                side.address(),
                plan.httpsPort(),
                plan.httpPort(),
                partners,
                shown,
                List.of(
                        new Route(plan.host("api"), "/", pool),
                        new Route(plan.host("www"), "/api/", pool),
                        new Route(plan.host("www"), "/", www),
                        new Route(plan.host("id"), "/", new ReplicaPool(List.of(identity)))),
                plan.directory(side).resolve("gateway.log"));
        Tasks.result(data);
        Replica worker = replica("Worker", "worker-1", server, cache);
        if (!standsBy) {
            worker.service().up();
        }
        Deployment deployment =
                new Deployment(side, server.service(), server.admin(), backends, worker, pool, files, gateway, stores);
        deployment.awaitReady();
        plan.progress().accept(side.word() + " ready");
        return deployment;
    }

    /** The browser loads from the frontend only, and talks to the API and the login beside. */
    private String policy() {
        return "default-src 'self'; connect-src 'self' " + plan.origin("api") + " " + plan.origin("id")
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }

    private Replica replica(String program, String name, DatabaseServer server, @Nullable Store cache) {
        Programs programs = new Programs(plan.directory(side));
        int port = plan.ports().free(side.address());
        Path log = plan.directory(side).resolve(name + ".log");
        Map<String, String> variables = settings.replica(side, name, port, server.owner(), log, cache);
        Service service = services.add(new Service(name, supervisor, () -> programs.start(program, name, variables)));
        return new Replica(service, uri(port), variables);
    }

    private URI uri(int port) {
        return URI.create("http://" + side.address() + ":" + port);
    }

    /** A copy of the files of its own, and the settings that differ between environments. */
    private Path deployFrontend() throws IOException {
        Path files = Files.createDirectory(plan.directory(side).resolve("frontend"));
        Digests.copyFrontend(files);
        String config = "{\"api\":\"%s\",\"issuer\":\"%s\",\"clientId\":\"%s\"}"
                .formatted(plan.origin("api"), plan.issuer(), Plan.CLIENT_ID);
        Files.write(files.resolve("config.json"), config.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
