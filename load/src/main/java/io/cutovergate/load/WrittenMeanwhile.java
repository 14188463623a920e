package io.cutovergate.load;

import io.cutovergate.harness.evidence.Counted;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.sql.SqlProbe;
import io.cutovergate.probe.written.Removal;
import io.cutovergate.probe.written.Standing;
import java.util.List;
import java.util.Map;

/** Holds what was acknowledged during a disruption against what stands after it, and removes it. */
@Provided(by = WrittenMeanwhile.FromScope.class)
final class WrittenMeanwhile {

    private final CheckScope scope;

    private WrittenMeanwhile(CheckScope scope) {
        this.scope = scope;
    }

    void judge(DisruptionAt disruption, WriteStream.Written written) {
        Evidence evidence = scope.evidence();
        Map<String, String> acknowledged = written.acknowledged();
        if (acknowledged.isEmpty()) {
            throw new Unexamined("none of " + written.sent() + " writes of " + written.name()
                    + " was acknowledged around " + disruption.id() + ", so none could be lost");
        }
        try {
            Map<String, List<String>> standing = Standing.of(
                    new SqlProbe.FromScope().provide(scope),
                    disruption.vantage().side(),
                    written.writing(),
                    written.prefix());
            Counted counted = Counted.writes(
                    written.name() + " during " + disruption.id(),
                    evidence,
                    "of " + acknowledged.size() + " acknowledged and " + written.sent() + " sent, "
                            + written.unanswered() + " without an answer");
            List<String> lost = acknowledged.keySet().stream()
                    .filter(id -> !standing.containsKey(id))
                    .toList();
            List<String> doubled = standing.entrySet().stream()
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            long unpromised = standing.keySet().stream()
                    .filter(id -> !acknowledged.containsKey(id))
                    .count();
            if (unpromised > 0) {
                evidence.note(unpromised + " writes stand whose answer was lost; they begin with " + written.prefix()
                        + " and are left on the target");
            }
            evidence.forEach(
                    List.<Runnable>of(
                            () -> counted.none("acknowledged writes that are lost", lost),
                            () -> counted.none("writes that stand more than once", doubled)),
                    Runnable::run);
        } finally {
            remove(disruption, written);
        }
    }

    private void remove(DisruptionAt disruption, WriteStream.Written written) {
        List<String> left = written.remove(new Removal(
                new HttpProbe.FromScope().provide(scope).at(disruption.vantage()),
                new Login.FromScope().provide(scope)));
        if (!left.isEmpty()) {
            scope.evidence().note(left.size() + " of the writes are left on the target, for example: " + left.get(0));
        }
    }

    /** Makes one for a check. */
    public static final class FromScope implements Provider<WrittenMeanwhile> {
        @Override
        public WrittenMeanwhile provide(CheckScope scope) {
            return new WrittenMeanwhile(scope);
        }
    }
}
