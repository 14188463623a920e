package io.cutovergate.probe.dns;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import java.net.InetAddress;
import java.util.List;

/**
 * Where a host is reached from a vantage. The host's name stays what is asked for: in SNI and in Host.
 *
 * @param addresses where to connect, in order of preference; at least one
 * @param port the port there
 */
public record Place(Host host, Vantage vantage, List<InetAddress> addresses, int port) {

    public Place {
        addresses = List.copyOf(addresses);
    }

    /** For messages: {@code 127.0.20.1:18443}, further addresses behind it. */
    public String where() {
        return String.join(
                ", ",
                addresses.stream()
                        .map(address -> (address.getAddress().length == 4
                                        ? address.getHostAddress()
                                        : "[" + address.getHostAddress() + "]")
                                + ":" + port)
                        .toList());
    }
}
