package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FullFileTest {

    @Test
    void whatTakesMinutesStandsInPlaceOfTheLimitsOnly() {
        assertThat(FullFile.text("""
                        application: shop.yaml
                        limits:
                          performance-under-load: { p95: 300ms } # limits only
                          # full: performance-under-load: { p95: 300ms, against-source: {} }
                        integrity: { migrate: { run: [ ../../examples/migrate.sh ] } }
                        """, Path.of("/demo"))).isEqualTo("""
                        application: /demo/shop.yaml
                        limits:
                          performance-under-load: { p95: 300ms, against-source: {} }
                        integrity: { migrate: { run: [ /demo/../../examples/migrate.sh ] } }
                        """);
    }
}
