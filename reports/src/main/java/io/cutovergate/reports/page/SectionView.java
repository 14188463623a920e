package io.cutovergate.reports.page;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.VerdictDocument;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A part of the page with the items of like status.
 *
 * @param isOpen whether its items stand open as cards; else they are folded rows
 */
record SectionView(String id, String title, boolean isOpen, List<ItemView> items) {

    private enum Kind {
        IN_THE_WAY("What stands in the way", true),
        INCONCLUSIVE("Too few samples to say", true),
        WAIVED("Not proven, and waived", true),
        LEFT_OUT("Not asked in this run", false),
        SHOWN("Proven and signed", false),
        NOT_APPLICABLE("Declared not applicable", false);

        private final String title;
        private final boolean isOpen;

        Kind(String title, boolean isOpen) {
            this.title = title;
            this.isOpen = isOpen;
        }

        static Kind of(Status status) {
            return switch (status) {
                case FAILED, UNPROVEN -> IN_THE_WAY;
                case INCONCLUSIVE -> INCONCLUSIVE;
                case WAIVED -> WAIVED;
                case LEFT_OUT -> LEFT_OUT;
                case PROVEN, SIGNED -> SHOWN;
                case NOT_APPLICABLE -> NOT_APPLICABLE;
            };
        }

        String id() {
            return PageView.tone(name().replace('_', ' '));
        }
    }

    static List<SectionView> all(VerdictDocument document, Thumbnails thumbnails) {
        return Arrays.stream(Kind.values())
                .map(kind -> of(kind, document, thumbnails))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    /** Where the items of a status stand. */
    static String idOf(Status status) {
        return Kind.of(status).id();
    }

    private static SectionView of(Kind kind, VerdictDocument document, Thumbnails thumbnails) {
        List<JudgedItemDocument> items = document.items().stream()
                .filter(item -> Kind.of(item.status()) == kind)
                .sorted(Comparator.comparing(item -> item.status() != Status.FAILED))
                .toList();
        return new SectionView(kind.id(), kind.title, kind.isOpen, new Blocking(items).views(thumbnails));
    }
}
