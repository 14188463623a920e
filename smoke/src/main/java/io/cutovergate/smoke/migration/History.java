package io.cutovergate.smoke.migration;

import java.util.List;

/**
 * What a database remembers of its migrations.
 *
 * @param table where it stands
 * @param applied in the tool's order
 * @param failed those that did not end well, with the state that the tool gives them
 * @param locks who holds the lock of the tool
 */
record History(String table, List<Change> applied, List<String> failed, List<String> locks) {

    History {
        applied = List.copyOf(applied);
        failed = List.copyOf(failed);
        locks = List.copyOf(locks);
    }
}
