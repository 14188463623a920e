package io.cutovergate.smoke.migration;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.util.List;

/** A migration tool: what it leaves in a database, and what its files say should be there. */
interface MigrationTool {

    static MigrationTool of(DatabaseRules.Tool tool) {
        return switch (tool) {
            case FLYWAY -> new Flyway();
            case LIQUIBASE -> new Liquibase();
        };
    }

    /** Reads the history, whose table is recognised by its columns. */
    History history(Reading reading, String schema);

    /**
     * The migrations that the files of the directory expect in the history, in the tool's order.
     *
     * @param history the one they are held against: migrations that its baseline stands for are not expected
     */
    List<Change> expected(Path directory, History history);
}
