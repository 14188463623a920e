package io.cutovergate.probe.sql;

/** Names in SQL (PostgreSQL documentation, "Identifiers and Key Words"). */
public final class Identifier {

    private Identifier() {}

    /** The name in double quotes, whatever stands in it. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Schema and name, each quoted. */
    public static String quote(String schema, String name) {
        return quote(schema) + "." + quote(name);
    }
}
