package io.cutovergate.integrity.schema;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import java.util.Locale;

/** How the digests of a schema are named in a verdict, where a later gate looks them up. */
public final class SchemaFigures {

    /** The claim that keeps them. */
    public static final String CLAIM = "data-integrity/schema-is-the-same";

    /** What the digests are of: declared otherwise, they say nothing of a change. */
    public static final String SCOPE = "objects digested";

    /** Digits of a digest that tell two apart and that a person can compare. */
    private static final int SHOWN = 12;

    private SchemaFigures() {}

    /** For example {@code digest of tables}. */
    public static String digest(Kind kind) {
        return "digest of " + kind.plural().toLowerCase(Locale.ROOT);
    }

    /** For example {@code main at source}, whatever the vantage of the gate. */
    public static String subject(String database, Side side) {
        return database + " at " + side;
    }

    /** What the files choose: schemas, and the tables that are left out. */
    public static String scope(Selection selection) {
        String schemas = selection.schemas().isEmpty()
                ? "all schemas"
                : "schemas "
                        + String.join(
                                ", ", selection.schemas().stream().sorted().toList());
        String without = String.join(
                ", ",
                selection.excluded().stream()
                        .map(exclusion -> exclusion.table())
                        .sorted()
                        .toList());
        return without.isEmpty() ? schemas : schemas + " without " + without;
    }

    /** The beginning of a digest, for messages. */
    public static String shortened(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
