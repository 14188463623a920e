package io.cutovergate.integrity.backup;

import io.cutovergate.harness.config.BackupRules;
import io.cutovergate.probe.process.Command;
import io.cutovergate.probe.process.Outcome;
import io.cutovergate.probe.sql.ScratchDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that the files name for the backups of a database.
 *
 * @param key of the section: {@code target.backups.main}
 * @param folder where they run: that of the environment file
 */
public record Backups(BackupRules rules, String key, Path folder) {

    /** The newest, as its command names it, or nothing where it prints nothing. */
    public Optional<String> newest() {
        return Optional.of(command("newest", rules.newest(), Map.of(), Map.of())
                        .run()
                        .strip())
                .filter(name -> !name.isEmpty());
    }

    /** What was recorded with it. */
    public Manifest manifest(String backup) {
        Command command = command("manifest", rules.manifest(), Map.of("{backup}", backup), Map.of());
        return Manifest.parse(command.run(), command.toString());
    }

    /** Restores it, and tells how that went. */
    public Outcome restore(String backup, ScratchDatabase database) {
        return command("restore", rules.restore(), Map.of("{backup}", backup, "{database}", database.url()), password())
                .outcome();
    }

    private Map<String, String> password() {
        return rules.scratch().password() == null
                ? Map.of()
                : Map.of("PGPASSWORD", rules.scratch().password().reveal());
    }

    private Command command(
            String name, List<String> words, Map<String, String> values, Map<String, String> variables) {
        List<String> arguments = words.stream().map(word -> fill(word, values)).toList();
        return new Command(key + "." + name, arguments, folder, rules.within(), variables);
    }

    private static String fill(String word, Map<String, String> values) {
        String filled = word;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
