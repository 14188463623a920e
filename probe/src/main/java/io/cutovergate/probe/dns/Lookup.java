package io.cutovergate.probe.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * What a name means now.
 *
 * @param aliases the names that it is an alias of (CNAME), in order; without the last dot
 * @param ttl how long it may be kept: the smallest of all its records; an address that is its own may be kept for ever
 */
public record Lookup(String name, List<InetAddress> addresses, List<String> aliases, Duration ttl) {

    public Lookup {
        addresses = List.copyOf(addresses);
        aliases = List.copyOf(aliases);
    }
}
