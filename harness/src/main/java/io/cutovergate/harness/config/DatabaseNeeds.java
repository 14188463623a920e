package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server must have to host a database, known without a source. */
@Section("What a server must have to host the database.")
public record DatabaseNeeds(
        @Key(value = "PostgreSQL's major version, at least.", example = "15")
        int version,

        @Key(value = "Encoding of the database.", example = "UTF8") @Nullable
        String encoding,

        @Key("Provider of the database's locale.") @Nullable LocaleProvider localeProvider,

        @Key("Connections of the application, at least; none means as many as the source takes.") @Nullable
        Integer connections,

        @Key(value = "Size that the database will have; the source's, where that is larger.", example = "80GiB")
        @Nullable
        Size size,

        @Key(
                value = "Extensions, each with the version that it has at least where that matters.",
                example = "[plpgsql, pg_trgm, postgis 3.3]")
        List<String> extensions,

        @Key(
                value = "Libraries that the server must load when it starts (shared_preload_libraries).",
                example = "[pg_stat_statements]")
        List<String> libraries,

        @Key(value = "Roles that own or are granted something.", example = "[shop, reporting]")
        List<String> roles,

        @Key(value = "Collations of columns and indexes.", example = "[de-x-icu]")
        List<String> collations) {

    public DatabaseNeeds {
        if (version < 9) {
            throw new IllegalArgumentException("version is a major version, such as 15: " + version);
        }
        for (String extension : extensions) {
            if (!extension.matches("\\S+( \\S+)?")) {
                throw new IllegalArgumentException(
                        "extensions are written name, or name and version with a space between: " + extension);
            }
        }
    }

    /** What compares and sorts the texts of a database. */
    public enum LocaleProvider {
        LIBC,
        ICU,
        BUILTIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
