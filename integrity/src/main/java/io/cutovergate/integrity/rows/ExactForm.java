package io.cutovergate.integrity.rows;

import io.cutovergate.probe.sql.Identifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How values of a type enter the hash of their row, so that two values share it only when they are the same to the last
 * bit. PostgreSQL's own hash of a type promises less: it is made for {@code =}, for which 1.0 is 1.00, 0 is -0 and a day
 * 24 hours; that of a number leaves out its sign ({@code hash_numeric_extended}, numeric.c); and that of a bigint,
 * timestamp or time folds 64 bits into 32, so that -1 and 4294967295 always collide ({@code hashint8extended},
 * hashfunc.c). Such types enter in their binary form.
 *
 * @param template the expression, with {@code %s} for the value
 * @param mixer the cheapest exact hash of the value that takes a seed: {@code %1$s} for the value, {@code %2$s} for the
 *     seed; NULL for NULL; empty where there is none
 * @param sample a value on which both servers must agree
 */
record ExactForm(String template, String mixer, String sample) {

    private static final String AS_IT_IS = "%s";
    // A collation may call different texts equal.
    private static final String BYTES_OF_TEXT = "%s::pg_catalog.text collate \"C\"";
    private static final String TEXT_MIXER = "pg_catalog.hashtextextended(%1$s::pg_catalog.text collate \"C\", %2$s)";
    /** The seed of an integer's hash keeps all 64 bits, which the hash of a bigint does not. */
    private static final String BIGINT_MIXER = "pg_catalog.hashint4extended(1, (%2$s) # %1$s)";

    /** With what the hash of a number leaves out: its sign, and the digits behind its point; NaN and infinity have none. */
    private static final String NUMERIC_MIXER =
            "pg_catalog.hashint4extended(case when %1$s < 0 then -1 - pg_catalog.scale(%1$s) else"
                    + " pg_catalog.scale(%1$s) end, pg_catalog.hash_numeric_extended(%1$s, %2$s))";
    /** Types whose own hash is exact, of which that of an array is made ({@code hash_array_extended}, arrayfuncs.c). */
    private static final Set<String> EXACT_ELEMENTS = Set.of(
            "bool",
            "int2",
            "int4",
            "oid",
            "date",
            "uuid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "bytea",
            "text",
            "varchar");

