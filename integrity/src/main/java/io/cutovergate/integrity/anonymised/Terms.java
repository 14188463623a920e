package io.cutovergate.integrity.anonymised;

import java.util.List;
import java.util.StringJoiner;

/**
 * SQL for the hashed terms of columns. A term is a text without its case, spaces and punctuation, so that {@code JO@Shop.example} is
 * {@code joshopexample} and {@code +1 (514) 555-0100} is {@code 15145550100}. The salt is a setting of the session.
 *
 * @param collation by which letters lose their case, the same on both sides
 * @param minLength characters below which a term is left out
 */
record Terms(String collation, int minLength) {

    /** The setting of the session that holds the salt. */
    static final String SALT = "cutover_gate.salt";

    /** As few as are common in personal data: each costs time for every letter of every text. */
    private static final String PUNCTUATION = " \t\r\n\u00a0.,;:'()/+_=@-";

    /** Shortest part of an address's local part that is looked for alone or with the domain. */
    private static final int SHORTEST = 3;

    private static final String DOMAINS = "with domains (domain) as materialized (select unnest(?::text[])) ";

    /** Without a greatest number of letters, which would make it ten times as slow. */
    private static final String EMAIL = "'([^\\s@<>\"'',;:()\\[\\]]+)@([A-Za-z0-9.-]+)'";

    private static final String PHONE =
            "'(\\+[0-9][0-9 ()./-]{6,}[0-9]|\\(?[0-9]{2,4}\\)?[ ./-][0-9][0-9 ./-]{4,}[0-9])'";

    /** What of the source must not occur: each text, and each address in it. */
    private static final String PROTECTED = """
            select v.text
            union all
            select m[1] || '@' || m[2] from regexp_matches(v.text, %s, 'g') m where strpos(v.text, '@') > 0
            """.formatted(EMAIL);

    /**
     * What of the target is looked up: each text; each telephone number in it; each address in it, also without whatever was put
     * before or behind its local part, and before or behind its domain: {@code staging_jo@shop.example}, {@code jo+x@shop.example},
     * {@code jo@shop.example.invalid}; each part of its local part, for {@code jo=shop.example@test.invalid}. Where the domain is
     * none of the source's an address costs a few hashes, otherwise two for each letter.
     */
    private static final String FOUND = """
            select v.text
            union all
            select m[1] from regexp_matches(v.text, %2$s, 'g') m
            where length(translate(v.text, '0123456789', '')) < length(v.text) - 6
            union all
            select a.term
            from regexp_matches(v.text, %1$s, 'g') m,
                 lateral (
                     select p.part || d.domain
                     from (select array_to_string(labels[i:j], '.')
                           from string_to_array(m[2], '.') labels,
                                generate_series(1, cardinality(labels) - 1) i,
                                generate_series(i + 1, cardinality(labels)) j
                           where i = 1 or j = cardinality(labels)) d (domain),
                          right(m[1], 64) l (part),
                          lateral (select substr(l.part, i)
                                   from generate_series(1, greatest(1, length(l.part) - %4$d)) i
                                   union all
                                   select left(l.part, i) from generate_series(%3$d, length(l.part) - 1) i) p (part)
                     where %5$s
                     union all
                     select array_to_string(words[i:], '')
                     from regexp_split_to_array(m[1], '[_+=.-]') words, generate_series(1, cardinality(words) - 2) i
                 ) a (term)
            where strpos(v.text, '@') > 0
            """;

    /** Domains of addresses among what is protected; above that number every address is taken apart. */
    static final int MANY_DOMAINS = 100_000;

    /** Hash and number of the column, each pair once, in the order of both. */
    String ofProtected(List<Column> columns) {
        return ordered(hashed(columns, PROTECTED, nowhere(columns)));
    }

    /** The hashes of the domains of the addresses in these columns, each once. */
    String domainsOf(List<Column> columns) {
        StringJoiner union = new StringJoiner(" union ");
        for (Column column : columns) {
            union.add("select m[2] from " + from(column) + ", regexp_matches(v.text, " + EMAIL
                    + ", 'g') m where strpos(v.text, '@') > 0");
        }
        return "select distinct " + hash(folded("d.domain")) + " from (" + union + ") d (domain) limit " + MANY_DOMAINS;
    }

    /** Like {@link #ofProtected} of what is looked up; takes the hashes of {@link #domainsOf}. */
    String ofFound(List<Column> columns, List<String> domains) {
        return DOMAINS + ordered(hashed(columns, found(domains), nowhere(columns)));
    }

    /**
     * The least place at which one of some hashes is found in a column; takes the hashes of {@link #domainsOf} and those that are
     * sought.
     *
     * @param place an expression of the row {@code t}
     */
    String place(Column column, String place, List<String> domains) {
        return DOMAINS + "select min(h.place) from (" + hashed(List.of(column), found(domains), List.of(place))
                + ") h where h.hash = any (?)";
    }

    private String found(List<String> domains) {
        // "is true" keeps the planner from making a join of it, which would take every address apart first.
        String known = domains.size() < MANY_DOMAINS
                ? "(" + hash(folded("d.domain")) + " in (select domain from domains)) is true"
                : "true";
        return FOUND.formatted(EMAIL, PHONE, SHORTEST, SHORTEST - 1, known);
    }

    private static List<String> nowhere(List<Column> columns) {
        return columns.stream().map(column -> "null::text").toList();
    }

    private static String ordered(String hashed) {
        return "select h.hash, h.col from (" + hashed
                + ") h group by h.hash, h.col order by h.hash collate \"C\", h.col";
    }

    private static String from(Column column) {
        return column.table().sql() + " t, lateral (" + column.texts() + ") v (text)";
    }

    private String hashed(List<Column> columns, String terms, List<String> places) {
        StringJoiner union = new StringJoiner(" union all ");
        for (int i = 0; i < columns.size(); i++) {
            union.add("select " + i + " as col, w.term, " + places.get(i) + " as place from " + from(columns.get(i))
                    + ", lateral (" + terms + ") w (term)");
        }
        return "select f.col, f.place, " + hash("f.term") + " as hash from (select u.col, u.place, " + folded("u.term")
                + " as term from (" + union + ") u) f where length(f.term) >= " + minLength;
    }

    /** Sixteen bytes of SHA-256, in hexadecimal, which sorts as they do. */
    private static String hash(String term) {
        return "encode(substr(sha256(convert_to(current_setting('" + SALT + "') || " + term
                + ", 'UTF8')), 1, 16), 'hex')";
    }

    private String folded(String term) {
        return "lower(translate(" + term + ", '" + PUNCTUATION.replace("'", "''") + "', '') collate " + collation + ")";
    }

    /** How many texts of a column are too short to be looked for. */
    String tooShort(Column column) {
        return "select count(distinct v.text) from " + column.table().sql() + " t, lateral (" + column.texts()
                + ") v (text) where v.text <> '' and length(" + folded("v.text") + ") < " + minLength;
    }
}
