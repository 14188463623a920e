package io.cutovergate.integrity.backup;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.backup.Content.Rows;
import io.cutovergate.integrity.selection.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded when a backup was made, in the same snapshot. Lines of fields between tabs:
 *
 * <pre>
 * format   1
 * taken    2026-11-26T02:00:00Z
 * objects  tables   17
 * table    public   orders   6000   -81723…
 * </pre>
 */
public record Manifest(Instant taken, Content content) {

    private static final String FORMAT = "1";

    /** Reads one; {@link Unexamined} names the line that is none. */
    public static Manifest parse(String text, String where) {
        Content content = new Content(new TreeMap<>(), new TreeMap<>());
        @Nullable Instant taken = null;
        boolean known = false;
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            String[] fields = line.split("\t", -1);
            try {
                switch (fields[0] + fields.length) {
                    case "format2" -> known = fields[1].equals(FORMAT);
                    case "taken2" -> taken = Instant.parse(fields[1]);
                    case "objects3" -> content.objects().put(fields[1], Long.valueOf(fields[2]));
                    case "table5" ->
                        content.tables()
                                .put(
                                        new TableName(fields[1], fields[2]),
                                        new Rows(Long.parseLong(fields[3]), new BigDecimal(fields[4])));
                    default -> throw new IllegalArgumentException("unknown");
                }
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new Unexamined(where + " prints no manifest: its line '" + line + "' is none", e);
            }
        }
        if (!known) {
            throw new Unexamined(where + " prints no manifest of format " + FORMAT);
        }
        if (taken == null) {
            throw new Unexamined(where + " prints a manifest without the time at which the backup was taken");
        }
        if (content.tables().isEmpty()) {
            throw new Unexamined(where + " prints a manifest without a table: a restored backup proves nothing by it");
        }
        return new Manifest(taken, content);
    }
}
