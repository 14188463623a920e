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

    /** Number of rows, and nothing that could be summed. */
    String counts() {
        return "select count(*), '' from " + from();
    }

    /** Number of rows and sum of their hashes. */
    String totals() {
        return "select count(*), coalesce(sum(" + rowHash() + "), 0)::text from " + from();
    }

    /** The same for each segment of keys that share their lowest bits. */
    String segments(int bits) {
        return "select " + segment(bits) + ", count(*), sum(" + rowHash() + ")::text from " + from() + " group by 1";
    }

    /** Hash of the key, hash of the row, key: in the order of the first. */
    String entries() {
        return select(keyHash(), rowHash()) + " order by 1";
    }

    /** The same of the segments whose numbers are the parameter. */
    String entries(int bits) {
        return select(keyHash(), rowHash()) + " where " + segment(bits) + " = any (?) order by 1";
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

    /** Place in the list of keys, which is the parameters, and the text of every cell; for keys that stand here. */
    String cellsOfKeys() {
        return "select k.place, " + cells() + " from " + keyList() + " join " + from() + " on " + keyMatches();
    }

    /** Hash of the row and the text of every cell, once for each of the hashes that are the parameter. */
    String cellsOfHashes() {
        return "select distinct on (1) " + rowHash() + ", " + cells() + " from " + from() + " where " + rowHash()
                + " = any (?)";
    }

    private String select(String first, String second) {
        StringJoiner columns = new StringJoiner(", ", "select ", " from " + from());
        columns.add(first).add(second);
        compared.key().forEach(column -> columns.add(column.column().on(side).text()));
        return columns.toString();
    }

    private String from() {
        return compared.table().on(side).from();
    }

    private String rowHash() {
        return hash.of(forms(compared.columns()));
    }

    private String keyHash() {
        return hash.of(forms(compared.key()));
    }

    private String segment(int bits) {
        return "(" + keyHash() + " & " + ((1L << bits) - 1) + ")";
    }

    private List<String> forms(List<ComparedColumn> columns) {
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

    private String cells() {
        List<String> cells = compared.columns().stream()
                .map(column -> cell(column.column().on(side).text()))
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
