package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Backup;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Side;
import io.cutovergate.testbed.process.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The target's backup is not what it should be. */
final class BackupFaults {
    private BackupFaults() {}

    /** As if nothing had been backed up for two days: the newest backup is one of then. */
    static Broken old(Installation installation) throws IOException {
        Path manifest = manifest(newest(installation));
        String before = Files.readString(manifest);
        Instant then = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Files.writeString(manifest, before.replaceFirst("(?m)^taken\t.*$", "taken\t" + then));
        return new Broken("newest backup of " + then, () -> Files.writeString(manifest, before));
    }

    static Broken truncated(Installation installation) throws IOException {
        Path backup = newest(installation);
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));
        return new Broken(
                "newest backup cut to " + whole.length / 2 + " of " + whole.length + " bytes",
                () -> Files.write(backup, whole));
    }

    /** A dump that restores without a complaint. */
    static Broken incomplete(Installation installation) throws IOException {
        Path backup = newest(installation);
        byte[] whole = Files.readAllBytes(backup);
        Database owner = Objects.requireNonNull(installation.databases().get(Side.TARGET))
                .owner();
        Backup.run(
                owner,
                List.of(
                        "pg_dump",
                        "--format=custom",
                        "--exclude-table-data=public.reviews",
                        "--no-owner",
                        "--no-privileges",
                        "--no-publications",
                        "--no-subscriptions",
                        "--file=" + backup,
                        "--dbname=" + owner.uri()));
        return new Broken("newest backup without the rows of reviews", () -> Files.write(backup, whole));
    }

    private static Path newest(Installation installation) throws IOException {
        return Backup.of(installation.plan(), Side.TARGET).newest();
    }

    private static Path manifest(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".manifest");
    }
}