    private static final Map<String, ExactForm> BUILTIN = Map.ofEntries(
            Map.entry(
                    "bool",
                    new ExactForm(AS_IT_IS, "pg_catalog.hashint4extended(%1$s::pg_catalog.int4, %2$s)", "true")),
            Map.entry("int2", new ExactForm(AS_IT_IS, mixing("hashint2extended"), "-7")),
            Map.entry("int4", new ExactForm(AS_IT_IS, mixing("hashint4extended"), "-70000")),
            Map.entry("oid", new ExactForm(AS_IT_IS, mixing("hashoidextended"), "4000000000")),
            Map.entry("date", new ExactForm(AS_IT_IS, "", "2026-11-22")),
            Map.entry(
                    "uuid",
                    new ExactForm(AS_IT_IS, mixing("uuid_hash_extended"), "0e37df36-f698-11e6-8dd4-cb9ced3df976")),
            Map.entry("char", new ExactForm(AS_IT_IS, "", "x")),
            Map.entry("name", new ExactForm(AS_IT_IS, "", "pg_class")),
            Map.entry("inet", new ExactForm(AS_IT_IS, mixing("hashinetextended"), "192.0.2.1/24")),
            Map.entry("cidr", new ExactForm(AS_IT_IS, mixing("hashinetextended"), "2001:db8::/32")),
            Map.entry("macaddr", new ExactForm(AS_IT_IS, mixing("hashmacaddrextended"), "08:00:2b:01:02:03")),
            Map.entry("macaddr8", new ExactForm(AS_IT_IS, mixing("hashmacaddr8extended"), "08:00:2b:01:02:03:04:05")),
            Map.entry("bytea", new ExactForm(AS_IT_IS, "", "\\x00ff27")),
            Map.entry("text", new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "Grüße ")),
            Map.entry("varchar", new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "Grüße ")),
            Map.entry("bpchar", send("bpcharsend", "Grüße ")),
            Map.entry("int8", new ExactForm("pg_catalog.int8send(%s)", BIGINT_MIXER, "-9000000000")),
            Map.entry("float4", new ExactForm("pg_catalog.float4send(%s)", floating("hashfloat4extended"), "0.1")),
            Map.entry("float8", new ExactForm("pg_catalog.float8send(%s)", floating("hashfloat8extended"), "0.1")),
            Map.entry("numeric", new ExactForm("pg_catalog.numeric_send(%s)", NUMERIC_MIXER, "-1.00")),
            Map.entry("money", send("cash_send", "12.34")),
            Map.entry("time", send("time_send", "13:14:15.123456")),
            Map.entry("timetz", send("timetz_send", "13:14:15.123456+05:30")),
            Map.entry("timestamp", send("timestamp_send", "2026-11-22 13:14:15.123456")),
            Map.entry("timestamptz", send("timestamptz_send", "2026-11-22 13:14:15.123456+05:30")),
            Map.entry("interval", send("interval_send", "1 mon 1 day 24:00:00")),
            Map.entry("bit", send("bit_send", "101")),
            Map.entry("varbit", send("varbit_send", "101")),
            Map.entry("json", new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "{\"a\" : 1.0}")),
            Map.entry("jsonb", new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "{\"a\": 1.0}")),
            Map.entry("xml", new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "<a/>")));

    private static final ExactForm PADDED =
            new ExactForm("%s collate \"C\"", "pg_catalog.hashbpcharextended(%1$s collate \"C\", %2$s)", "Grüße ");
    private static final ExactForm TEXT = new ExactForm(BYTES_OF_TEXT, TEXT_MIXER, "");

    private static ExactForm send(String function, String sample) {
        return new ExactForm("pg_catalog." + function + "(%s)", "", sample);
    }

    /** Zero and minus zero share the hash of a float. */
    private static String floating(String function) {
        return "pg_catalog.hashint4extended(case when %1$s = 0 then pg_catalog.length(%1$s::pg_catalog.text) else 0 end,"
                + " pg_catalog." + function + "(%1$s, %2$s))";
    }

    private static String mixing(String function) {
        return "pg_catalog." + function + "(%1$s, %2$s)";
    }

    /** The form of a column. */
    static ExactForm of(Column column) {
        if (column.array()) {
            return array(column.builtin());
        }
        return column.padded() ? PADDED : BUILTIN.getOrDefault(column.builtin(), TEXT);
    }

    /** Carries dimensions, lower bounds and the elements in binary form; only for types whose oid is fixed. */
    private static ExactForm array(String element) {
        if (!BUILTIN.containsKey(element)) {
            return TEXT;
        }
        return new ExactForm(
                "pg_catalog.array_send(%s)", EXACT_ELEMENTS.contains(element) ? arrayMixer(element) : "", "");
    }

    /** With what the hash of an array leaves out: its dimensions and where they begin. */
    private static String arrayMixer(String element) {
        String collation = element.equals("text") || element.equals("varchar") ? " collate \"C\"" : "";
        return "pg_catalog.hashint4extended(1, pg_catalog.hash_array_extended(%1$s" + collation + ", %2$s) # case when"
                + " pg_catalog.array_ndims(%1$s) = 1 and pg_catalog.array_lower(%1$s, 1) = 1 then 0 else"
                + " pg_catalog.hashtextextended(coalesce(pg_catalog.array_dims(%1$s), ''), 1) end)";
    }

    /**
     * A value as the hash of its row takes it.
     *
     * @param seldomNull whether the mixer may be used: of a row with a NULL its work is lost
     */
    HashInput of(String value, boolean seldomNull) {
        return new HashInput(template.formatted(value), value, seldomNull ? mixer : "");
    }

    /** A type's sample, or nothing for a type that has none. */
    static Optional<HashInput> sampleOf(String builtin) {
        return Optional.ofNullable(BUILTIN.get(builtin))
                .map(form -> form.of("'" + form.sample + "'::pg_catalog." + Identifier.quote(builtin), true));
    }
}
