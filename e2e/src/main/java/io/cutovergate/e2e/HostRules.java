package io.cutovergate.e2e;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names mean to the browser: every public host stands where the vantage says, those of third parties where
 * their names say, and no other host exists.
 *
 * @param text rules as Chromium's {@code --host-resolver-rules} reads them; the first that fits counts
 */
record HostRules(String text) {

    private static final String NO_OTHER = "MAP * ~NOTFOUND";

    /** Rules for the hosts as the side of the vantage knows them; one that cannot be looked up does not exist. */
    static HostRules of(Migration migration, Vantage vantage, Places places) {
        PublicNames names = migration.environment().publicNames();
        return of(Stream.concat(
                        names.hosts().keySet().stream().map(name -> migration.host(name, vantage.side())),
                        names.thirdParties().stream().map(Host::parse))
                .flatMap(host -> place(host, vantage, places))
                .toList());
    }

    static HostRules of(Collection<Place> places) {
        return new HostRules(Stream.concat(places.stream().map(HostRules::rule), Stream.of(NO_OTHER))
                .collect(Collectors.joining(", ")));
    }

    private static Stream<Place> place(Host host, Vantage vantage, Places places) {
        try {
            return Stream.of(places.of(host, vantage));
        } catch (Unexamined e) {
            // Whoever opens a page of this host asks again and tells the cause.
            return Stream.empty();
        }
    }

    private static String rule(Place place) {
        Place first = new Place(
                place.host(), place.vantage(), List.of(place.addresses().get(0)), place.port());
        return "MAP " + place.host().name() + ":" + place.host().port() + " " + first.where();
    }
}
