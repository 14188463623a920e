package io.cutovergate.probe.dns;

import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks each name server for itself, so that their answers can be held against each other. Keeps nothing. */
@Provided(by = NameServers.FromScope.class)
public final class NameServers {

    /** Time for one answer of one server. */
    private static final Duration WITHIN = Duration.ofSeconds(3);

    private final PublicNames.Dns dns;
    private final Names names;

    public NameServers(PublicNames.Dns dns) {
        this.dns = dns;
        this.names = Names.of(dns.resolvers());
    }

    /**
     * What every authoritative server says of a name: of a name server with several addresses, every address. {@link
     * Unexamined} where one of them does not answer.
     */
    public List<ServerAnswer> ofAuthorities(String name) {
        if (dns.authoritative().isEmpty()) {
            throw new Unexamined(
                    "public.dns.authoritative is not configured, so nobody says how long " + name + " may be kept");
        }
        List<ServerAnswer> answers = new ArrayList<>();
        for (String server : dns.authoritative()) {
            HostPort at = HostPort.parse(server, Names.PORT, "public.dns.authoritative");
            for (InetAddress address : names.look(at.host()).addresses()) {
                answers.add(ask(new InetSocketAddress(address, at.port()), at.host(), name));
            }
        }
        return answers;
    }

    /** What every resolver says of a name. */
    public List<ServerAnswer> ofResolvers(String name) {
        return names.resolvers().stream()
                .map(server -> ask(server, server.getAddress().getHostAddress(), name))
                .toList();
    }

    private static ServerAnswer ask(InetSocketAddress server, String called, String name) {
        String where = called.equals(server.getAddress().getHostAddress())
                ? Names.print(server)
                : called + " (" + Names.print(server) + ")";
        Message four = send(server, where, name, Type.A);
        Message six = send(server, where, name, Type.AAAA);
        Message soa = send(server, where, name, Type.SOA);
        // The chain of aliases stands in both answers.
        Set<Record> records = new LinkedHashSet<>(four.getSection(Section.ANSWER));
        records.addAll(six.getSection(Section.ANSWER));
        if (records.isEmpty()) {
            throw new Unexamined(where + " knows neither an A nor an AAAA record of " + name);
        }
        return new ServerAnswer(
                where,
                four.getHeader().getFlag(Flags.AA),
                records.stream()
                        .map(record -> record.toString().replaceAll("\\s+", " "))
                        .sorted()
                        .toList(),
                Duration.ofSeconds(
                        records.stream().mapToLong(Record::getTTL).max().orElseThrow()),
                serial(soa));
    }

    private static long serial(Message answer) {
        for (int section : new int[] {Section.ANSWER, Section.AUTHORITY}) {
            for (Record record : answer.getSection(section)) {
                if (record instanceof SOARecord soa) {
                    return soa.getSerial();
                }
            }
        }
        return -1;
    }

    private static Message send(InetSocketAddress server, String where, String name, int type) {
        Name asked = Names.absolute(name);
        try {
            SimpleResolver resolver = new SimpleResolver(server);
            resolver.setTimeout(WITHIN);
            Message answer = resolver.send(Message.newQuery(Record.newRecord(asked, type, DClass.IN)));
            if (answer.getRcode() != Rcode.NOERROR) {
                throw new Unexamined(where + " answers " + Rcode.string(answer.getRcode()) + " for " + name);
            }
            return answer;
        } catch (IOException e) {
            throw new Unexamined(
                    where + " does not say what " + name + " means, within " + Units.print(WITHIN) + " ("
                            + Causes.first(e) + ")",
                    e);
        }
    }

    /** One for the whole run. */
    public static final class FromScope implements Provider<NameServers> {
        @Override
        public NameServers provide(CheckScope scope) {
            return scope.shared(
                    NameServers.class,
                    "run",
                    () -> new NameServers(
                            scope.migration().environment().publicNames().dns()));
        }
    }
}
