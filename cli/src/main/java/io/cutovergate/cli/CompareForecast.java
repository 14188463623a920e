package io.cutovergate.cli;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.rows.Comparing;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.Forecast;
import java.io.PrintStream;
import java.util.Locale;

/** Says how long a comparison will take, from the sizes of the tables and the speed of the first chunks. */
final class CompareForecast {

    private CompareForecast() {}

    /** Reads a little; a forecast finds no difference. */
    static DataResult.Verdict tell(CompareSides.Pair pair, Comparing how) {
        PrintStream out = Program.out();
        try {
            Forecast forecast = Forecast.of(pair.databases(), pair.selection(), how);
            for (Forecast.Table table : forecast.tables()) {
                out.printf(
                        Locale.ROOT,
                        "%-40s %,12d MiB %10.1f s%s%n",
                        table.name(),
                        table.pages() / 128,
                        table.seconds() / how.connections(),
                        table.measured() ? "" : "   (as fast as the others)");
            }
            out.println("About " + forecast.with(how.connections()).toSeconds() + " s by " + how.connections()
                    + " connections, where the data is equal; a table that differs takes up to twice its time.");
            return DataResult.Verdict.EQUAL;
        } catch (Unexamined e) {
            new TerminalOutput(out, Program.style(), pair.secrets()).broken(String.valueOf(e.getMessage()));
            return DataResult.Verdict.NOT_FULLY_COMPARED;
        }
    }
}
