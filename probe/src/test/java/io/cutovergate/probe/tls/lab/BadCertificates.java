package io.cutovergate.probe.tls.lab;

import static io.cutovergate.probe.tls.lab.Lab.HOST;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A certificate is none that its holder may use so. */
record BadCertificates(Lab lab) {

    void add() {
        leaves();
        authorities();
        keys();
        logs();
    }

    private void leaves() {
        lab.add(
                "leaf-is-authority",
                JsseServer.of(lab.leaf()
                        .with(Extension.basicConstraints, true, new BasicConstraints(true))
                        .by(lab.issuing)),
                "leaf-no-authority");
        lab.add(
                "leaf-may-certify",
                JsseServer.of(lab.leaf()
                        .usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)
                        .by(lab.issuing)),
                "leaf-key-usage");
        lab.add(
                "leaf-may-not-sign",
                JsseServer.of(lab.rsaLeaf().usage(KeyUsage.keyEncipherment).by(lab.issuing)),
                "leaf-key-usage");
        lab.add(
                "leaf-for-clients",
                JsseServer.of(lab.leaf().purpose(KeyPurposeId.id_kp_clientAuth).by(lab.issuing)),
                "leaf-purpose");
        lab.add(
                "unknown-critical-extension",
                JsseServer.of(lab.leaf()
                        .with(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, new DERUTF8String("?"))
                        .by(lab.issuing)),
                "extensions-known");
    }

    private void authorities() {
        Issued none = Minting.server("No CA", lab.keys.ec())
                .without(Extension.extendedKeyUsage)
                .usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)
                .by(lab.issuing);
        lab.add("issuer-is-no-authority", JsseServer.of(lab.leaf().by(none)), "issuer-is-authority");
        Issued mute = Minting.authority("Mute CA", lab.keys.ec())
                .usage(KeyUsage.cRLSign)
                .by(lab.privateRoot);
        lab.add("issuer-may-not-certify", JsseServer.of(lab.leaf().by(mute)), "issuer-key-usage");
        Issued mail = Minting.authority("Mail CA", lab.keys.ec())
                .purpose(KeyPurposeId.id_kp_emailProtection)
                .by(lab.privateRoot);
        lab.add("issuer-for-mail", JsseServer.of(lab.leaf().by(mail)), "issuer-purpose");
    }

    private void keys() {
        lab.add(
                "rsa-1024",
                JsseServer.of(Minting.server(HOST, lab.keys.rsa(1024, 1), HOST).by(lab.issuing)),
                "keys-large");
        Issued small = Minting.authority("Small CA", lab.keys.rsa(1024, 2)).by(lab.privateRoot);
        lab.add("intermediate-rsa-1024", JsseServer.of(lab.leaf().by(small)), "keys-large");
        Issued p224 = Minting.server(HOST, lab.keys.ec("secp224r1"), HOST).by(lab.issuing);
        lab.add("ec-224", alone(p224, 0x0403), "keys-large", "tls-1-3-offered");
        Issued rsa512 = Minting.server(HOST, lab.keys.rsa(512, 1), HOST).by(lab.issuing);
        lab.add("rsa-512", alone(rsa512, 0x0401), "keys-large", "tls-1-3-offered");
        lab.add("sha1-leaf", JsseServer.of(lab.leaf().hash("SHA1").by(lab.issuing)), "hashes-sound");
        Issued old = Minting.authority("Old CA", lab.keys.ec()).hash("SHA1").by(lab.privateRoot);
        lab.add("sha1-intermediate", JsseServer.of(lab.leaf().by(old)), "hashes-sound");
        Issued rsa = Minting.authority("RSA CA", lab.keys.rsa(2048, 2)).by(lab.privateRoot);
        lab.add("md5-leaf", JsseServer.of(lab.leaf().hash("MD5").by(rsa)), "hashes-sound");
        Issued leaf = lab.leaf().by(lab.issuing);
        lab.add(
                "unreadable",
                new WeakServer(usual(0x0403), leaf, List.of(WeakServer.garbage()), List.of(), 0),
                "readable",
                "tls-1-3-offered");
    }

    private void logs() {
        String list = lab.responder.list("logs", lab.publicIssuing);
        lab.add("public-not-logged", JsseServer.of(lab.leaf().list(list).by(lab.publicIssuing)), "logged");
        lab.add(
                "public-logged-once",
                JsseServer.of(lab.leaf().list(list).logged(1).by(lab.publicIssuing)),
                "logged");
    }

    /** A server that only knows TLS 1.2, with a key that the JDK would not use. */
    private WeakServer alone(Issued issued, int scheme) {
        return WeakServer.of(usual(scheme), issued, 0);
    }

    private static Weakness usual(int scheme) {
        return Weakness.suite(0xC02B, 0xC02F)
                .taking(hello -> hello.version() == 0x0303 && !hello.isModern())
                .signing(scheme);
    }
}
