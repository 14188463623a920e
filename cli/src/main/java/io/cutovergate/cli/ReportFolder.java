package io.cutovergate.cli;

import io.cutovergate.harness.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a report goes. */
final class ReportFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private ReportFolder() {}

    /** The folder that was asked for, or one below ./gate-reports; refused, before anything runs, where it exists. */
    static Path choose(@Nullable Path wanted, Plan plan) {
        Path folder = wanted != null
                ? wanted
                : Path.of(
                        "gate-reports",
                        STAMP.format(LocalDateTime.now(ZoneId.systemDefault())) + "-" + plan.gate() + "-"
                                + plan.migration().environment().environment());
        if (Files.exists(folder)) {
            throw new UsageException(folder + " exists; a report is never written over another");
        }
        return folder;
    }

    /** The folder that it will stand in. */
    static Path parent(Path report) {
        return Objects.requireNonNull(report.toAbsolutePath().getParent(), "the root of a file system holds no report");
    }
}
