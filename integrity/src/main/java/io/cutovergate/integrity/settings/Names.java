package io.cutovergate.integrity.settings;

import java.util.List;
import java.util.stream.Stream;

/** The settings that are compared, by what follows when they differ (PostgreSQL documentation, "Server Configuration"). */
final class Names {

    /** They change what a value looks like, what a statement finds or does, or how a text is read. */
    static final List<String> MEANING = List.of(
            "TimeZone",
            "DateStyle",
            "IntervalStyle",
            "timezone_abbreviations",
            "extra_float_digits",
            "bytea_output",
            "lc_monetary",
            "lc_numeric",
            "lc_time",
            "xmlbinary",
            "xmloption",
            "standard_conforming_strings",
            "backslash_quote",
            "array_nulls",
            "transform_null_equals",
            "quote_all_identifiers",
            "default_text_search_config",
            "default_transaction_isolation",
            "search_path",
            "row_security",
            "session_replication_role",
            "lo_compat_privileges",
            "default_with_oids",
            "integer_datetimes",
            "max_identifier_length",
            "max_index_keys",
            "max_function_args");

    /** They set limits and defaults that an operator chooses, or that a frozen source has for the time of the cutover. */
    static final List<String> INFORMATION = List.of(
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "transaction_timeout",
            "default_transaction_read_only",
            "default_toast_compression",
            "default_table_access_method",
            "lc_messages",
            "max_connections",
            "data_checksums",
            "block_size");

    /** The driver sets these for its own connections, so that the server's own value is not to be seen. */
    static final List<String> OF_THE_DRIVER = List.of("TimeZone", "DateStyle");

    private Names() {}

    static List<String> all() {
        return Stream.concat(MEANING.stream(), INFORMATION.stream()).toList();
    }

    /** Whether an override of it means anything but speed. */
    static boolean isMeaning(String name) {
        return MEANING.contains(name);
    }
}
