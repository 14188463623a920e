package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import java.util.EnumSet;
import java.util.List;

/**
 * A request that both sides must answer alike.
 *
 * @param target as it is asked of the target
 * @param onSource the source's host
 * @param source where the source is asked
 */
public record ComparedRequest(ConfiguredRequest target, Host onSource, Vantage source) implements Subject {

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public Vantage vantage() {
        return target.vantage();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.requests}. */
    public static final class Source implements SubjectSource<ComparedRequest> {

        @Override
        public List<ComparedRequest> subjects(Migration migration, Vantage vantage) {
            if (!migration.sourceAnswers()) {
                return List.of();
            }
            // Once the public names have moved, only its entry leads to the source.
            Vantage source = new Vantage(
                    Side.SOURCE, migration.side(Side.SOURCE).entry() == null ? Route.PUBLIC_NAME : Route.ENTRY);
            return new ConfiguredRequest.Source()
                    .subjects(migration, vantage).stream()
                            .filter(request -> request.request().parity())
                            .map(request -> new ComparedRequest(
                                    request,
                                    migration.host(
                                            migration.service(request.service()).host(), Side.SOURCE),
                                    source))
                            .toList();
        }

        /** After the cutover only one side has what is new. */
        @Override
        public boolean asked(Gate gate, Migration migration) {
            return EnumSet.of(Gate.STAGING, Gate.PRE_CUTOVER, Gate.CUTOVER).contains(gate);
        }

        @Override
        public String configuredBy() {
            return "services.*.requests.*.parity, and where the source answers (source.entry, source.hosts),";
        }
    }
}
