package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Clock;
import java.time.LocalDate;

/** What the files say of a pair, as the comparisons take it. */
final class Pairs {

    private Pairs() {}

    static Both<DatabaseAt> databases(DatabasePair pair, SqlProbe sql) {
        return new Both<>(Side.SOURCE, Side.TARGET)
                .map(side -> sql.at(pair.name(), side).within(pair.integrity().within()));
    }

    /** Rules that end on a day, as they are today (UTC). */
    static Selection selection(DatabasePair pair) {
        return Selection.of(pair, LocalDate.now(Clock.systemUTC()));
    }
}
