package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import java.util.EnumSet;
import java.util.List;

/** Requests of the application file where the target answers them and there is a source that it could name. */
public final class TargetRequests implements SubjectSource<ConfiguredRequest> {

    private final ConfiguredRequest.Source all = new ConfiguredRequest.Source();

    @Override
    public List<ConfiguredRequest> subjects(Migration migration, Vantage vantage) {
        return migration.sourceAnswers() ? all.subjects(migration, vantage) : List.of();
    }

    @Override
    public boolean asked(Gate gate, Migration migration) {
        return EnumSet.of(Gate.STAGING, Gate.PRE_CUTOVER, Gate.CUTOVER, Gate.POST_CUTOVER)
                .contains(gate);
    }

    @Override
    public String configuredBy() {
        return all.configuredBy() + ", and a name of the source (source.entry, source.hosts),";
    }
}
