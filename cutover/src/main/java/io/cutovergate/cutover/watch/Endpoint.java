package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.probe.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and how a good answer looks.
 *
 * @param told JSONPath of the answer's own name for what was written
 */
record Endpoint(
        String name,
        Host host,
        Request request,
        boolean writes,
        @Nullable String told) {

    /** Where users stand: before the public name, which the target will have. */
    static final Vantage PUBLIC = new Vantage(Side.TARGET, Route.PUBLIC_NAME);

    /** All of {@code watch}, the reading ones first. */
    static List<Endpoint> of(Migration migration) {
        Watched watched = migration.application().watch();
        List<Endpoint> endpoints = new ArrayList<>();
        if (watched != null) {
            watched.reads()
                    .forEach((name, reading) -> endpoints.add(
                            new Endpoint(name, host(migration, reading.service()), reading.request(), false, null)));
            watched.writes()
                    .forEach((name, writing) -> endpoints.add(new Endpoint(
                            name, host(migration, writing.service()), writing.request(), true, writing.told())));
        }
        return endpoints;
    }

    /** The public name as the target knows it: users have one name, whoever serves it. */
    static Host host(Migration migration, String service) {
        return migration.host(migration.service(service).host(), PUBLIC.side());
    }

    /** The request, not yet anybody's. */
    HttpRequest plain() {
        return HttpRequest.of(host, request);
    }
}
