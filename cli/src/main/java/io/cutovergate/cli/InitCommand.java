package io.cutovergate.cli;

import io.cutovergate.cli.InitAnswers.Kind;
import io.cutovergate.cli.InitAnswers.Place;
import io.cutovergate.harness.yaml.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the files of a system of the user's own. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a commented environment file and application file for a system of your own.",
            "What no flag says is asked on a terminal; without one, example values stand in.",
            "`gate plan` accepts the files at once, and says what they leave unproven."
        })
final class InitCommand implements Callable<Integer> {

    @Option(names = "--application", paramLabel = "NAME", description = "name of the application")
    private @Nullable String application;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "dev (target only), staging or production (with source)")
    private @Nullable String kind;

    @Option(names = "--environment", paramLabel = "NAME", description = "name of the environment (default: its kind)")
    private @Nullable String environment;

    @Option(names = "--api-host", paramLabel = "HOST", description = "public name of the API")
    private @Nullable String apiHost;

    @Option(names = "--frontend-host", paramLabel = "HOST", description = "public name of the frontend")
    private @Nullable String frontendHost;

    @Option(
            names = "--target-entry",
            paramLabel = "HOST",
            description = "where the target is entered before the public names point to it")
    private @Nullable String targetEntry;

    @Option(
            names = "--target-database",
            paramLabel = "URL",
            description = "postgresql://user@host/database of the target; without a password")
    private @Nullable String targetDatabase;

    @Option(names = "--source-entry", paramLabel = "HOST", description = "the same of the source")
    private @Nullable String sourceEntry;

    @Option(names = "--source-database", paramLabel = "URL", description = "the same of the source")
    private @Nullable String sourceDatabase;

    @Option(names = "--dir", paramLabel = "DIR", description = "folder of the files (default: the current one)")
    private @Nullable String folder;

    @Option(names = "--keep-application", description = "use an application file that stands there already")
    private boolean keepApplication;

    @Override
    public Integer call() {
        Questions questions = new Questions(Program.out(), keyboard());
        InitAnswers answers = answers(questions);
        Path where = questions.ask("--dir", folder, "Folder of the files", ".", InitCommand::folder);
        List<Path> written = new InitFiles(answers).write(where, keepApplication);
        PrintStream out = Program.out();
        written.forEach(file -> out.println("Wrote " + file));
        out.println();
        out.println("Fill them in; each section says what it proves. Then:");
        next(answers, where).forEach(command -> out.println("  " + command));
        return Exit.OK;
    }

    private InitAnswers answers(Questions questions) {
        String app = questions.ask("--application", application, "Name of the application", "shop", InitRules::name);
        Kind what = questions.ask(
                "--kind",
                kind,
                "Kind of environment: dev (target only), staging or production (with source)",
                byEnvironment(),
                InitRules::kind);
        return new InitAnswers(
                app,
                what,
                questions.ask(
                        "--environment",
                        environment,
                        "Name of the environment",
                        Names.of(what),
                        text -> environmentName(text, app)),
                questions.ask(
                        "--api-host", apiHost, "Public name of the API", "api." + app + ".example", InitRules::host),
                questions.ask(
                        "--frontend-host",
                        frontendHost,
                        "Public name of the frontend",
                        "www." + app + ".example",
                        InitRules::host),
                new Place(
                        questions.ask(
                                "--target-entry",
                                targetEntry,
                                "Entry of the target",
                                "198.51.100.20",
                                InitRules::entry),
                        questions.ask(
                                "--target-database",
                                targetDatabase,
                                "Database of the target",
                                "postgresql://gate@db.target.example/" + app + "?sslmode=verify-full",
                                InitRules::database)),
                what.hasSource() ? source(questions, app) : noSource());
    }

    private Place source(Questions questions, String app) {
        return new Place(
                questions.ask("--source-entry", sourceEntry, "Entry of the source", "203.0.113.10", InitRules::entry),
                questions.ask(
                        "--source-database",
                        sourceDatabase,
                        "Database of the source",
                        "postgresql://gate@db.source.example/" + app + "?sslmode=verify-full",
                        InitRules::database));
    }

    private @Nullable Place noSource() {
        if (sourceEntry != null || sourceDatabase != null) {
            throw new UsageException("--source-entry, --source-database: a dev environment has the target alone;"
                    + " --kind staging or production has a source");
        }
        return null;
    }

    /** An environment called staging is one, unless the flag says otherwise. */
    private String byEnvironment() {
        return Arrays.stream(Kind.values())
                .map(Names::of)
                .filter(name -> name.equals(environment))
                .findFirst()
                .orElse(Names.of(Kind.DEV));
    }

    private static String environmentName(String text, String application) {
        if (text.equals(application)) {
            throw new IllegalArgumentException(
                    "environment and application are both called " + text + "; each is the name of a file");
        }
        return InitRules.name(text);
    }

    private static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path: " + e.getReason(), e);
        }
    }

    private static List<String> next(InitAnswers answers, Path folder) {
        String file = word(folder.resolve(answers.environmentFile()).normalize());
        String gate = answers.kind().gate().id();
        return List.of(
                "gate plan " + gate + " --env " + file,
                "gate run " + gate + " --env " + file,
                switch (answers.kind()) {
                    case DEV ->
                        "gate init --keep-application --application " + answers.application() + " --kind staging --dir "
                                + word(folder);
                    case STAGING -> sign("team-walkthrough-done", gate, file);
                    case PRODUCTION -> sign("maintenance-announced", gate, file);
                });
    }

    private static String sign(String item, String gate, String file) {
        return "gate sign " + item + " --gate " + gate + " --env " + file + " --by NAME --statement TEXT";
    }

    /** As one word of a shell. */
    private static String word(Path path) {
        String text = path.toString();
        return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The script says whether there is somebody to ask; the JVM cannot tell (System.console, JDK 22). */
    private static Questions.@Nullable Keyboard keyboard() {
        if (!Boolean.getBoolean("gate.keyboard")) {
            return null;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return prompt -> {
            Program.out().print(prompt);
            Program.out().flush();
            try {
                return lines.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException("the terminal cannot be read", e);
            }
        };
    }
}
