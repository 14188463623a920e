package io.cutovergate.load;

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
import java.util.stream.Stream;

/** Holds what was acknowledged during a disruption against what stands after it, and removes it. */
@Provided(by = WrittenMeanwhile.FromScope.class)
final class WrittenMeanwhile {

    private static final String FIXED = "fixed; an acknowledged write is a promise";
    private static final int NAMED = 10;

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
            String of = "of " + acknowledged.size() + " acknowledged and " + written.sent() + " sent";
            Runnable lost = () -> none(
                    evidence,
                    "acknowledged writes that are lost",
                    subject(disruption, written),
                    acknowledged.keySet().stream().filter(id -> !standing.containsKey(id)),
                    of);
            Runnable doubled = () -> none(
                    evidence,
                    "writes that stand more than once",
                    subject(disruption, written),
                    standing.keySet().stream()
                            .filter(id -> standing.getOrDefault(id, List.of()).size() > 1),
                    of);
            evidence.forEach(List.of(lost, doubled), Runnable::run);
        } finally {
            remove(disruption, written);
        }
    }

    private static String subject(DisruptionAt disruption, WriteStream.Written written) {
        return written.name() + " during " + disruption.id();
    }

    private static void none(Evidence evidence, String name, String subject, Stream<String> found, String of) {
        List<String> ids = found.sorted().toList();
        evidence.measure(name, subject, (long) ids.size())
                .detail(of
                        + (ids.isEmpty()
                                ? ""
                                : ": " + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
                                        + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "")))
                .is(0L, FIXED);
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
