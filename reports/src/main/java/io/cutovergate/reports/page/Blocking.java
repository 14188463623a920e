package io.cutovergate.reports.page;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.ObligationDocument;
import io.cutovergate.reports.document.ObligationDocument.Blocker;
import java.util.List;
import java.util.Optional;

/** Puts items that only wait for another below the one that tells the cause. */
record Blocking(List<JudgedItemDocument> items) {

    List<ItemView> views(Thumbnails thumbnails) {
        return items.stream()
                .filter(item -> blocker(item).isEmpty())
                .map(item -> ItemView.of(item, blockedBy(item, thumbnails), thumbnails))
                .toList();
    }

    private List<ItemView> blockedBy(JudgedItemDocument item, Thumbnails thumbnails) {
        return items.stream()
                .filter(other -> blocker(other).filter(item::equals).isPresent())
                .map(other -> ItemView.of(other, List.of(), thumbnails))
                .toList();
    }

    /** The item that tells why this one is not proven, if nothing else stands against it. */
    private Optional<JudgedItemDocument> blocker(JudgedItemDocument item) {
        List<ObligationDocument> open = item.obligations()
                .filter(obligation -> obligation.status() != Status.PROVEN)
                .toList();
        boolean onlyWaits = !open.isEmpty()
                && open.stream().noneMatch(obligation -> obligation.blockedBy().isEmpty());
        return onlyWaits
                ? open.get(0).blockedBy().stream()
                        .flatMap(blocker -> told(blocker).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<JudgedItemDocument> told(Blocker blocker) {
        return items.stream().filter(item -> item.id().equals(blocker.item())).findFirst();
    }
}
