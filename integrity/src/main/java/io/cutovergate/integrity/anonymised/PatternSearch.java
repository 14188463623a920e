package io.cutovergate.integrity.anonymised;

import io.cutovergate.integrity.anonymised.pattern.Finder;
import io.cutovergate.integrity.anonymised.pattern.Finder.Sightings;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Reads every text of a database once and hands what could be personal to the finders. A rough filter runs in the database; check
 * digits and reserved ranges are looked at here. Nothing that is read is kept.
 */
public final class PatternSearch {

    private static final Comparator<Column> BY_NAME = Comparator.comparing(Column::toString);

    /** Places told of one kind in one column. */
    private static final int SHOWN = 3;

    /** An address, a row of at least seven digits however grouped, or the beginning of an IBAN. */
    private static final String ROUGH =
            "(strpos(s.v, '@') > 0 or s.v ~ '[0-9]([ ()./-]{0,2}[0-9]){6}' or s.v ~* '[A-Z]{2}[0-9]{2}[ -]?[A-Z0-9]{4}')";

    /** What one finder saw in one column. */
    public static final class Tally {
        private final List<String> places = new ArrayList<>();
        private long rows;
        private long reserved;

        /** Rows with something real. */
        public long rows() {
            return rows;
        }

        /** What was seen that is kept for tests. */
        public long reserved() {
            return reserved;
        }

        public List<String> places() {
            return places;
        }

        private void add(Sightings seen, String place) {
            reserved += seen.reserved();
            if (seen.real() > 0) {
                rows++;
                if (places.size() < SHOWN) {
                    places.add(place);
                }
            }
        }
    }

    private final Reading reading;
    private final List<Finder> finders;
    private final Map<String, List<String>> masked;
    private final boolean everything;
    private final Map<Finder, Map<Column, Tally>> tallies = new LinkedHashMap<>();
    private long candidates;

    /**
     * @param masked declared columns, whose values name no row
     * @param everything whether a finder looks for what the rough filter does not know
     */
    public PatternSearch(Reading reading, List<Finder> finders, Map<String, List<String>> masked, boolean everything) {
        this.reading = reading;
        this.finders = finders;
        this.masked = masked;
        this.everything = everything;
        // A policy that hides rows becomes an error.
        reading.execute("settings", "set local row_security = off");
        finders.forEach(finder -> tallies.put(finder, new TreeMap<>(BY_NAME)));
    }

    /** All columns of the database. */
    public Columns columns() {
        return Columns.read(reading);
    }

    /** Searches columns, each table in one pass. */
    public PatternSearch search(List<Column> columns) {
        Map<TableName, List<Column>> tables = new LinkedHashMap<>();
        columns.forEach(column -> tables.computeIfAbsent(column.table(), first -> new ArrayList<>())
                .add(column));
        tables.forEach(this::search);
        return this;
    }

    private void search(TableName table, List<Column> columns) {
        StringJoiner values = new StringJoiner(" union all ");
        StringJoiner places = new StringJoiner(" ");
        for (int i = 0; i < columns.size(); i++) {
            Place place = Place.of(columns.get(i), masked);
            values.add("select " + i + ", v from (" + columns.get(i).wholeTexts() + ") x (v)");
            places.add("when " + i + " then "
                    + (place.isKnown() ? place.sql() : "'" + place.toString().replace("'", "''") + "'"));
        }
        String sql = "select s.c, case s.c " + places + " end, s.v from " + table.sql() + " t, lateral (" + values
                + ") s (c, v) where " + (everything ? "s.v <> ''" : ROUGH);
        try (Rows<String[]> rows = reading.stream(
                "texts of " + table, sql, row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})) {
            while (rows.hasNext()) {
                String[] row = rows.next();
                look(columns.get(Integer.parseInt(row[0])), row[1], row[2]);
            }
        }
    }

    private void look(Column column, String place, String text) {
        candidates++;
        for (Finder finder : finders) {
            Sightings seen = finder.in(text);
            if (!seen.equals(Sightings.NONE)) {
                tallies.computeIfAbsent(finder, first -> new TreeMap<>(BY_NAME))
                        .computeIfAbsent(column, first -> new Tally())
                        .add(seen, isPersonal(place) ? "a row whose key is not shown" : place);
            }
        }
    }

    private boolean isPersonal(String place) {
        return finders.stream().anyMatch(finder -> finder.in(place).real() > 0);
    }

    /** What each finder saw, by column; columns in which it saw nothing are not among them. */
    public Map<Finder, Map<Column, Tally>> tallies() {
        return tallies;
    }

    /** Texts that were looked at. */
    public long candidates() {
        return candidates;
    }
}
