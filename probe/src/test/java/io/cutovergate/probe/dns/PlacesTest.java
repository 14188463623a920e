package io.cutovergate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.testing.TestNames;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Vantage PUBLIC = new Vantage(Side.TARGET, Route.PUBLIC_NAME);
    private static final Vantage ENTRY = new Vantage(Side.TARGET, Route.ENTRY);
    private static final Host API = new Host("api.shop.test", 443);

    @TempDir
    Path folder;

    private TestNames names;

    @BeforeEach
    void start() throws SocketException {
        names = new TestNames().knows("api.shop.test", "A 192.0.2.1").knows("lb.cloud.test", "A 192.0.2.9");
    }

    @AfterEach
    void stop() {
        names.close();
    }

    @Test
    void aPublicHostStandsWhereItsNamePoints() {
        assertThat(places("192.0.2.2").of(API, PUBLIC).where()).isEqualTo("192.0.2.1:443");
    }

    @Test
    void atTheEntryItStandsThereAtItsOwnPortUnlessTheEntryHasOne() {
        assertThat(places("192.0.2.2").of(API, ENTRY).where()).isEqualTo("192.0.2.2:443");
        assertThat(places("192.0.2.2:8443").of(API, ENTRY).where()).isEqualTo("192.0.2.2:8443");
        assertThat(places("[2001:db8::2]:8443").of(API, ENTRY).where()).isEqualTo("[2001:db8:0:0:0:0:0:2]:8443");
        assertThat(places("2001:db8::2").of(API, ENTRY).where()).isEqualTo("[2001:db8:0:0:0:0:0:2]:443");
        assertThat(places("lb.cloud.test").of(API, ENTRY).where()).isEqualTo("192.0.2.9:443");
    }

    @Test
    void whatIsNotPublicHasNoEntry() {
        names.knows("loki.cloud.test", "A 192.0.2.7");
        assertThat(places("192.0.2.2")
                        .of(new Host("loki.cloud.test", 3100), ENTRY)
                        .where())
                .isEqualTo("192.0.2.7:3100");
    }

    @Test
    void namesTheKeyOfAnEntryThatIsMissing() {
        assertThatThrownBy(() -> places("").of(API, ENTRY))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("target.entry is not configured");
    }

    private Places places(String entry) {
        String line = entry.isEmpty() ? "" : ", entry: \"" + entry + "\"";
        return new Places(
                TestFiles.migration(
                        folder, "", "public: { hosts: { api: api.shop.test } }\ntarget: { name: here" + line + " }\n"),
                Names.of(List.of(names.address())));
    }
}
