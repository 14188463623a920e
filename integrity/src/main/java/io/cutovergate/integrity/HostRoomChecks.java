package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.TargetCanHost;
import io.cutovergate.harness.config.DatabaseNeeds;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachSizedDatabase;
import io.cutovergate.harness.subject.HostedDatabase;
import io.cutovergate.harness.yaml.Size;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The room that was ordered. What a disk holds SQL does not tell: the files do. */
@TargetCanHost
@EachSizedDatabase
record HostRoomChecks(HostedDatabase database, SqlProbe sql, Evidence evidence) {

    private static final long MEBIBYTE = 1L << 20;

    @Check("the source's database, or the declared size, fits into the target's capacity with room to grow")
    void hasRoom() {
        Optional<Size> declared = database.needs().map(DatabaseNeeds::size);
        Optional<Size> measured = database.hasSource() ? Optional.of(ofSource()) : Optional.empty();
        Size size = Stream.of(declared, measured)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new Unexamined(database.key() + ".size is not declared, and there is no source to measure"));
        Size capacity = database.capacity();
        if (capacity == null) {
            throw new Unexamined(
                    "target.databases." + database.name() + ".capacity is not declared, as it is of others");
        }
        evidence.measure("capacity", database, capacity)
                .detail(database.limits().room() + " of " + size + ": "
                        + declared.map(known -> database.key() + ".size " + known)
                                .orElse("no size declared")
                        + measured.map(known -> ", " + known + " on source").orElse(""))
                .atLeast(
                        wholeMebibytes(size.bytes() * database.limits().room().fraction()),
                        "target.databases." + database.name() + ".capacity, limits.target-can-host.room");
    }

    private Size ofSource() {
        return wholeMebibytes(sql.at(database.name(), Side.SOURCE)
                .row("size", "select pg_database_size(current_database())", row -> row.getLong(1)));
    }

    /** Rounded up, so that a figure can be read. */
    private static Size wholeMebibytes(double bytes) {
        return new Size((long) Math.ceil(bytes / MEBIBYTE) * MEBIBYTE);
    }
}
