package io.cutovergate.reports.statement;

import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.harness.yaml.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of waivers. */
@Section("Exceptions that people answer for, the oldest first.")
public record Waivers(
        @Key("Version of this file's form; 1.") int format,
        @Key("The exceptions.") List<Waiver> waivers) {

    public Waivers {
        StatementFile.requireFormat(format);
    }

    /**
     * Adds a waiver at the end of the file, which is made where there is none; what stands there is kept as it is
     * written.
     *
     * @throws IOException also when the file is written in a form that nothing can be added to
     */
    public static void append(Path file, Waiver waiver) throws IOException {
        EntryText entry = new EntryText()
                .plain("item", waiver.item())
                .plain("gate", waiver.gate())
                .text("environment", waiver.environment())
                .text("why", waiver.why())
                .text("owner", waiver.owner())
                .plain("until", waiver.until());
        StatementFile.append(file, "waivers", entry, Waivers.class, Waivers::waivers, waiver);
    }

    static List<Waiver> read(@Nullable Path file, List<ChecklistItem> items, Secrets secrets, Problems problems) {
        return StatementFile.read(
                file,
                "waivers",
                Waivers.class,
                Waivers::waivers,
                entry -> StatementFile.item(
                        entry.item(),
                        items,
                        item -> item.waivable() ? Optional.empty() : Optional.of("can never be waived")),
                secrets,
                problems);
    }
}
