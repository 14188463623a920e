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
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks name servers for records of any type; that there are none is an answer, and no answer is none. */
@Provided(by = RecordSets.FromScope.class)
public final class RecordSets {

    private static final Duration WITHIN = Duration.ofSeconds(3);
    private static final int UDP_PAYLOAD = 1232;
    private static final String AUTHORITATIVE = "public.dns.authoritative";

    private final PublicNames.Dns dns;
    private final Names names;

    public RecordSets(PublicNames.Dns dns) {
        this.dns = dns;
        this.names = Names.of(dns.resolvers());
    }

    /** What every authoritative server holds, at every address of it. */
    public List<RecordSet> ofAuthorities(Name name, int type) {
        return of(dns.authoritative(), AUTHORITATIVE, name, type);
    }

    /** What each of some servers holds. */
    public List<RecordSet> of(List<String> servers, String key, Name name, int type) {
        if (servers.isEmpty()) {
            throw new Unexamined(
                    key + " is not configured, so nobody can be asked for records of " + name.toString(true));
        }
        List<RecordSet> sets = new ArrayList<>();
        for (String server : servers) {
            HostPort at = HostPort.parse(server, Names.PORT, key);
            for (InetAddress address : names.look(at.host()).addresses()) {
                InetSocketAddress socket = new InetSocketAddress(address, at.port());
                String where = at.host().equals(address.getHostAddress())
                        ? Names.print(socket)
                        : at.host() + " (" + Names.print(socket) + ")";
                Message answer = send(socket, where, name, type);
                requireAuthority(answer, where, name);
                sets.add(new RecordSet(where, type, answer.getSection(Section.ANSWER)));
            }
        }
        return sets;
    }

    /** What the first of the resolvers that answers says; for names that are not in our zones. */
    public RecordSet ofResolvers(Name name, int type) {
        Unexamined last = new Unexamined("this machine has no resolver (public.dns.resolvers)");
        for (InetSocketAddress server : names.resolvers()) {
            try {
                Message answer = send(server, Names.print(server), name, type);
                return new RecordSet(Names.print(server), type, answer.getSection(Section.ANSWER));
            } catch (Unexamined e) {
                last = e;
            }
        }
        throw last;
    }

    /** The zone that holds the name, by the SOA record that the first authoritative server shows (RFC 2308, section 3). */
    public Name zone(Name name) {
        if (dns.authoritative().isEmpty()) {
            throw new Unexamined(
                    AUTHORITATIVE + " is not configured, so nobody says which zone holds " + name.toString(true));
        }
        HostPort at = HostPort.parse(dns.authoritative().get(0), Names.PORT, AUTHORITATIVE);
        InetSocketAddress server =
                new InetSocketAddress(names.look(at.host()).addresses().get(0), at.port());
        Message answer = send(server, Names.print(server), name, Type.SOA);
        for (int section : new int[] {Section.ANSWER, Section.AUTHORITY}) {
            for (Record record : answer.getSection(section)) {
                if (record instanceof SOARecord soa) {
                    return soa.getName();
                }
            }
        }
        throw new Unexamined(
                Names.print(server) + " does not say which zone holds " + name.toString(true) + " (no SOA record)");
    }

    /** The name as DNS writes it; {@link Unexamined} where it is none. */
    public static Name name(String text) {
        return Names.absolute(text);
    }

    private static void requireAuthority(Message answer, String where, Name name) {
        if (!answer.getHeader().getFlag(Flags.AA)) {
            throw new Unexamined(
                    where + " answers without authority for " + name.toString(true) + ": it is no server of that zone");
        }
    }

    private static Message send(InetSocketAddress server, String where, Name name, int type) {
        String what = Type.string(type) + " " + name.toString(true);
        try {
            SimpleResolver resolver = new SimpleResolver(server);
            resolver.setTimeout(WITHIN);
            resolver.setEDNS(0, UDP_PAYLOAD, ExtendedFlags.DO);
            Message answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
            int code = answer.getRcode();
            if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
                throw new Unexamined(where + " answers " + Rcode.string(code) + " for " + what);
            }
            return answer;
        } catch (IOException e) {
            throw new Unexamined(
                    where + " does not answer for " + what + " within " + Units.print(WITHIN) + " (" + Causes.first(e)
                            + ")",
                    e);
        }
    }

    /** One for the whole run. */
    public static final class FromScope implements Provider<RecordSets> {
        @Override
        public RecordSets provide(CheckScope scope) {
            return scope.shared(
                    RecordSets.class,
                    "run",
                    () -> new RecordSets(
                            scope.migration().environment().publicNames().dns()));
        }
    }
}
