package io.cutovergate.cutover.conduct;

import io.cutovergate.harness.config.Cutover;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that are conducted by: programs of the steps, what those use, and the runbook. Arguments are none of them, as
 * they differ between environments; code among the arguments is.
 *
 * @param folder in which commands run
 * @param scripts files and folders that the steps' programs use
 * @param secrets masked before anything is digested
 */
public record Operations(Path folder, @Nullable Path runbook, List<Path> scripts, Secrets secrets) {

    /** The runbook's name in a journal, wherever it stands. */
    public static final String RUNBOOK = "runbook";

    /** Programs whose first argument that is no flag is code: a file, or the text itself. */
    private static final Set<String> INTERPRETERS = Set.of(
            "sh", "bash", "dash", "zsh", "ksh", "python", "python3", "node", "perl", "ruby", "pwsh", "powershell");

    static Operations of(Migration migration) {
        RollbackPlan rollback = migration.environment().rollback();
        return new Operations(
                migration.file().toAbsolutePath().resolveSibling(""),
                rollback == null ? null : rollback.runbook(),
                rollback == null ? List.of() : rollback.scripts(),
                migration.secrets());
    }

    /** What a step runs; {@link Unexamined} where a file of it cannot be read. */
    public List<Used> of(Script.Step step) {
        Cutover.Step rule = step.rule();
        if (rule.run().isEmpty()) {
            return List.of(new Used("prove " + String.join(", ", rule.prove()), ""));
        }
        String program = rule.run().get(0);
        List<String> arguments = rule.run().subList(1, rule.run().size());
        List<Used> used = new ArrayList<>();
        boolean isInterpreter = INTERPRETERS.contains(name(program));
        used.add(
                program.contains("/") && !isInterpreter
                        ? Used.file(name(program), folder.resolve(program))
                        : new Used(name(program), ""));
        if (isInterpreter) {
            arguments.stream()
                    .filter(argument -> !argument.startsWith("-"))
                    .findFirst()
                    .map(this::code)
                    .ifPresent(used::add);
        } else {
            arguments.stream().filter(this::isProgram).map(this::code).forEach(used::add);
        }
        return List.copyOf(used);
    }

    /** The runbook and what the scripts use, by name; {@link Unexamined} where something of it cannot be read. */
    public List<Used> besides() {
        List<Used> used = new ArrayList<>();
        if (runbook != null) {
            used.add(Used.file(RUNBOOK, runbook));
        }
        for (Path place : scripts) {
            if (!Files.isDirectory(place)) {
                used.add(Used.file(name(place.toString()), place));
                continue;
            }
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .map(file -> Used.file(place.relativize(file).toString(), file))
                        .forEach(used::add);
            } catch (IOException e) {
                throw new Unexamined("rollback.scripts cannot be read: " + e.getMessage(), e);
            }
        }
        return List.copyOf(used);
    }

    private Used code(String argument) {
        Path file = file(argument);
        return file != null ? Used.file(name(argument), file) : new Used("text", Sha256.of(secrets.mask(argument)));
    }

    private boolean isProgram(String argument) {
        Path file = file(argument);
        return file != null && Files.isExecutable(file);
    }

    private @Nullable Path file(String argument) {
        // No path is as long or has line ends: texts of programs do.
        if (argument.isEmpty() || argument.length() > 1000 || argument.contains("\n")) {
            return null;
        }
        Path file = folder.resolve(argument);
        return Files.isRegularFile(file) ? file : null;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
