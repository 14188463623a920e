package io.cutovergate.bench.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What must hold, over new connections and over a kept one each.
 *
 * @param p90 of the errors, milliseconds
 * @param seen length from which on no outage may be missed, milliseconds
 * @param invented how many outages may be seen that were none
 */
record Limits(double p90, long seen, long invented) {

    private static final double PERIOD = 20;

    /** One probe interval. Of few cases, on a machine with other work, that none is missed is all that is judged. */
    static Limits of(boolean small) {
        return small ? new Limits(Double.POSITIVE_INFINITY, 200, Long.MAX_VALUE) : new Limits(PERIOD, 200, 0);
    }

    List<String> beyond(List<Row> rows, List<Found> found, List<Stray> strays) {
        List<String> beyond = new ArrayList<>();
        if (found.isEmpty()) {
            beyond.add("no case was looked at");
        }
        rows.stream()
                .filter(row -> row.kind().equals("all") && !(row.p90() <= p90))
                .forEach(row -> beyond.add(String.format(
                        Locale.ROOT,
                        "%s connections: p90 of the error %.1f ms, limit %.0f ms",
                        row.series(),
                        row.p90(),
                        p90)));
        found.stream()
                .filter(one -> one.missed() && one.made().micros() >= seen * 1000)
                .forEach(one -> beyond.add("missed over " + one.series() + " connections: "
                        + one.made().kind() + " for " + one.made().micros() / 1000 + " ms"));
        long those = strays.stream()
                .filter(stray -> stray.cause() == Stray.Cause.INVENTED)
                .count();
        if (those > invented) {
            beyond.add(those + " outages were seen that were none");
        }
        return beyond;
    }
}
