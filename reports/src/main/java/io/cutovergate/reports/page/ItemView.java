package io.cutovergate.reports.page;

import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.JudgedItemDocument.Signed;
import io.cutovergate.reports.document.ObligationDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * An item as the page shows it.
 *
 * @param tone class of its colours
 * @param sentences why it has its status
 * @param aside how much evidence there is, or who answers for it; empty where there is nothing to say
 * @param pictures of what is not proven, which stand open
 * @param blocked items that only wait for this one
 */
record ItemView(
        JudgedItemDocument item,
        String tone,
        List<String> sentences,
        String aside,
        List<ClaimView.AttachmentView> pictures,
        List<ClaimView> claims,
        List<String> exempted,
        List<ItemView> blocked) {

    static ItemView of(JudgedItemDocument item, List<ItemView> blocked, Thumbnails thumbnails) {
        List<ClaimView> claims = item.claims().stream()
                .map(claim -> ClaimView.of(claim, thumbnails))
                .toList();
        return new ItemView(
                item,
                PageView.tone(item.status()),
                sentences(item),
                aside(item),
                claims.stream().flatMap(ClaimView::picturesOfOpen).toList(),
                claims,
                item.exempted(),
                blocked);
    }

    /** Why the item has its status, in words; one sentence or more for every status but proven. */
    static List<String> sentences(JudgedItemDocument item) {
        List<String> sentences = new ArrayList<>();
        Exemption waiver = item.waiver();
        Exemption notApplicable = item.notApplicable();
        Signed signed = item.signed();
        if (waiver != null) {
            sentences.add("Waived until " + waiver.until() + " by " + waiver.owner() + ": " + waiver.why());
        }
        if (notApplicable != null) {
            sentences.add("Until " + notApplicable.until() + ", " + notApplicable.owner() + " answers for it: "
                    + notApplicable.why());
        }
        if (signed != null) {
            sentences.add("Signed by " + signed.by() + " on " + signed.on() + ": " + signed.statement());
        }
        item.causes().stream().flatMap(String::lines).forEach(sentences::add);
        return sentences;
    }

    private static String aside(JudgedItemDocument item) {
        if (item.signed() != null) {
            return item.signed().by() + ", " + item.signed().on();
        }
        if (item.notApplicable() != null) {
            return item.notApplicable().owner() + ", until "
                    + item.notApplicable().until();
        }
        return evidence(item.obligations().toList());
    }

    private static String evidence(List<ObligationDocument> all) {
        long held = all.stream()
                .filter(obligation -> obligation.status() == Status.PROVEN)
                .count();
        int figures =
                all.stream().mapToInt(obligation -> obligation.samples().size()).sum();
        int attachments = all.stream()
                .mapToInt(obligation -> obligation.attachments().size())
                .sum();
        if (all.isEmpty() || (held == 0 && figures + attachments == 0)) {
            return "";
        }
        return (held == all.size() ? "" : held + " of ")
                + some(all.size(), "obligation")
                + (held == all.size() ? "" : " held")
                + ", "
                + some(figures, "figure")
                + (attachments == 0 ? "" : ", " + some(attachments, "attachment"));
    }

    private static String some(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
