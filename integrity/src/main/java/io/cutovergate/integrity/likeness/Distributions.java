package io.cutovergate.integrity.likeness;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.DatabaseRules.Distribution;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.likeness.Histogram.Bucket;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts the values of declared columns in buckets that the source makes: tenths of what has an order (numbers, times), and the most
 * common values of everything else. Both are counted in the databases.
 */
public final class Distributions {

    /** Values of a column without an order that get a bucket of their own. */
    private static final int COMMON = 20;

    private static final int TENTHS = 10;
    private static final String COLUMNS = Resource.sql(Distributions.class, "column");

    private record Column(TableName table, String name, String type, boolean ordered) {

        String sql() {
            return Identifier.quote(name);
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private final Snapshots snapshots;
    private final Selection selection;

    public Distributions(Snapshots snapshots, Selection selection) {
        this.snapshots = snapshots;
        this.selection = selection;
    }

    /** One histogram for each column; {@link Unexamined} where a side does not have one. */
    public List<Histogram> of(List<Distribution> declared) {
        Both<List<Column>> columns = snapshots.ask(side -> side.list("columns", COLUMNS, Distributions::column));
        List<Histogram> histograms = new ArrayList<>();
        for (Distribution distribution : declared) {
            for (String name : distribution.columns()) {
                find(columns.target(), distribution.table(), name, Side.TARGET);
                Column column = find(columns.source(), distribution.table(), name, Side.SOURCE);
                histograms.add(column.ordered() ? tenths(column) : common(column));
            }
        }
        return histograms;
    }

    private static Column find(List<Column> columns, String table, String name, Side side) {
        return columns.stream()
                .filter(column ->
                        column.table().isCalled(table) && column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unexamined("the " + side + " has no column " + name + " of a table " + table
                        + ", which databases.*.distributions declares"));
    }

    private Histogram tenths(Column column) {
        String cuts = IntStream.range(1, TENTHS).mapToObj(i -> "0." + i).collect(Collectors.joining(", "));
        List<String> bounds = snapshots
                .on(Side.SOURCE)
                .list(
                        "tenths of " + column,
                        "select distinct b.bound, b.bound::text from (select unnest(percentile_disc(array[" + cuts
                                + "]) within group (order by " + column.sql() + ")) as bound from "
                                + column.table().sql() + ") b where b.bound is not null order by 1",
                        row -> row.getString(2));
        String number = bounds.isEmpty()
                ? "case when " + column.sql() + " is not null then 0 end"
                : "width_bucket(" + column.sql() + ", (select ?::text[]::" + column.type() + "[]))";
        Both<Map<String, Long>> counts = snapshots.ask(side -> count(side, column, number + "::text", bounds));
        List<String> keys = IntStream.rangeClosed(0, bounds.size())
                .mapToObj(Integer::toString)
                .toList();
        List<String> names = IntStream.rangeClosed(0, bounds.size())
                .mapToObj(i -> i == 0
                        ? (bounds.isEmpty() ? "any" : "below " + shown(column, bounds.get(0)))
                        : "from " + shown(column, bounds.get(i - 1)))
                .toList();
        return histogram(column, keys, names, counts);
    }

    private Histogram common(Column column) {
        List<String> values = snapshots
                .on(Side.SOURCE)
                .list(
                        "common values of " + column,
                        "select " + column.sql() + "::text from "
                                + column.table().sql() + " where " + column.sql()
                                + " is not null group by 1 order by count(*) desc, 1 limit " + COMMON,
                        row -> row.getString(1));
        String number = "case when " + column.sql() + " is not null then coalesce(array_position(?, " + column.sql()
                + "::text) - 1, " + values.size() + ")::text end";
        Both<Map<String, Long>> counts = snapshots.ask(side -> count(side, column, number, values));
        List<String> keys = IntStream.rangeClosed(0, values.size())
                .mapToObj(Integer::toString)
                .toList();
        List<String> names = new ArrayList<>(
                values.stream().map(value -> "'" + shown(column, value) + "'").toList());
        names.add("any other");
        return histogram(column, keys, names, counts);
    }

    private String shown(Column column, String value) {
        return selection.masked(column.table()).contains(column.name()) ? "***" : value;
    }

    /** Rows by the number of the bucket; of no value by the empty text. */
    private static Map<String, Long> count(Snapshot side, Column column, String number, List<String> bounds) {
        Map<String, Long> counts = new TreeMap<>();
        String sql = "select coalesce(b.number, ''), count(*) from (select " + number + " as number from "
                + column.table().sql() + ") b group by 1";
        Object[] parameters = sql.contains("?") ? new Object[] {bounds} : new Object[0];
        side.list("distribution of " + column, sql, row -> counts.put(row.getString(1), row.getLong(2)), parameters);
        return counts;
    }

    /** Buckets that are empty on both sides say nothing and are left out. */
    private static Histogram histogram(
            Column column, List<String> keys, List<String> names, Both<Map<String, Long>> counts) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            buckets.add(bucket(names.get(i), keys.get(i), counts));
        }
        buckets.add(bucket("null", "", counts));
        return new Histogram(
                column.toString(),
                buckets.stream()
                        .filter(bucket -> bucket.rows().source() + bucket.rows().target() > 0)
                        .toList());
    }

    private static Bucket bucket(String name, String key, Both<Map<String, Long>> counts) {
        return new Bucket(name, counts.map(side -> side.getOrDefault(key, 0L)));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                new TableName(row.getString("schema"), row.getString("name")),
                row.getString("column_name"),
                row.getString("type"),
                row.getBoolean("ordered"));
    }

    /** The histogram to look at. */
    public static String draw(Histogram histogram) {
        return HistogramSvg.draw(histogram);
    }
}
