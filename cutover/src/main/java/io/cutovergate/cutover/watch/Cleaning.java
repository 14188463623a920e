package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.junit.DetachedScope;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.written.Removal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Removes what the watches of a gate wrote, through the interface that took it. Not at their end: a rollback is still held
 * against what the cutover's watch wrote.
 *
 * @param removed how many are gone now, those included that were gone before
 * @param left what is still there, with the reason
 */
public record Cleaning(int removed, List<String> left) {

    /** {@link io.cutovergate.harness.evidence.Unexamined} where there is no record, or an account cannot log in. */
    public static Cleaning run(Migration migration, Gate gate) {
        Watched watched = migration.application().watch();
        Path folder = Records.folder(migration, gate);
        DetachedScope scope = new DetachedScope(migration, Endpoint.PUBLIC, folder.resolve("attachments"));
        Removal removal = new Removal(new HttpProbe.FromScope().provide(scope), new Login.FromScope().provide(scope));
        int removed = 0;
        List<String> left = new ArrayList<>();
        for (WatchRecord record : RecordReader.folder(folder)) {
            for (Map.Entry<String, List<Write>> writes : record.writes().entrySet()) {
                Watched.Writing writing =
                        watched == null ? null : watched.writes().get(writes.getKey());
                for (Write write : writes.getValue()) {
                    if (write.answered() != Write.Answered.ACKNOWLEDGED) {
                        continue;
                    }
                    String why = writing == null
                            ? "watch.writes." + writes.getKey() + " is not configured any more"
                            : removal.of(
                                    Endpoint.host(migration, writing.service()),
                                    writes.getKey(),
                                    writing,
                                    write.id(),
                                    write.told());
                    if (why.isEmpty()) {
                        removed++;
                    } else {
                        left.add(write.id() + ": " + why);
                    }
                }
            }
        }
        return new Cleaning(removed, left);
    }
}
