package io.cutovergate.load;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;

/** Refuses to load what must not be loaded: the source is production. */
record Preflight(Migration migration, Places places) {

    private static final String KEY = "load.source: allowed";

    /** Where the load goes; {@link Unexamined} where it would meet the source and the files do not allow that. */
    Place place(Host host, Vantage vantage) {
        boolean allowed = migration.environment().load().source() == LoadRules.Consent.ALLOWED;
        if (vantage.side() == Side.SOURCE && !allowed) {
            throw new Unexamined("the source is not loaded unless the environment file says " + KEY);
        }
        Place place = places.of(host, vantage);
        if (!allowed && isSource(place)) {
            throw new Unexamined(host + " means the source now (" + place.where()
                    + "), which is not loaded unless the environment file says " + KEY);
        }
        return place;
    }

    /** A public name may still mean the source, whatever the gate expects. */
    private boolean isSource(Place place) {
        if (migration.environment().source() == null
                || migration.environment().source().entry() == null) {
            return false;
        }
        Place source = places.of(place.host(), new Vantage(Side.SOURCE, Route.ENTRY));
        return source.port() == place.port() && source.addresses().stream().anyMatch(place.addresses()::contains);
    }
}
