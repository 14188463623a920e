package io.cutovergate.reports.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.ApplicationFile;
import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.ResolvedJson;
import io.cutovergate.reports.document.VerdictDocument.Configuration;
import io.cutovergate.reports.document.VerdictDocument.Declarations;
import io.cutovergate.reports.document.VerdictDocument.Declared;
import io.cutovergate.reports.document.VerdictDocument.Previous;
import io.cutovergate.reports.verdict.Tally;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a verdict into its document. */
public final class VerdictDocuments {

    private static final int FORMAT = 1;

    private VerdictDocuments() {}

    /**
     * The document of a verdict.
     *
     * @param salt of the hashes of secrets, stored with them
     * @param files the path within the report of each attachment
     */
    public static VerdictDocument of(
            Verdict verdict, Program program, String salt, Function<Attachment, String> files) {
        Migration migration = verdict.run().plan().migration();
        EnvironmentFile environment = migration.environment();
        return new VerdictDocument(
                FORMAT,
                verdict.decision().toString(),
                verdict.headline(),
                migration.application().name(),
                environment.environment(),
                verdict.run().plan().gate().id(),
                new TreeMap<>(environment.release()),
                sides(environment),
                millis(verdict.run().started()),
                millis(verdict.run().finished()),
                verdict.interrupted().isEmpty() ? null : verdict.interrupted(),
                verdict.faults(),
                verdict.notes(),
                Tally.ORDER.stream()
                        .collect(Collectors.toMap(
                                Status::toString, verdict::count, (one, same) -> one, LinkedHashMap::new)),
                declarations(verdict),
                verdict.items().stream()
                        .map(item -> new ItemDocuments(migration.secrets(), files).of(item))
                        .toList(),
                environment.previous().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(named -> new Previous(
                                named.getKey(), relative(named.getValue(), migration), digest(named.getValue())))
                        .toList(),
                program.version(),
                program.checklist(),
                configuration(migration, salt));
    }

    private static Map<String, String> sides(EnvironmentFile environment) {
        Map<String, String> sides = new TreeMap<>();
        if (environment.source() != null) {
            sides.put(Side.SOURCE.toString(), environment.source().name());
        }
        sides.put(Side.TARGET.toString(), environment.target().name());
        return sides;
    }

    private static Declarations declarations(Verdict verdict) {
        Migration migration = verdict.run().plan().migration();
        Tally tally = new Tally(verdict);
        List<Declared> live = migration.application().databases().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(database -> database.getValue().live().stream()
                        .map(table -> new Declared(
                                table.table() + columns(table.columns()) + " of " + database.getKey(),
                                table.why(),
                                table.owner(),
                                null)))
                .toList();
        List<Declared> excluded = migration.environment().integrity().exclude().stream()
                .map(table -> new Declared(table.table(), table.why(), table.owner(), table.until()))
                .toList();
        return new Declarations(tally.declarations(), live, excluded, notRehearsed(tally), tally.exempted());
    }

    private static List<Declared> notRehearsed(Tally tally) {
        return tally.notRehearsed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(step -> new Declared(
                        step.getKey(),
                        step.getValue().why(),
                        step.getValue().owner(),
                        step.getValue().until()))
                .toList();
    }

    private static String columns(List<String> columns) {
        return columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
    }

    private static @Nullable String digest(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            // staging-is-go and its kin say why; the document says that there is none
            return null;
        }
    }

    private static Configuration configuration(Migration migration, String salt) {
        EnvironmentFile environment = migration.environment();
        ApplicationFile application = migration.application();
        return new Configuration(
                salt,
                resolved(environment, migration.file(), migration, salt),
                resolved(application, environment.application(), migration, salt));
    }

    private static JsonNode resolved(Record record, Path file, Migration migration, String salt) {
        return Json.parse(ResolvedJson.of(record, folder(file), migration.secrets(), salt));
    }

    private static String relative(Path file, Migration migration) {
        return folder(migration.file())
                .toAbsolutePath()
                .relativize(file.toAbsolutePath())
                .toString();
    }

    private static Path folder(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
