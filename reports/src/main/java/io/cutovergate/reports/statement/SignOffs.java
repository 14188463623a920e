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

/** The file of sign-offs. */
@Section("Sign-offs of people, the oldest first.")
public record SignOffs(
        @Key("Version of this file's form; 1.") int format,
        @Key("The statements.") List<SignOff> signOffs) {

    public SignOffs {
        StatementFile.requireFormat(format);
    }

    /**
     * Adds a statement at the end of the file, which is made where there is none; what stands there is kept as it is
     * written.
     *
     * @throws IOException also when the file is written in a form that nothing can be added to
     */
    public static void append(Path file, SignOff signOff) throws IOException {
        EntryText entry = new EntryText()
                .plain("item", signOff.item())
                .plain("gate", signOff.gate())
                .text("environment", signOff.environment())
                .map("release", signOff.release())
                .text("by", signOff.by())
                .plain("on", signOff.on());
        if (signOff.until() != null) {
            entry.plain("until", signOff.until());
        }
        entry.text("statement", signOff.statement());
        StatementFile.append(file, "sign-offs", entry, SignOffs.class, SignOffs::signOffs, signOff);
    }

    static List<SignOff> read(@Nullable Path file, List<ChecklistItem> items, Secrets secrets, Problems problems) {
        return StatementFile.read(
                file,
                "sign-offs",
                SignOffs.class,
                SignOffs::signOffs,
                entry -> StatementFile.item(
                        entry.item(),
                        items,
                        item -> item.signOff() ? Optional.empty() : Optional.of("is measured, it cannot be signed")),
                secrets,
                problems);
    }
}
