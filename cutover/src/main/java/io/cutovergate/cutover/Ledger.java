package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the writes of a watch: what their senders were told, against what stands on either side.
 *
 * @param writes those that ended
 * @param unheard identifiers that may have been sent by an observer that was killed
 * @param serving what stands on the side that serves now, by identifier: its content, once for each time that it stands there
 * @param other the same of the other side
 */
record Ledger(
        List<Write> writes,
        Collection<String> unheard,
        Map<String, List<String>> serving,
        Map<String, List<String>> other) {

    /** Acknowledged, and not on the serving side; in a text that says whether the other has it. */
    List<String> missing() {
        return acknowledged()
                .filter(write -> !serving.containsKey(write.id()))
                .map(write -> write.id() + (other.containsKey(write.id()) ? " (on the other side only)" : " (nowhere)"))
                .toList();
    }

    /** On the serving side more than once, acknowledged or not. */
    List<String> doubled() {
        return serving.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " (" + entry.getValue().size() + " times)")
                .sorted()
                .toList();
    }

    /** On both sides with another content. */
    List<String> conflicting() {
        return serving.entrySet().stream()
                .filter(entry -> other.containsKey(entry.getKey()))
                .filter(entry -> !new HashSet<>(entry.getValue()).equals(new HashSet<>(other.get(entry.getKey()))))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Refused, and there nevertheless. */
    List<String> refusedButThere() {
        return writes.stream()
                .filter(write -> write.answered() == Write.Answered.REFUSED)
                .map(Write::id)
                .filter(serving::containsKey)
                .toList();
    }

    /** Those whose senders do not know, with what became of them. */
    Map<String, Boolean> inDoubt() {
        Map<String, Boolean> doubt = new HashMap<>();
        writes.stream()
                .filter(write -> write.answered() == Write.Answered.IN_DOUBT)
                .forEach(write -> doubt.put(write.id(), serving.containsKey(write.id())));
        unheard.stream().filter(serving::containsKey).forEach(id -> doubt.put(id, true));
        return doubt;
    }

    long acknowledgedCount() {
        return acknowledged().count();
    }

    long refusedCount() {
        return writes.stream()
                .filter(write -> write.answered() == Write.Answered.REFUSED)
                .count();
    }

    private Stream<Write> acknowledged() {
        return writes.stream().filter(write -> write.answered() == Write.Answered.ACKNOWLEDGED);
    }
}
