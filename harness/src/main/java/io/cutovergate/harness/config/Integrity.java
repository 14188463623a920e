package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the data of both sides is compared. */
@Section("How the data of both sides is compared.")
public record Integrity(
        @Key(value = "What the target holds: everything, or an anonymised subset.", byDefault = "whole")
        Expect expect,

        @Key("Tables left out of the comparison.") List<Exclusion> exclude,

        @Key(value = "Differences shown for each table; the total is always counted.", byDefault = "20")
        int show,

        @Key(
                value =
                        "How rows are hashed in the databases: by PostgreSQL's own functions, or by SHA-256 at several times the cost.",
                byDefault = "fast")
        Hash hash,

        @Key(value = "Connections to each side.", byDefault = "2")
        int connections,

        @Key(value = "Time for the comparison of one database.", byDefault = "15m")
        Duration within,

        @Key("The command that migrates the data.") @Nullable
        Migrate migrate,

        @Key(value = "How data-anonymised looks for personal data.", byDefault = "{}")
        Anonymised anonymised) {

    /** What the target holds. */
    public enum Expect {
        WHOLE,
        SUBSET
    }

    /** How rows are hashed in the databases. */
    public enum Hash {
        FAST,
        SHA_256;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Section("A table left out of the comparison, totalled on the first screen of the report.")
    public record Exclusion(
            @Key(value = "schema.table", example = "public.audit_log")
            String table,

            @Key("Why it may be left out.") String why,
            @Key("Who answers for it.") String owner,
            @Key("Last day on which it counts.") LocalDate until) {}

    @Section("The command that migrates the data; examples/migrate holds scripts for it.")
    public record Migrate(
            @Key(
                    value =
                            "Argument vector, run in the folder of this file. A shell that pipes without pipefail is refused: it hides failures.",
                    example = "[migrate/migrate.sh]")
            List<String> run,

            @Key(
                    value = "Variables of its environment, beside those of this program.",
                    example = "{ SOURCE_DB_PASSWORD: \"${env:SOURCE_DB_PASSWORD}\" }")
            Map<String, String> variables,

            @Key(value = "Time that it may take; then it is stopped with all that it started.", byDefault = "30m")
            Duration within) {}

    @Section("How data-anonymised looks for personal data in the target.")
    public record Anonymised(
            @Key(
                    value =
                            "Protected values that a column of the target may hold, by schema.table.column: first names and dates that many people share. None for every other column.",
                    example = "{ public.users.first_name: 300 }")
            Map<String, Long> allowed,

            @Key(value = "Letters and digits below which a protected value is not looked for.", byDefault = "4")
            int minLength,

            @Key(
                    value = "Domains whose e-mail addresses are nobody's, besides those that RFC 2606 reserves.",
                    example = "[mail.staging.shop.com]")
            List<String> testDomains,

            @Key(
                    value = "Beginnings of telephone numbers that are nobody's, besides those kept for fiction.",
                    example = "[\"+1 514 000\"]")
            List<String> testPhones,

            @Key(value = "A file of names that must not occur, one in a line.", example = "names.txt") @Nullable
            Path names,

            @Key(
                    value =
                            "Whether columns whose names sound personal, and that are neither masked nor declared, are only noted or refused.",
                    byDefault = "noted")
            Undeclared undeclared) {

        /** What is done about a column that sounds personal and is not declared. */
        public enum Undeclared {
            NOTED,
            REFUSED
        }
    }
}
