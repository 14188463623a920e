package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.sql.Both;

/** A column that both sides have. */
record ComparedColumn(Both<Column> column) {

    String name() {
        return column.source().name();
    }

    /** How it enters the hash of its row: as text where the sides store it as different types. */
    HashInput form(Side side) {
        Column own = column.on(side);
        // Both sides must use the same hash; the source has statistics, the target may be restored this minute.
        return storedAlike()
                ? ExactForm.of(own).of(own.reference(), column.source().seldomNull())
                : HashInput.text(own.text());
    }

    /** Whether both sides hold whole numbers in it. */
    boolean wholeNumber() {
        return column.source().wholeNumber() && column.target().wholeNumber();
    }

    private boolean storedAlike() {
        Column source = column.source();
        Column target = column.target();
        return source.builtin().equals(target.builtin())
                && source.array() == target.array()
                && source.padded() == target.padded();
    }
}
