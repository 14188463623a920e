package io.cutovergate.cli;

import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.Difference;
import io.cutovergate.integrity.rows.Following;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.TableName;
import java.time.Duration;

/** How a comparison is told: to a person or to a program. Called by one thread at a time. */
interface CompareOutput {

    void begin(CompareSides.Pair pair);

    /** How far it is; repainted where that can be done. */
    void progress(String line);

    void table(TableResult table);

    void difference(TableName table, Difference difference);

    /** Everything was compared once; from now on both sides are followed. */
    void followed(DataResult full, Duration elapsed);

    /** How following stands; called again and again. */
    void standing(Following.Standing standing);

    /** The source was frozen, and what was left has been compared. */
    void finished(Duration elapsed);

    void end(DataResult result, Duration elapsed);

    /** It ended before it was done. */
    void broken(String why);
}
