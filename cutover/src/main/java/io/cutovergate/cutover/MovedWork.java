package io.cutovergate.cutover;

import io.cutovergate.probe.jobs.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the work that was pending on the source.
 *
 * @param pending each piece of the source, by identifier, once for each time that it stands there
 * @param known those of them that the target's queue knows, in the same way
 * @param done how often the target has done each, where that is declared
 */
record MovedWork(Map<String, List<Piece>> pending, Map<String, List<Piece>> known, Map<String, Long> done) {

    static MovedWork of(List<Piece> pending, List<Piece> known, Map<String, Long> done) {
        return new MovedWork(byId(pending), byId(known), done);
    }

    private static Map<String, List<Piece>> byId(List<Piece> pieces) {
        Map<String, List<Piece>> all = new LinkedHashMap<>();
        pieces.forEach(piece ->
                all.computeIfAbsent(piece.id(), id -> new ArrayList<>()).add(piece));
        return all;
    }

    /** Neither to be done nor done. */
    List<String> missing() {
        return pending.entrySet().stream()
                .filter(entry -> found(entry.getKey()) < entry.getValue().size())
                .map(entry -> entry.getValue().get(0).toString())
                .toList();
    }

    /** To be done more than once, or done and still to be done. */
    List<String> doubled() {
        return pending.entrySet().stream()
                .filter(entry -> found(entry.getKey()) > entry.getValue().size())
                .map(entry -> entry.getKey() + " (" + standing(entry.getKey()) + " times to be done, "
                        + done.getOrDefault(entry.getKey(), 0L) + " times done)")
                .toList();
    }

    /** To be done at another time than on the source, as by a time without its zone. */
    List<String> misdated() {
        return pending.entrySet().stream()
                .filter(entry -> standing(entry.getKey()) > 0)
                .filter(entry -> !dues(entry.getValue()).equals(dues(there(entry.getKey()))))
                .map(entry -> entry.getValue().get(0) + " is due "
                        + there(entry.getKey()).get(0).due())
                .toList();
    }

    private long found(String id) {
        return standing(id) + done.getOrDefault(id, 0L);
    }

    private long standing(String id) {
        return there(id).size();
    }

    private List<Piece> there(String id) {
        return known.getOrDefault(id, List.of());
    }

    private static Set<Object> dues(List<Piece> pieces) {
        Set<Object> dues = new HashSet<>();
        pieces.forEach(piece -> dues.add(piece.due() == null ? "" : piece.due()));
        return dues;
    }
}
