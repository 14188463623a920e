package io.cutovergate.reports.page;

import io.cutovergate.reports.document.VerdictDocument;
import java.util.ArrayList;
import java.util.List;

/** What belongs to no item and must be read before all items. */
final class Alerts {

    private Alerts() {}

    static List<String> of(VerdictDocument document) {
        List<String> alerts = new ArrayList<>();
        document.faults().forEach(fault -> alerts.add("The harness itself broke: " + fault));
        if (document.interrupted() != null) {
            alerts.add("The run was interrupted: " + document.interrupted());
        }
        alerts.addAll(document.notes().stream().map(note -> "Note: " + note).toList());
        return alerts;
    }
}
