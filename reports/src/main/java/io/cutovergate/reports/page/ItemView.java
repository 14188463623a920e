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
 * @param broken the figures that broke a rule, which stand open
 * @param seen how much evidence is folded: {@code 3 of 4 shown, 12 figures, 2 attachments}; empty where there is none
 * @param blocked items that only wait for this one
 */
record ItemView(
        JudgedItemDocument item,
        String tone,
        List<String> sentences,
        List<ClaimView.SampleView> broken,
        String seen,
        List<ClaimView> claims,
        List<String> exempted,
        List<ItemView> blocked) {

    static ItemView of(JudgedItemDocument item, List<ItemView> blocked, Thumbnails thumbnails) {
        List<ClaimView.SampleView> broken = item.obligations()
                .filter(obligation -> obligation.status() != Status.PROVEN)
                .flatMap(obligation -> obligation.samples().stream()
                        .filter(sample -> !sample.held())
                        .map(sample -> ClaimView.SampleView.of(sample, "")))
                .toList();
        return new ItemView(
                item,
                PageView.tone(item.status()),
                sentences(item),
                broken,
                seen(item),
                item.claims().stream()
                        .map(claim -> ClaimView.of(claim, thumbnails))
                        .toList(),
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

    private static String seen(JudgedItemDocument item) {
        List<ObligationDocument> all = item.obligations().toList();
        if (all.isEmpty()) {
            return "";
        }
        long held = all.stream()
                .filter(obligation -> obligation.status() == Status.PROVEN)
                .count();
        int figures =
                all.stream().mapToInt(obligation -> obligation.samples().size()).sum();
        int attachments = all.stream()
                .mapToInt(obligation -> obligation.attachments().size())
                .sum();
        return held + " of " + all.size() + " obligations held, " + some(figures, "figure")
                + (attachments == 0 ? "" : ", " + some(attachments, "attachment"));
    }

    private static String some(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
