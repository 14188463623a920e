package io.cutovergate.harness.previous;

import io.cutovergate.harness.evidence.Sample;
import java.util.List;

/**
 * A claim that was asked of one subject, and what was seen.
 *
 * @param claim with its item: {@code data-integrity/rows-are-the-same}
 * @param status as it was written: {@code proven}, {@code failed}
 * @param kept what was seen, in files beside the verdict
 */
public record PreviousObligation(
        String item, String claim, String subject, String status, List<Sample> samples, List<Kept> kept) {

    /** The status of what held. */
    public static final String PROVEN = "proven";
}
