package io.cutovergate.smoke.migration;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.DatabaseRules.Tool;
import io.cutovergate.harness.yaml.Names;
import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A migration tool: what it leaves in a database, and what its files say should be there. */
interface MigrationTool {

    /** The tool that the rules name, or whose table is there. */
    static MigrationTool of(DatabaseRules.Migrations rules, Reading reading) {
        Tool tool = rules.tool();
        return switch (tool == null ? recognised(reading, rules.schema()) : tool) {
            case FLYWAY -> new Flyway();
            case LIQUIBASE -> new Liquibase();
            case RAILS -> new Rails();
            case DJANGO -> new Django();
            case ALEMBIC -> new Alembic();
            case PRISMA -> new Prisma();
            case GOLANG_MIGRATE -> new GolangMigrate();
            case QUERY -> new DeclaredTool(Objects.requireNonNull(rules.query()));
        };
    }

    private static Tool recognised(Reading reading, String schema) {
        String name = HistoryTable.recognise(reading, schema).name();
        return Arrays.stream(Tool.values())
                .filter(tool -> Names.of(tool).equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Reads the history, whose table is recognised by its columns. */
    History history(Reading reading, String schema);

    /**
     * The migrations that the files of the directory expect in the history, in the tool's order.
     *
     * @param history the one they are held against: migrations that its baseline stands for are not expected
     */
    List<Change> expected(Path directory, History history);

    /** How the history differs from the files of the directory. */
    default Drift against(Path directory, History history) {
        return Drift.between(expected(directory, history), history.applied());
    }
}
