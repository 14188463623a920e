package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.yaml.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A token that the protected endpoint must refuse. {@code token} is null where the check makes it itself. */
public record RefusedToken(
        String name,
        Vantage vantage,
        String service,
        Host host,
        String endpoint,
        Kind kind,
        @Nullable Secret token) implements Subject {

    /** Where the token comes from. */
    public enum Kind {
        MISSING("no token"),
        /** A real token whose signature is changed. */
        FORGED("forged token"),
        /** A real token's claims, unsigned: RFC 8725, section 3.1. */
        ALG_NONE("alg none"),
        /** Configured: expired, another audience, another issuer. */
        GIVEN("configured token");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code auth.refusals}. */
    public static final class Source implements SubjectSource<RefusedToken> {

        @Override
        public List<RefusedToken> subjects(Migration migration, Vantage vantage) {
            Auth auth = migration.application().auth();
            if (auth == null || auth.refusals() == null) {
                return List.of();
            }
            Auth.Refusals refusals = auth.refusals();
            Host host = migration.host(migration.service(refusals.service()).host(), vantage.side());
            Stream<RefusedToken> made = Stream.of(Kind.MISSING, Kind.FORGED, Kind.ALG_NONE)
                    .map(kind -> new RefusedToken(
                            kind.title, vantage, refusals.service(), host, refusals.endpoint(), kind, null));
            Stream<RefusedToken> given = refusals.tokens().entrySet().stream()
                    .map(entry -> new RefusedToken(
                            entry.getKey(),
                            vantage,
                            refusals.service(),
                            host,
                            refusals.endpoint(),
                            Kind.GIVEN,
                            entry.getValue()));
            return Stream.concat(made, given).toList();
        }

        @Override
        public String configuredBy() {
            return "auth.refusals";
        }
    }
}
