package io.cutovergate.probe.tls;

import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.tls.wire.Flight;
import io.cutovergate.probe.tls.wire.Offers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one address of a host shows.
 *
 * @param place the host there, with this one address
 * @param chains every list of certificates that it sends to whoever asks in one way or another; more than one where it has
 *     certificates of several kinds
 * @param unreadable certificates that could not be read, with the reason
 * @param handshake how long a usual handshake takes, from connecting to the end of the server's first flight
 */
public record Sighting(
        Place place, Offers offers, List<ServedChain> chains, List<String> unreadable, Duration handshake) {

    public Sighting {
        chains = List.copyOf(chains);
        unreadable = List.copyOf(unreadable);
    }

    /** Address and port. */
    public String where() {
        return place.where();
    }

    public List<Flight> flights() {
        return offers.flights();
    }

    /** Everything for a reader of the report. */
    String describe() {
        return "at " + where() + ", first flight after " + handshake.toMillis() + " ms\n\n"
                + offers.table().entrySet().stream()
                        .map(row -> row.getKey() + ": " + row.getValue() + "\n")
                        .collect(Collectors.joining())
                + chains.stream().map(chain -> "\n" + chain.describe()).collect(Collectors.joining());
    }
}
