package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.DatabaseAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a comparison of equal data will take: the first chunk of the largest tables is really summed, and the rest is as
 * fast as that, page by page.
 *
 * @param tables the largest first
 * @param pages of the measured chunks that a second of one connection takes
 */
public record Forecast(List<Table> tables, double pages) {

    /** Tables whose speed is measured. */
    private static final int MEASURED = 3;

    /**
     * A table.
     *
     * @param pages of the larger side
     * @param measured whether its own speed was measured
     */
    public record Table(TableName name, long pages, boolean measured, double secondsPerPage) {

        /** Seconds of one connection. */
        public double seconds() {
            return pages * secondsPerPage;
        }
    }

    /** Measures; reads no more than {@value #MEASURED} chunks of each side. */
    public static Forecast of(Both<DatabaseAt> databases, Selection selection, Comparing how) {
        try (Snapshots snapshots = Snapshots.open(databases)) {
            Worklist work = Worklist.of(Catalog.ofBoth(snapshots, selection), selection);
            RowHash hash = Handshake.agreed(snapshots, work.types(), how.hash());
            List<ComparedTable> largest = work.compared().stream()
                    .sorted((one, other) -> Long.compare(pages(other), pages(one)))
                    .toList();
            List<Table> measured = new ArrayList<>();
            for (ComparedTable table : largest.subList(0, Math.min(MEASURED, largest.size()))) {
                measured.add(measured(databases, table, hash, how, snapshots));
            }
            double seconds =
                    measured.stream().mapToDouble(Forecast::secondsOfChunk).sum();
            double pages = measured.stream().mapToDouble(Forecast::pagesOfChunk).sum();
            List<Table> all = new ArrayList<>(measured);
            largest.stream()
                    .skip(MEASURED)
                    .forEach(table -> all.add(new Table(table.name(), pages(table), false, seconds / pages)));
            return new Forecast(List.copyOf(all), pages / Math.max(seconds, 1e-9));
        }
    }

    /** With so many connections, which share the work of large tables. */
    public Duration with(int connections) {
        double seconds = tables.stream().mapToDouble(Table::seconds).sum();
        return Duration.ofMillis(Math.round(seconds * 1000 / connections));
    }

    private static Table measured(
            Both<DatabaseAt> databases, ComparedTable table, RowHash hash, Comparing how, Snapshots snapshots) {
        TableWork work = new TableWork(databases, table, hash, how);
        Chunk first = work.chunks().get(0);
        long began = System.nanoTime();
        work.sum(first, snapshots);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Table(table.name(), pages(table), true, seconds / chunk(pages(table)));
    }

    private static double secondsOfChunk(Table table) {
        return table.secondsPerPage() * pagesOfChunk(table);
    }

    private static double pagesOfChunk(Table table) {
        return chunk(table.pages());
    }

    private static double chunk(long pages) {
        return (double) pages / Chunk.count(pages);
    }

    /** Of the larger side; one where nobody knows. */
    private static long pages(ComparedTable table) {
        Both<Long> blocks = table.table().map(io.cutovergate.integrity.rows.Table::blocks);
        return Math.max(1, Math.max(blocks.source(), blocks.target()));
    }
}
