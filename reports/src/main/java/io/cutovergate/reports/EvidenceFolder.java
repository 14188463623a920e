package io.cutovergate.reports;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The report's folder of attachments: moved in, each once, under the names that they have. */
final class EvidenceFolder {

    private static final String NAME = "evidence";

    private final Map<Path, String> moved = new HashMap<>();

    /** Moves all attachments of a run into the report's folder. */
    static EvidenceFolder filled(RunResult run, Path report) throws IOException {
        EvidenceFolder folder = new EvidenceFolder();
        Files.createDirectories(report.resolve(NAME));
        for (ItemResult item : run.items()) {
            for (ObligationResult obligation : item.obligations()) {
                for (Attachment attachment : obligation.recorded().attachments()) {
                    folder.move(attachment.file(), report);
                }
            }
        }
        return folder;
    }

    /** Path within the report. */
    String path(Attachment attachment) {
        return Objects.requireNonNull(moved.get(attachment.file()), attachment.name());
    }

    /** An item that is composed of others shares their obligations, and so their attachments. */
    private void move(Path file, Path report) throws IOException {
        if (!moved.containsKey(file)) {
            String path = NAME + "/" + file.getFileName();
            Files.move(file, report.resolve(path));
            moved.put(file, path);
        }
    }
}
