package io.cutovergate.probe.tls.lab;

import java.util.List;

/** Something is accepted, beside what is sound or alone, that nobody should accept. */
record BadOffers(Lab lab) {

    private static final int TLS_1_2 = 0x0303;

    void add() {
        Issued leaf = lab.leaf().by(lab.issuing);
        Issued rsa = lab.rsaLeaf().by(lab.issuing);
        int sound = lab.serve(JsseServer.of(leaf));
        int soundRsa = lab.serve(JsseServer.of(rsa));
        beside("ssl-2", Weakness.version(ClientHello.SSL_2), leaf, sound, "no-old-version");
        beside("ssl-3", Weakness.version(0x0300, 0x0035), leaf, sound, "no-old-version");
        beside("tls-1-0", Weakness.version(0x0301, 0xC009), leaf, sound, "no-old-version");
        beside("tls-1-1", Weakness.version(0x0302, 0xC009), leaf, sound, "no-old-version");
        beside("null-encryption", Weakness.suite(0xC006), leaf, sound, "no-null");
        beside("anonymous", Weakness.suite(0xC018), leaf, sound, "no-anonymous");
        beside("anonymous-numbers", Weakness.suite(0x0034), leaf, sound, "no-anonymous");
        beside("export", Weakness.suite(0x0003), leaf, sound, "no-export");
        beside("rc4", Weakness.suite(0xC007), leaf, sound, "no-rc4");
        beside("triple-des", Weakness.suite(0xC008), leaf, sound, "no-triple-des");
        beside("des", Weakness.suite(0x0009), leaf, sound, "no-des");
        beside("static-rsa-beside", Weakness.suite(0x009C), rsa, soundRsa, "no-static-rsa");
        beside("dh-1024", Weakness.suite(0x009E).overNumbersOf(1024).signing(0x0401), rsa, soundRsa, "exchange-strong");
        beside("compression", usual().compressing(), leaf, sound, "no-compression");
        beside("renegotiation", usual().renegotiatingInsecurely(), leaf, sound, "renegotiation-secure");
        beside("handshake-sha1", usual().signing(0x0203), leaf, sound, "handshake-hash-sound");
        lab.add(
                "static-rsa-only",
                WeakServer.of(Weakness.suite(0x009C).taking(hello -> hello.version() == TLS_1_2), rsa, 0),
                "forward-secret",
                "tls-1-3-offered");
        lab.add(
                "rc4-only",
                WeakServer.of(Weakness.suite(0xC007).taking(hello -> hello.version() == TLS_1_2), leaf, 0),
                "no-rc4",
                "forward-secret",
                "authenticated",
                "tls-1-3-offered");
        lab.add(
                "tls-1-0-only",
                WeakServer.of(Weakness.version(0x0301, 0xC009), leaf, 0),
                "no-old-version",
                "tls-1-2-offered",
                "tls-1-3-offered");
        lab.add(
                "cbc-only",
                JsseServer.of(rsa).only(List.of("TLSv1.2"), List.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")),
                "authenticated",
                "tls-1-3-offered");
        lab.add(
                "tls-1-2-only",
                JsseServer.of(leaf).only(List.of("TLSv1.2"), JsseServer.of(leaf).suites()),
                "tls-1-3-offered");
        lab.add(
                "tls-1-3-only",
                JsseServer.of(leaf).only(List.of("TLSv1.3"), JsseServer.of(leaf).suites()),
                "tls-1-2-offered");
    }

    private void beside(String id, Weakness weakness, Issued issued, int sound, String wrong) {
        lab.add(id, WeakServer.of(weakness, issued, sound), wrong);
    }

    private static Weakness usual() {
        return Weakness.suite(0xC02B).taking(hello -> hello.version() == TLS_1_2 && !hello.isModern());
    }
}
