package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;

/** Is told how a comparison goes on. Calls may come from several threads, one at a time for each table. */
public interface ComparisonListener {

    /** One that does not listen. */
    ComparisonListener NONE = new ComparisonListener() {};

    /**
     * The work is known.
     *
     * @param rows of both sides together, as the planner believes
     */
    default void planned(int tables, long rows) {}

    /** So many rows more of both sides together were examined. */
    default void examined(long rows) {}

    default void finished(TableResult table) {}

    /** How many rows that differ of each table are handed over; all are counted. */
    default long wanted() {
        return 0;
    }

    /** Whether the statements that would make the target equal are handed over with them. */
    default boolean repairs() {
        return false;
    }

    /** Some rows that differ, with the statements that would mend them where these are wanted. */
    default void found(TableName table, List<Difference> differences, List<String> repair) {}
}
