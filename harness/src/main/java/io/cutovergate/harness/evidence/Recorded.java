package io.cutovergate.harness.evidence;

import java.util.List;

/**
 * Everything one check recorded for one subject.
 *
 * @param notes what a reader of its row must know
 * @param headlines what a reader of the verdict must know first
 */
public record Recorded(List<Sample> samples, List<Attachment> attachments, List<String> notes, List<String> headlines) {

    /** Nothing at all, for an obligation whose check never ran. */
    public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of(), List.of());
}
