package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.DetachedScope;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
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

    private static final int GONE = 404;

    /** {@link Unexamined} where there is no record, or an account cannot log in. */
    public static Cleaning run(Migration migration, Gate gate) {
        Watched watched = migration.application().watch();
        Path folder = Records.folder(migration, gate);
        DetachedScope scope = new DetachedScope(migration, Endpoint.PUBLIC, folder.resolve("attachments"));
        HttpProbe http = new HttpProbe.FromScope().provide(scope);
        Login login = new Login.FromScope().provide(scope);
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
                    String why = writing == null || writing.remove() == null
                            ? "watch.writes." + writes.getKey() + ".remove is not configured"
                            : remove(migration, writing, writing.remove(), write, http, login);
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

    private static String remove(
            Migration migration, Watched.Writing writing, Request rule, Write write, HttpProbe http, Login login) {
        Host host = Endpoint.host(migration, writing.service());
        HttpRequest request = login.as(
                rule.as(), HttpRequest.of(host, rule).with("{id}", write.id()).with("{told}", write.told()));
        try {
            HttpAnswer answer = http.send(request);
            return answer.status() == rule.status() || answer.status() == GONE
                    ? ""
                    : request + " answers " + answer.status();
        } catch (Unexamined e) {
            return String.valueOf(e.getMessage());
        }
    }
}
