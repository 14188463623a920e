package io.cutovergate.probe.dns;

import java.time.Duration;
import java.util.List;

/**
 * What one name server says of a name, asked alone.
 *
 * @param server {@code ip:port}; of a name server that is known by name, both
 * @param authoritative whether it answers with authority (RFC 1035, section 4.1.1, AA)
 * @param records each with its TTL, in the words of a zone file
 * @param ttl the greatest of its records
 * @param serial of the zone that it answers from, or -1 where it does not say (RFC 1035, section 3.3.13)
 */
public record ServerAnswer(String server, boolean authoritative, List<String> records, Duration ttl, long serial) {

    public ServerAnswer {
        records = List.copyOf(records);
    }

    /** The addresses that it gives, of whatever length the chain of aliases is. */
    public List<String> addresses() {
        return records.stream()
                .map(record -> record.split(" "))
                .filter(fields -> fields.length == 5 && (fields[3].equals("A") || fields[3].equals("AAAA")))
                .map(fields -> fields[4])
                .toList();
    }

    /** For messages: {@code 192.0.2.53: www.shop.example. 60 IN A 198.51.100.20}. */
    @Override
    public String toString() {
        return server + ": " + String.join("; ", records);
    }
}
