package io.cutovergate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CodedTest {

    private static final byte[] BROTLI = Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD");

    @Test
    void brotliIsUndone() {
        assertThat(Coded.undo(BROTLI, false, "br", 100).body().utf8()).isEqualTo("hello world");
    }

    @Test
    void whatIsLongerThanWeReadIsCut() {
        Coded cut = Coded.undo(BROTLI, false, "br", 5);
        assertThat(cut.body().utf8()).isEqualTo("hello");
        assertThat(cut.cut()).isTrue();
    }

    @Test
    void whatIsNoSuchCodingSaysSo() {
        assertThat(Coded.undo(new byte[] {1, 2, 3}, false, "gzip", 100).body().utf8())
                .startsWith("(the body is no gzip: ");
    }

    @Test
    void unknownCodingsAreLeftAsTheyAre() {
        assertThat(Coded.undo(new byte[] {65}, false, "zstd", 100).body().utf8())
                .isEqualTo("A");
    }
}
