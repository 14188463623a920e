package io.cutovergate.smoke.migration;

import io.cutovergate.harness.config.DatabaseRules.Tool;
import io.cutovergate.harness.yaml.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which columns the history table of a tool is told from others', for four tools call theirs
 * {@code schema_migrations}.
 *
 * @param name whose table it is
 * @param columns names, or names with types where a name alone does not tell
 * @param isAll whether it has no others
 */
record Shape(String name, List<String> columns, boolean isAll) {

    static final Shape FLYWAY =
            some(Tool.FLYWAY, "installed_rank", "version", "description", "type", "checksum", "success");
    static final Shape LIQUIBASE =
            some(Tool.LIQUIBASE, "id", "author", "filename", "orderexecuted", "exectype", "md5sum");
    static final Shape LIQUIBASE_LOCK =
            new Shape("liquibase's lock", List.of("locked", "lockgranted", "lockedby"), false);
    static final Shape RAILS = all(Tool.RAILS, "version character varying");
    static final Shape DJANGO = all(Tool.DJANGO, "id", "app", "name", "applied");
    static final Shape ALEMBIC = all(Tool.ALEMBIC, "version_num");
    static final Shape PRISMA = some(
            Tool.PRISMA, "id", "checksum", "finished_at", "migration_name", "rolled_back_at", "applied_steps_count");
    static final Shape GOLANG_MIGRATE = all(Tool.GOLANG_MIGRATE, "version bigint", "dirty boolean");

    private static final List<Shape> HISTORIES =
            List.of(FLYWAY, LIQUIBASE, RAILS, DJANGO, ALEMBIC, PRISMA, GOLANG_MIGRATE);

    private static Shape some(Tool tool, String... columns) {
        return new Shape(Names.of(tool), List.of(columns), false);
    }

    private static Shape all(Tool tool, String... columns) {
        return new Shape(Names.of(tool), List.of(columns), true);
    }

    /** Whose history a table is, as its columns tell. */
    static Optional<Shape> of(TableColumns table) {
        return HISTORIES.stream().filter(shape -> shape.fits(table)).findFirst();
    }

    boolean fits(TableColumns table) {
        Set<String> known =
                Stream.concat(table.names().stream(), table.typed().stream()).collect(Collectors.toUnmodifiableSet());
        return known.containsAll(columns) && (!isAll || table.names().size() == columns.size());
    }

    /** For messages: {@code golang-migrate (version bigint, dirty boolean)}. */
    @Override
    public String toString() {
        return name + " (" + String.join(", ", columns) + (isAll ? ")" : " …)");
    }
}
