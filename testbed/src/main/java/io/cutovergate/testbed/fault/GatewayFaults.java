package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Deployment;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Side;
import io.cutovergate.testbed.net.Filter;
import io.cutovergate.testbed.net.Gateway;
import io.cutovergate.testbed.net.ReplicaPool;
import io.cutovergate.testbed.net.Route;
import io.cutovergate.testbed.process.Service;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** The gateway routes wrongly, or the network behind it is bad. */
final class GatewayFaults {
    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><title>Maintenance</title>"
            + "<link rel=\"icon\" href=\"data:,\"></head><body><main><h1>We will be back soon</h1></main></body></html>";

    private GatewayFaults() {}

    static Broken liveRouteBroken(Installation installation) {
        Gateway gateway = installation.target().gateway();
        Route nowhere = new Route(installation.plan().host("api"), "/health/live", new ReplicaPool(List.of()));
        gateway.prefer(nowhere);
        return new Broken("route of /health/live without a replica", () -> gateway.remove(nowhere));
    }

    static Broken apiErrors(Installation installation) {
        return filter(
                installation,
                "502 for /api/products",
                Filter.answer(502, "text/html", "<h1>502 Bad Gateway</h1>")
                        .where(Filter.at(installation.plan().host("api"), "/api/products")));
    }

    static Broken apiSlow(Installation installation) {
        return filter(
                installation,
                "3 s more for /api",
                Filter.delay(3000).where(Filter.at(installation.plan().host("api"), "/api")));
    }

    static Broken maintenancePage(Installation installation) {
        return filter(
                installation,
                "maintenance page for www",
                Filter.answer(200, "text/html; charset=utf-8", PAGE)
                        .where(Filter.at(installation.plan().host("www"), "/")));
    }

    static Broken answerUndocumented(Installation installation) {
        return filter(
                installation,
                "/health/live in the words of another version",
                Filter.answer(200, "application/json", "{\"state\":\"ok\"}")
                        .where(Filter.at(installation.plan().host("api"), "/health/live")));
    }

    static Broken textRefused(Installation installation) {
        return filter(
                installation,
                "500 for bodies that are a text",
                Filter.answer(500, "text/html", "<h1>500 Internal Server Error</h1>")
                        .where(Filter.sent("text/")));
    }

    static Broken answersCached(Installation installation) {
        return filter(
                installation,
                "answers of /api/products may be cached for an hour",
                Filter.header("Cache-Control", "public, max-age=3600")
                        .where(Filter.at(installation.plan().host("api"), "/api/products")));
    }

    static Broken sourceNamed(Installation installation) {
        return filter(
                installation,
                "answers of /api/products name the source's entry",
                Filter.header("X-Served-By", Side.SOURCE.address() + ":443")
                        .where(Filter.at(installation.plan().host("api"), "/api/products")));
    }

    static Broken errorsUnderLoad(Installation installation) {
        return filter(
                installation,
                "503 for every 20th request of /api",
                Filter.answer(503, "text/html", "<h1>503 Service Unavailable</h1>")
                        .where(Filter.at(installation.plan().host("api"), "/api")
                                .and(Filter.every(20))));
    }

    static Broken slowUnderLoad(Installation installation) {
        return filter(
                installation,
                "400 ms more for /api",
                Filter.delay(400).where(Filter.at(installation.plan().host("api"), "/api")));
    }

    static Broken targetFarther(Installation installation) {
        return filter(
                installation,
                "60 ms more for /api",
                Filter.delay(60).where(Filter.at(installation.plan().host("api"), "/api")));
    }

    static Broken thirdSlower(Installation installation) {
        Filter source = Filter.delay(100).where(Filter.at(installation.plan().host("api"), "/api"));
        Filter target = Filter.delay(130).where(Filter.at(installation.plan().host("api"), "/api"));
        Gateway old = installation.source().gateway();
        Gateway now = installation.target().gateway();
        old.add(source);
        now.add(target);
        return new Broken("100 ms more for /api on the source, 130 ms on the target", () -> {
            old.remove(source);
            now.remove(target);
        });
    }

    static Broken noFailover(Installation installation) {
        Deployment target = installation.target();
        target.pool().failover(false);
        installation.supervisor().restarts(false);
        target.gateway().probe();
        return new Broken("no probes, no retries, no restarts", () -> {
            installation.supervisor().restarts(true);
            target.pool().failover(true);
            target.services().forEach(Service::upIfWanted);
            target.awaitReady();
        });
    }

    static Broken certificatesUnverified(Installation installation) throws GeneralSecurityException, IOException {
        Gateway gateway = installation.target().gateway();
        gateway.verifyPartners(false);
        return new Broken("certificates of partners are not verified", () -> gateway.verifyPartners(true));
    }

    static Broken hstsMissing(Installation installation) {
        return filter(installation, "no Strict-Transport-Security", (exchange, next) -> {
            exchange.getResponseHeaders().remove("Strict-Transport-Security");
            next.handleRequest(exchange);
        });
    }

    private static Broken filter(Installation installation, String what, Filter filter) {
        Gateway gateway = installation.target().gateway();
        gateway.add(filter);
        return new Broken(what, () -> gateway.remove(filter));
    }
}
