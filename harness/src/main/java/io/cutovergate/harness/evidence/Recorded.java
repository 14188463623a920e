package io.cutovergate.harness.evidence;

import java.util.List;

/** Everything one check recorded for one subject. */
public record Recorded(List<Sample> samples, List<Attachment> attachments, List<String> notes) {

    /** Nothing at all, for an obligation whose check never ran. */
    public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of());
}
