package io.cutovergate.probe.tls.wire;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server offers: its answers to one ClientHello for each thing that a rule speaks of.
 *
 * @param versions by protocol version
 * @param families by family of cipher suites, each proposed alone at the highest version before TLS 1.3; empty where none is offered
 * @param kinds further ones, by what they ask for: {@link #RSA}, {@link #ECDSA}, {@link #FINITE_FIELD}, {@link #PLAIN_HTTP} where no TLS is spoken
 */
public record Offers(Map<Version, Answer> versions, Map<Family, Answer> families, Map<String, Answer> kinds) {

    public static final String RSA = "modern suites with an RSA certificate";
    public static final String ECDSA = "modern suites with an ECDSA certificate";
    public static final String PLAIN_HTTP = "plain HTTP";
    public static final String FINITE_FIELD = "Diffie-Hellman over numbers";

    public Offers {
        versions = new EnumMap<>(versions);
        families = families.isEmpty() ? Map.of() : new EnumMap<>(families);
        kinds = Map.copyOf(kinds);
    }

    /** The flight of a version that is offered. */
    public Optional<Flight> version(Version version) {
        return flight(versions.get(version)).filter(flight -> flight.version() == version);
    }

    /** The flight of a family that is offered. */
    public Optional<Flight> family(Family family) {
        return flight(families.get(family)).filter(flight -> flight.suite().family() == family);
    }

    /** The flight for a kind that is offered. */
    public Optional<Flight> kind(String kind) {
        return flight(kinds.get(kind));
    }

    /** Everything that was answered with a choice. */
    public List<Flight> flights() {
        return answers().flatMap(answer -> flight(answer).stream()).toList();
    }

    /** Whether anybody spoke TLS at all, be it to refuse. */
    public boolean isTls() {
        return answers().anyMatch(answer -> answer instanceof Answer.Accepted);
    }

    public Stream<Answer> answers() {
        return Stream.of(versions.values(), families.values(), kinds.values()).flatMap(java.util.Collection::stream);
    }

    /** What was asked, and what came back, for a reader of the report. */
    public Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        versions.forEach((version, answer) -> table.put(version.toString(), answer.toString()));
        families.forEach((family, answer) -> table.put(family.toString(), answer.toString()));
        kinds.forEach((kind, answer) -> table.put(kind, answer.toString()));
        return table;
    }

    private static Optional<Flight> flight(@org.jspecify.annotations.Nullable Answer answer) {
        return answer instanceof Answer.Accepted accepted ? Optional.of(accepted.flight()) : Optional.empty();
    }
}
