package io.cutovergate.smoke.migration;

import io.cutovergate.harness.config.DatabaseRules.Declared;
import io.cutovergate.harness.config.DatabaseRules.Migrations;
import io.cutovergate.harness.config.DatabaseRules.Tool;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the histories of test databases as the checks do. */
final class Histories {

    private Histories() {}

    /** Of the tool that the columns tell. */
    static History of(Database database) {
        return of(database, new Migrations(null, null, "public", null));
    }

    static History of(Database database, Tool tool, @Nullable Declared query) {
        return of(database, new Migrations(tool, null, "public", query));
    }

    private static History of(Database database, Migrations rules) {
        try (Reading reading = TestDatabases.Server.read(database).snapshot()) {
            return MigrationTool.of(rules, reading).history(reading, rules.schema());
        }
    }

    static Drift drift(Database database, Path folder) {
        History history = of(database);
        return history.tool().against(folder, history);
    }

    static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
