package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database of the application. */
@Section("A database of the application.")
public record DatabaseRules(
        @Key("History of its migrations.") @Nullable Migrations migrations,

        @Key(value = "Schemas that are compared; none means all but the system's.", example = "[public]")
        List<String> schemas,

        @Key(
                value = "Columns with personal data, by table: masked in the subset and in every report.",
                example = "{ users: [email, phone] }")
        Map<String, List<String>> masked,

        @Key("Tables that a healthy system moves by itself.")
        List<Live> live,

        @Key("Columns that look personal and are not: data-anonymised does not search them.")
        List<NotPersonal> notPersonal,

        @Key("Columns whose values must be spread in a rehearsal as they are in production.")
        List<Distribution> distributions,

        @Key(
                value =
                        "Roles of the application, whose privileges are compared; none means those of both sides to which something in the database belongs or is granted, superusers and the cloud's own aside.",
                example = "[shop, reporting]")
        List<String> roles,

        @Key("Differences of schema and settings that are known and may stay.")
        List<MayDiffer> mayDiffer,

        @Key("What something writes on the source all the time; its newest time on each side tells the lag.") @Nullable
        Heartbeat heartbeat,

        @Key("What a server must have to host it; where there is a source, what that uses is the rule as well.")
        @Nullable
        DatabaseNeeds needs) {

    @Section(
            "A table that the application or a scheduled job writes on the source all the time, and that is replicated.")
    public record Heartbeat(
            @Key(value = "schema.table", example = "public.heartbeat")
            String table,

            @Key(
                    value = "Column with the time of each beat, by the source's clock (without a time zone: in UTC).",
                    example = "beat_at")
            String column) {

        public Heartbeat {
            if (table.indexOf('.') < 1) {
                throw new IllegalArgumentException("table is written schema.table: " + table);
            }
        }
    }

    @Section("History of the migrations.")
    public record Migrations(
            @Key("The tool; none means that the columns of its table tell.") @Nullable
            Tool tool,

            @Key(
                    value =
                            "Directory of the migrations in the repository, or Liquibase's root changelog; none means that the source is the rule.",
                    example = "db/migration")
            @Nullable
            Path directory,

            @Key(value = "Schema of the history table.", byDefault = "public")
            String schema,

            @Key("What is asked of a tool that is not known here: tool is query.") @Nullable
            Declared query) {

        public Migrations {
            if ((tool == Tool.QUERY) != (query != null)) {
                throw new IllegalArgumentException("query belongs to tool: query, and is needed there");
            }
        }
    }

    @Section("Queries for the history of a tool that is not known here, read with schema as search path.")
    public record Declared(
            @Key(
                    value =
                            "Query whose first column names each migration that is applied, in their order; a second one gives checksums, to compare with the source's.",
                    example = "select version_id from goose_db_version where is_applied order by id")
            String applied,

            @Key(
                    value =
                            "Query whose first column names each migration that is failed or dirty; without a row where the tool keeps none.",
                    example = "select version_id from goose_db_version where false")
            String failed,

            @Key(
                    value =
                            "Query whose first column names who holds the tool's lock; without a row where it has none.",
                    example = "select pid from pg_locks where locktype = 'advisory'")
            String locks,

            @Key(
                    value =
                            "Regular expression for the names of the directory's files; its first group is what the query names.",
                    example = "'0*(\\d+)_.*\\.sql'")
            @Nullable
            String files) {}

    /** Migration tools whose history is read. */
    public enum Tool {
        FLYWAY,
        LIQUIBASE,
        RAILS,
        DJANGO,
        ALEMBIC,
        PRISMA,
        GOLANG_MIGRATE,
        QUERY
    }

    @Section("A table, or columns of it, that a healthy system moves by itself.")
    public record Live(
            @Key(value = "schema.table", example = "public.sessions")
            String table,

            @Key("Columns that move; none means the rows themselves.")
            List<String> columns,

            @Key("What moves it.") String why,
            @Key("Who answers for it.") String owner) {}

    @Section("A difference of schema or settings that is known and may stay: told and counted, not failed.")
    public record MayDiffer(
            @Key(
                    value =
                            "What differs, as the message names it: `setting NAME`, or kind and name of an object; * stands for any text.",
                    example = "setting TimeZone")
            String what,

            @Key("Why it may differ.") String why,
            @Key("Who answers for it.") String owner) {}

    @Section("Columns of a table whose values must be spread in a rehearsal as they are in production.")
    public record Distribution(
            @Key(value = "schema.table", example = "public.orders")
            String table,

            @Key(value = "The columns.", example = "[status, total]")
            List<String> columns) {}

    @Section("Columns of a table that look personal and are not.")
    public record NotPersonal(
            @Key(value = "schema.table", example = "public.stores")
            String table,

            @Key(value = "The columns; none means all.", example = "[phone]")
            List<String> columns,

            @Key("What stands there instead.") String why,
            @Key("Who answers for it.") String owner) {}
}
