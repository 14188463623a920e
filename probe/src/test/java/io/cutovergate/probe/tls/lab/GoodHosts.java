package io.cutovergate.probe.tls.lab;

import static io.cutovergate.probe.tls.lab.Lab.HOST;
import static io.cutovergate.probe.tls.lab.Lab.days;

import io.cutovergate.harness.config.PublicNames.Revocation;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;

/** Nothing is wrong, however unusual it is. */
record GoodHosts(Lab lab) {

    void add() {
        Issued leaf = lab.leaf().by(lab.issuing);
        lab.add("good-ec", JsseServer.of(leaf));
        lab.add("good-rsa", JsseServer.of(lab.rsaLeaf().by(lab.issuing)));
        lab.add("good-rsa-and-ec", JsseServer.of(leaf).and(lab.rsaLeaf().by(lab.issuing)));
        lab.add(
                "good-p384",
                JsseServer.of(Minting.server(HOST, lab.keys.ec("secp384r1"), HOST)
                        .hash("SHA384")
                        .by(lab.issuing)));
        lab.add(
                "good-ed25519",
                JsseServer.of(Minting.server(HOST, lab.keys.ed25519(), HOST).by(lab.issuing)));
        lab.add(
                "good-wildcard",
                JsseServer.of(lab.leaf().names("*.lab.test", "lab.test").by(lab.issuing)));
        lab.add("good-root-sent", JsseServer.of(leaf, leaf.chain()));
        lab.add(
                "good-without-usages",
                JsseServer.of(lab.leaf()
                        .without(Extension.keyUsage)
                        .without(Extension.extendedKeyUsage)
                        .by(lab.issuing)));
        Issued address = lab.leaf().names("ip:127.0.0.1").by(lab.issuing);
        host("good-address", "127.0.0.1", JsseServer.of(address));
        host(
                "good-international",
                "bücher.lab.test",
                JsseServer.of(lab.leaf().names("xn--bcher-kva.lab.test").by(lab.issuing)));
        publics();
        lab.add(
                "good-stapled",
                JsseServer.of(lab.leaf()
                        .mustStaple()
                        .responder(lab.responder.address("/good"))
                        .by(lab.issuing)));
        lab.add(
                "good-responder",
                JsseServer.of(lab.leaf()
                        .responder(lab.responder.address("/direct/good"))
                        .by(lab.issuing)));
        int one = lab.serve(JsseServer.of(leaf));
        int two = lab.serve(JsseServer.of(leaf));
        lab.add("good-two-addresses", HOST, List.of(one, two), lab.closed(), Revocation.REQUIRE, false);
        int clear = lab.serve(socket -> Web.serve(socket, path -> Web.redirect("https://" + HOST + path)));
        lab.add("good-http-leads-up", HOST, List.of(one), clear, Revocation.WARN, false);
        int shut = lab.serve(socket -> Web.serve(socket, path -> Web.answer(403, "")));
        lab.add("good-http-refuses", HOST, List.of(one), shut, Revocation.WARN, false);
        int mutual = lab.serve(
                JsseServer.of(leaf).asking(JsseServer.ClientCertificate.DEMANDED, lab.visitors.certificate()));
        lab.add("good-mutual", HOST, List.of(mutual), lab.closed(), Revocation.WARN, true);
    }

    private void publics() {
        String list = lab.responder.list("good", lab.publicIssuing);
        Instant begun = Instant.now().minus(days(10));
        lab.add("good-public", JsseServer.of(lab.leaf().logged(2).list(list).by(lab.publicIssuing)));
        lab.add(
                "good-public-199-days",
                JsseServer.of(lab.leaf()
                        .valid(begun, begun.plus(days(199)))
                        .logged(3)
                        .list(list)
                        .by(lab.publicIssuing)));
    }

    private void host(String id, String name, JsseServer server) {
        lab.add(id, name, List.of(lab.serve(server)), lab.closed(), Revocation.WARN, false);
    }
}
