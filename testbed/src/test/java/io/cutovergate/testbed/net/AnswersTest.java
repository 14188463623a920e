package io.cutovergate.testbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What the name server says of its zone. */
class AnswersTest {
    private final Zone zone;

    AnswersTest() throws IOException {
        this.zone = new Zone("shop.test");
    }

    @BeforeEach
    void fill() throws IOException {
        zone.put(new DnsRecord("1", "A", "www.shop.test", "127.0.20.1", 60));
        zone.put(new DnsRecord("2", "CNAME", "shop.shop.test", "www.shop.test", 30));
    }

    @Test
    void anAddressWithItsTimeToLiveAndAuthority() throws IOException {
        Message answer = ask("www.shop.test.", Type.A);

        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.ANSWER)).singleElement().satisfies(record -> {
            assertThat(record.rdataToString()).isEqualTo("127.0.20.1");
            assertThat(record.getTTL()).isEqualTo(60);
        });
    }

    @Test
    void anAliasWithWhatItMeans() throws IOException {
        assertThat(ask("shop.shop.test.", Type.A).getSection(Section.ANSWER))
                .extracting(Record::rdataToString)
                .containsExactly("www.shop.test.", "127.0.20.1");
    }

    @Test
    void noSuchNameAndNoSuchTypeAreDifferentAnswers() throws IOException {
        assertThat(ask("nobody.shop.test.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        Message none = ask("www.shop.test.", Type.AAAA);
        assertThat(none.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(none.getSection(Section.ANSWER)).isEmpty();
        assertThat(none.getSection(Section.AUTHORITY)).singleElement().matches(soa -> soa.getType() == Type.SOA);
    }

    @Test
    void otherZonesAreRefused() throws IOException {
        assertThat(ask("www.example.org.", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aChangeTakesEffectAtOnceAndARefusedOneNotAtAll() throws IOException {
        zone.put(new DnsRecord("1", "A", "www.shop.test", "127.0.10.1", 60));
        assertThat(ask("www.shop.test.", Type.A)
                        .getSection(Section.ANSWER)
                        .get(0)
                        .rdataToString())
                .isEqualTo("127.0.10.1");

        org.assertj.core.api.Assertions.assertThatIOException()
                .isThrownBy(() -> zone.put(new DnsRecord("1", "A", "www.shop.test", "not an address", 60)));
        assertThat(ask("www.shop.test.", Type.A)
                        .getSection(Section.ANSWER)
                        .get(0)
                        .rdataToString())
                .isEqualTo("127.0.10.1");
    }

    private Message ask(String name, int type) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
        return new Answers(zone::published).to(query.toWire());
    }
}
