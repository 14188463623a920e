package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.previous.PreviousVerdict;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.integrity.rows.Writes;
import io.cutovergate.integrity.schema.SchemaFigures;
import io.cutovergate.integrity.selection.TableName;
import java.util.Map;
import java.util.TreeMap;

/** What the target had written when it was opened: kept by the cutover gate, asked for by the gate after it. */
record OpenedTarget(DatabasePair pair) {

    static final String CLAIM = "data-integrity/rows-are-the-same";

    private static final String TRANSACTION = "transaction from which on the target writes";
    private static final String DELETED = "rows deleted before";
    private static final String UPDATED = "rows updated before";
    private static final String KEPT_FOR = "data-integrity after the cutover";

    void keep(Writes writes, Evidence evidence) {
        evidence.measure(TRANSACTION, subject(), writes.transaction()).keptFor(KEPT_FOR);
        keep(DELETED, writes.deleted(), evidence);
        keep(UPDATED, writes.updated(), evidence);
    }

    private void keep(String name, Map<TableName, Long> tables, Evidence evidence) {
        tables.forEach(
                (table, count) -> evidence.measure(name, table + of(), count).keptFor(KEPT_FOR));
    }

    /** As the cutover's verdict tells it; {@code Unexamined} where there is none. */
    Writes read(Migration migration) {
        PreviousVerdict cutover = PreviousVerdict.of(Gate.CUTOVER, migration);
        return new Writes(
                Long.parseLong(cutover.sample(CLAIM, TRANSACTION, subject()).value()),
                tables(cutover, DELETED),
                tables(cutover, UPDATED));
    }

    private Map<TableName, Long> tables(PreviousVerdict cutover, String name) {
        Map<TableName, Long> tables = new TreeMap<>();
        cutover.of(CLAIM).stream()
                .flatMap(obligation -> obligation.samples().stream())
                .filter(sample -> sample.name().equals(name) && sample.subject().endsWith(of()))
                .forEach(sample -> tables.put(table(sample), Long.parseLong(sample.value())));
        return tables;
    }

    private TableName table(Sample sample) {
        String name = sample.subject().substring(0, sample.subject().length() - of().length());
        return new TableName(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1));
    }

    private String of() {
        return " of " + subject();
    }

    /** Whatever the vantage of the gate. */
    private String subject() {
        return SchemaFigures.subject(pair.name(), Side.TARGET);
    }
}
