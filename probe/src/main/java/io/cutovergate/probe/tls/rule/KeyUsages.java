package io.cutovergate.probe.tls.rule;

import java.util.List;
import java.util.stream.IntStream;

/** The words of RFC 5280, section 4.2.1.3. */
final class KeyUsages {

    private static final List<String> WORDS = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private KeyUsages() {}

    static String print(boolean[] usage) {
        return usage == null
                ? "anything"
                : IntStream.range(0, Math.min(usage.length, WORDS.size()))
                        .filter(i -> usage[i])
                        .mapToObj(WORDS::get)
                        .toList()
                        .toString();
    }
}
