package io.cutovergate.smoke.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Side;
import io.cutovergate.probe.testing.TestFiles;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideNamesTest {

    @TempDir
    Path folder;

    @Test
    void aSidesHostsBecomeThoseOfBoth() {
        assertThat(names().plain(Side.SOURCE, "https://api.shop.test:8443/x, api.shop.test"))
                .isEqualTo("https://<api>/x, <api>");
        assertThat(names().plain(Side.TARGET, "https://api.staging.test/x")).isEqualTo("https://<api>/x");
    }

    @Test
    void onlyWhatIsTheSourcesAloneIsLookedFor() {
        assertThat(names().ofSourceAlone()).containsExactly("10.0.0.1", "api.shop.test");
    }

    @Test
    void aNameIsAWordOfItsOwn() {
        Set<String> names = Set.of("10.0.0.1");
        assertThat(SideNames.in("via 10.0.0.1:443.", names)).containsExactly("10.0.0.1");
        assertThat(SideNames.in("via 10.0.0.12, 110.0.0.1, 10.0.0.1.example", names))
                .isEmpty();
    }

    private SideNames names() {
        return new SideNames(TestFiles.migration(folder, "services: {}", """
                public: { hosts: { api: api.staging.test } }
                source: { name: old, entry: "10.0.0.1:443", hosts: { api: "api.shop.test:8443" } }
                target: { name: new, entry: 10.0.0.2 }
                """));
    }
}
