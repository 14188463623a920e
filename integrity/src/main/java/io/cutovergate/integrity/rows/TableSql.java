package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements that compare one table, as one side has to be asked. */
record TableSql(ComparedTable compared, Side side, RowHash hash) {

    /** Longest text of a cell that is shown; of a longer one its length and digest follow. */
    private static final int SHOWN = 200;

    /** Zero and the number of rows, and nothing that could be summed. */
    String counts(Chunk chunk) {
        return "select 0, count(*) from " + from() + chunk.condition(table());
    }

    /** Number of each segment, its rows and the sums of their hashes. */
    String totals(Segments segments, Chunk chunk) {
        return totals(segments, chunk.condition(table()));
    }

    /** The same of keys between both parameters. */
    String totalsBetween(Segments segments) {
        return totals(segments, betweenParameters());
    }

    private String totals(Segments segments, String condition) {
        return "select " + segment(segments) + ", " + sums() + " from " + from() + condition
                + (segments.whole() ? "" : " group by 1");
    }

    /** Least and greatest of a key of whole numbers. */
    String bounds() {
        return "select min(" + number() + ")::pg_catalog.int8, max(" + number() + ")::pg_catalog.int8 from " + from();
    }

    /** Key, hash of the row, key as text, of keys between both parameters: in the order of the first. */
    String entriesBetween() {
        return select(number() + "::pg_catalog.int8", rowHash()) + betweenParameters() + " order by " + number();
    }

    /** Hash of the key, hash of the row, key: in the order of the first. */
    String entries() {
        return select(keyHash(), rowHash()) + " order by 1";
    }

    /** The same of the segments whose numbers are the parameter. */
    String entries(Segments segments) {
        return select(keyHash(), rowHash()) + " where " + segment(segments) + " = any (?) order by 1";
    }

    /** Hash of the row, number of rows that share it: in the order of the first. */
    String bag() {
        return "select " + rowHash() + ", count(*) from " + from() + " group by 1 order by 1";
    }

    /** Zero, hash of the row, key: in no order. */
    String keys() {
        return select("0", rowHash());
    }

    /** Place in the list of keys, which is the parameters, and hash of the row; for keys that stand here. */
    String hashesOfKeys() {
        return "select k.place, " + rowHash() + " from " + keyList() + " join " + from() + " on " + keyMatches();
    }

    /**
     * Place in the list of keys, which is the parameters, of keys whose row was written by the transaction or a later one. A
     * row's number has 32 bits and is compared by age (PostgreSQL, "Preventing Transaction ID Wraparound Failures").
     */
    String writtenSince(long transaction) {
        return "select k.place from " + keyList() + " join " + from() + " on " + keyMatches()
                + " where pg_catalog.age(t.xmin) <= pg_catalog.age('" + (transaction & 0xFFFF_FFFFL)
                + "'::pg_catalog.xid)";
    }

    /** Place in the list of keys, which is the parameters, and the text of the cells; for keys that stand here. */
    String cellsOfKeys(List<ComparedColumn> columns, boolean whole) {
        return "select k.place, " + cells(columns, whole) + " from " + keyList() + " join " + from() + " on "
                + keyMatches();
    }

    /** Hash of the row and the text of the cells, once for each of the hashes that are the parameter. */
    String cellsOfHashes(List<ComparedColumn> columns, boolean whole) {
        return "select distinct on (1) " + rowHash() + ", " + cells(columns, whole) + " from " + from() + " where "
                + rowHash() + " = any (?)";
    }

    private String select(String first, String second) {
        StringJoiner columns = new StringJoiner(", ", "select ", " from " + from());
        columns.add(first).add(second);
        compared.key().forEach(column -> columns.add(column.column().on(side).text()));
        return columns.toString();
    }

    private Table table() {
        return compared.table().on(side);
    }

    private String from() {
        return table().from();
    }

    /** The column of a key of whole numbers. */
    private String number() {
        return compared.key().get(0).column().on(side).reference();
    }

    private String betweenParameters() {
        return " where " + number() + " between ? and ?";
    }

    private String sums() {
        return hash.summands(forms(compared.columns())).stream()
                .map(summand -> "sum(" + summand + ")")
                .collect(Collectors.joining(", ", "count(*), ", ""));
    }

    private String rowHash() {
        return hash.of(forms(compared.columns()));
    }

    private String keyHash() {
        return hash.of(forms(compared.key()));
    }

    private String segment(Segments segments) {
        return switch (segments.by()) {
            case NOTHING -> "0";
            case RANGE -> number() + "::pg_catalog.int8 >> " + segments.bits();
            case HASH -> "(" + keyHash() + " & " + ((1L << segments.bits()) - 1) + ")";
        };
    }

    private List<HashInput> forms(List<ComparedColumn> columns) {
        return columns.stream().map(column -> column.form(side)).toList();
    }

    private String keyList() {
        int columns = compared.key().size();
        String arrays = String.join(", ", Collections.nCopies(columns, "?::text[]"));
        String names = IntStream.range(0, columns).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") with ordinality k (" + names + ", place)";
    }

    private String keyMatches() {
        return IntStream.range(0, compared.key().size())
                .mapToObj(i -> matches(compared.key().get(i).column().on(side), "k.k" + i))
                .collect(Collectors.joining(" and "));
    }

    /** By the index where the type is PostgreSQL's own; the operators of another may be out of sight. */
    private static String matches(Column column, String text) {
        return column.builtin().isEmpty() || column.array()
                ? column.text() + " = " + text
                : column.reference() + " = " + text + "::" + column.type();
    }

    private String cells(List<ComparedColumn> columns, boolean whole) {
        List<String> cells = columns.stream()
                .map(column -> column.column().on(side).text())
                .map(text -> whole ? text : cell(text))
                .toList();
        return cells.isEmpty() ? "null" : String.join(", ", cells);
    }

    /** A text that tells two cells apart and is never long. */
    private static String cell(String text) {
        return "case when length(%1$s) <= %2$d then %1$s else left(%1$s, %2$d) || '… (' || length(%1$s)"
                        .formatted(text, SHOWN)
                + " || ' characters, SHA-256 ' || encode(sha256(convert_to(%1$s, 'UTF8')), 'hex') || ')' end"
                        .formatted(text);
    }
}
