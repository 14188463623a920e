package io.cutovergate.probe.dns;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Looks names up with queries of our own. The JVM's and the system's resolving keep an answer for half a minute and
 * longer, and so see a switch too late. Keeps nothing; for any number of threads.
 */
public final class Names {

    /** Longest chain of aliases that is followed; resolvers give up at about as many. */
    private static final int ALIASES = 8;

    static final int PORT = 53;

    /** Longer than any TTL can say (RFC 2181, section 8). */
    private static final Duration FOR_EVER = Duration.ofSeconds(Integer.MAX_VALUE);

    private final List<InetSocketAddress> resolvers;
    private final Duration within;

    /**
     * @param resolvers whom to ask, in this order
     * @param within time for one answer of one resolver
     */
    public Names(List<InetSocketAddress> resolvers, Duration within) {
        this.resolvers = List.copyOf(resolvers);
        this.within = within;
    }

    /**
     * Asks the resolvers of {@code public.dns.resolvers} ({@code ip} or {@code ip:port}), or those of this machine where
     * none is configured.
     */
    public static Names of(List<String> resolvers) {
        List<InetSocketAddress> servers = resolvers.isEmpty()
                ? ResolverConfig.getCurrentConfig().servers()
                : resolvers.stream().map(Names::server).toList();
        return new Names(servers, Duration.ofSeconds(3));
    }

    /**
     * All addresses that a name has now, IPv4 first. An address is its own, and {@code localhost} is the loopback (RFC
     * 6761, section 6.3). {@link Unexamined} where no resolver answers, the name does not exist or has no address.
     */
    public Lookup look(String name) {
        InetAddress literal = literal(name);
        if (literal != null) {
            return new Lookup(name, List.of(literal), List.of(), FOR_EVER);
        }
        Lookup four = look(name, Type.A);
        Lookup six;
        try {
            six = look(name, Type.AAAA);
        } catch (Unexamined e) {
            if (four.addresses().isEmpty()) {
                throw e;
            }
            // Some servers fail on AAAA alone; whoever has an IPv4 address is reached nevertheless.
            return four;
        }
        List<InetAddress> all = Stream.concat(four.addresses().stream(), six.addresses().stream())
                .toList();
        if (all.isEmpty()) {
            throw new Unexamined(name + aliases(four.aliases()) + " has neither an A nor an AAAA record (asked "
                    + servers() + ", public.dns.resolvers)");
        }
        return new Lookup(name, all, four.aliases(), shorter(four.ttl(), six.ttl()));
    }

    /** Whom it asks. */
    List<InetSocketAddress> resolvers() {
        return resolvers;
    }

    private Lookup look(String name, int type) {
        Name current = absolute(name);
        List<String> aliases = new ArrayList<>();
        Duration ttl = FOR_EVER;
        for (int i = 0; i <= ALIASES; i++) {
            List<Record> answer = ask(current, type, name);
            Name end = follow(current, answer, aliases);
            for (Record record : answer) {
                ttl = shorter(ttl, Duration.ofSeconds(record.getTTL()));
            }
            List<InetAddress> addresses = answer.stream()
                    .filter(record -> record.getName().equals(end))
                    .flatMap(Names::address)
                    .toList();
            if (!addresses.isEmpty() || end.equals(current)) {
                return new Lookup(name, addresses, aliases, ttl);
            }
            current = end;
        }
        throw new Unexamined(name + aliases(aliases) + " is an alias of an alias more than " + ALIASES + " times over");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Name follow(Name from, List<Record> answer, List<String> aliases) {
        Name current = from;
        for (int i = 0; i <= ALIASES; i++) {
            Name asked = current;
            Name next = answer.stream()
                    .filter(record -> record.getName().equals(asked))
                    .filter(CNAMERecord.class::isInstance)
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return current;
            }
            aliases.add(next.toString(true));
            current = next;
        }
        return current;
    }

    private List<Record> ask(Name name, int type, String wanted) {
        List<String> failures = new ArrayList<>();
        IOException last = null;
        for (InetSocketAddress server : resolvers) {
            try {
                SimpleResolver resolver = new SimpleResolver(server);
                resolver.setTimeout(within);
                Message answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
                int code = answer.getRcode();
                if (code == Rcode.NOERROR) {
                    return answer.getSection(Section.ANSWER);
                }
                if (code == Rcode.NXDOMAIN) {
                    throw new Unexamined("the name " + wanted + " does not exist: resolver " + print(server)
                            + " answers NXDOMAIN for " + name.toString(true));
                }
                failures.add(print(server) + " answers " + Rcode.string(code));
            } catch (IOException e) {
                last = e;
                failures.add(print(server) + " does not answer within " + Units.print(within) + " (" + Causes.first(e)
                        + ")");
            }
        }
        throw new Unexamined(
                "the name " + wanted + " cannot be looked up: "
                        + (failures.isEmpty() ? "this machine has no resolver" : String.join(", ", failures))
                        + " (public.dns.resolvers)",
                last);
    }

    private static Stream<InetAddress> address(Record record) {
        if (record instanceof ARecord four) {
            return Stream.of(four.getAddress());
        }
        return record instanceof AAAARecord six ? Stream.of(six.getAddress()) : Stream.empty();
    }

    private static InetSocketAddress server(String text) {
        HostPort server = HostPort.parse(text, PORT, "public.dns.resolvers");
        InetAddress address = literal(server.host());
        if (address == null) {
            throw new Unexamined(
                    "'" + text + "' is no resolver: an address is needed, not a name (public.dns.resolvers)");
        }
        return new InetSocketAddress(address, server.port());
    }

    private static @Nullable InetAddress literal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        try {
            return Address.getByAddress(name);
        } catch (UnknownHostException e) {
            // Not an address, so it is a name.
            return null;
        }
    }

    static Name absolute(String name) {
        try {
            return Name.fromString(java.net.IDN.toASCII(name), Name.root);
        } catch (TextParseException | IllegalArgumentException e) {
            throw new Unexamined("'" + name + "' is no host name: " + e.getMessage(), e);
        }
    }

    private String servers() {
        return String.join(", ", resolvers.stream().map(Names::print).toList());
    }

    static String print(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + (server.getPort() == PORT ? "" : ":" + server.getPort());
    }

    private static String aliases(List<String> aliases) {
        return aliases.isEmpty() ? "" : " (alias of " + String.join(" of ", aliases) + ")";
    }
}
