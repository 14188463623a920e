package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import java.util.List;

/** An endpoint that wants a role, and an account without it. */
public record RoleEndpoint(String name, Vantage vantage, String service, Host host, SyntheticAccount without)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code auth.refusals.admin-endpoint and auth.refusals.without}. */
    public static final class Source implements SubjectSource<RoleEndpoint> {

        @Override
        public List<RoleEndpoint> subjects(Migration migration, Vantage vantage) {
            Auth auth = migration.application().auth();
            if (auth == null || auth.refusals() == null) {
                return List.of();
            }
            Auth.Refusals refusals = auth.refusals();
            if (refusals.adminEndpoint() == null || refusals.without() == null) {
                return List.of();
            }
            return List.of(new RoleEndpoint(
                    refusals.adminEndpoint(),
                    vantage,
                    refusals.service(),
                    migration.host(migration.service(refusals.service()).host(), vantage.side()),
                    migration.account(refusals.without())));
        }

        @Override
        public String configuredBy() {
            return "auth.refusals.admin-endpoint and auth.refusals.without";
        }
    }
}
