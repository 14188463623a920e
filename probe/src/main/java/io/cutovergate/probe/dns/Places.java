package io.cutovergate.probe.dns;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import java.util.stream.Stream;

/**
 * Says where a host is reached from a vantage: through its public name, as the resolvers answer now, or at the entry of
 * the side.
 */
@Provided(by = Places.FromScope.class)
public final class Places {

    private final Migration migration;
    private final Names names;

    public Places(Migration migration, Names names) {
        this.migration = migration;
        this.names = names;
    }

    /** Where the host stands; {@link Unexamined} says what could not be looked up. */
    public Place of(Host host, Vantage vantage) {
        return vantage.route() == Route.ENTRY && isPublic(host, vantage.side())
                ? atEntry(host, vantage)
                : new Place(host, vantage, names.look(host.name()).addresses(), host.port());
    }

    private Place atEntry(Host host, Vantage vantage) {
        String key = vantage.side() + ".entry";
        String entry = migration.side(vantage.side()).entry();
        if (entry == null) {
            throw new Unexamined(
                    key + " is not configured, so " + host + " cannot be asked at the " + vantage.side() + "'s entry");
        }
        HostPort at = HostPort.parse(entry, host.port(), key);
        return new Place(host, vantage, names.look(at.host()).addresses(), at.port());
    }

    /** Whether it is one of the public hosts as the side knows them; others have no entry. */
    private boolean isPublic(Host host, Side side) {
        return Stream.concat(
                        migration.environment().publicNames().hosts().values().stream(),
                        migration.side(side).hosts().values().stream())
                .map(Host::parse)
                .anyMatch(host::equals);
    }

    /** One for the whole run. */
    public static final class FromScope implements Provider<Places> {
        @Override
        public Places provide(CheckScope scope) {
            Migration migration = scope.migration();
            return scope.shared(
                    Places.class,
                    "run",
                    () -> new Places(
                            migration,
                            Names.of(migration.environment().publicNames().dns().resolvers())));
        }
    }
}
