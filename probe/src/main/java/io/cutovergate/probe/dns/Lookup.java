package io.cutovergate.probe.dns;

import java.net.InetAddress;
import java.util.List;

/**
 * What a name means now.
 *
 * @param aliases the names that it is an alias of (CNAME), in order; without the last dot
 */
public record Lookup(String name, List<InetAddress> addresses, List<String> aliases) {

    public Lookup {
        addresses = List.copyOf(addresses);
        aliases = List.copyOf(aliases);
    }
}
