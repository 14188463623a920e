package io.cutovergate.cli;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.yaml.JsonText;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.Difference;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Following;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.TableName;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One JSON object a line: each difference, and the totals last; while both sides are followed, how that stands. */
final class JsonOutput implements CompareOutput {

    private final PrintStream out;
    private final Secrets secrets;
    private String lastStanding = "";

    JsonOutput(PrintStream out, Secrets secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    @Override
    public void begin(CompareSides.Pair pair) {}

    @Override
    public void progress(String line) {}

    @Override
    public void table(TableResult table) {}

    @Override
    public void difference(TableName table, Difference difference) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        difference.row().forEach(value -> key.put(value.column(), value.text()));
        object.put("table", table.toString());
        object.put("key", key);
        object.put("kind", difference.kind().toString());
        object.put("copies", difference.copies());
        object.put("columns", difference.cells().stream().map(JsonOutput::cell).toList());
        print(object);
    }

    private static Map<String, @Nullable Object> cell(Difference.Cell cell) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("column", cell.column());
        object.put("source", cell.source());
        object.put("target", cell.target());
        return object;
    }

    @Override
    public void end(DataResult result, Duration elapsed) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        totals.put("result", result.verdict().toString());
        totals.put("tables", result.tables().size());
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put(Side.SOURCE.toString(), result.rowsOnSource());
        rows.put(Side.TARGET.toString(), result.rowsOnTarget());
        totals.put("rows", rows);
        for (Kind kind : Kind.values()) {
            totals.put(kind.toString(), result.count(kind));
        }
        totals.put("different", different(result));
        totals.put("uncompared", names(result.uncompared()));
        totals.put("left-out", names(result.leftOut()));
        totals.put("method", result.method());
        totals.put("seconds", elapsed.toMillis() / 1000.0);
        print(totals);
    }

    @Override
    public void followed(DataResult full, Duration elapsed) {
        event("following", elapsed);
    }

    /** Only what is new. */
    @Override
    public void standing(Following.Standing standing) {
        String now = standing.changes() + " " + standing.waiting();
        if (!now.equals(lastStanding)) {
            lastStanding = now;
            Map<String, @Nullable Object> event = new LinkedHashMap<>();
            event.put("event", "standing");
            event.put("changes", standing.changes());
            event.put("waiting", standing.waiting());
            event.put("whole", standing.whole());
            print(event);
        }
    }

    @Override
    public void finished(Duration elapsed) {
        event("finished", elapsed);
    }

    private void event(String name, Duration elapsed) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("event", name);
        event.put("seconds", elapsed.toMillis() / 1000.0);
        print(event);
    }

    private static List<Map<String, Object>> different(DataResult result) {
        return result.tables().stream()
                .filter(TableResult::differs)
                .map(table -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("table", table.table().toString());
                    table.counts().forEach((kind, count) -> object.put(kind.toString(), count));
                    object.put("one-sided", table.oneSided());
                    return object;
                })
                .toList();
    }

    private static Map<String, String> names(Map<TableName, String> tables) {
        Map<String, String> names = new TreeMap<>();
        tables.forEach((table, why) -> names.put(table.toString(), why));
        return names;
    }

    @Override
    public void broken(String why) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("result", DataResult.Verdict.NOT_FULLY_COMPARED.toString());
        object.put("why", why);
        print(object);
    }

    private void print(Map<String, @Nullable Object> object) {
        out.println(secrets.mask(JsonText.of(object)));
    }
}
