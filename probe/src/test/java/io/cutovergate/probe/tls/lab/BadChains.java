package io.cutovergate.probe.tls.lab;

import static io.cutovergate.probe.tls.lab.Lab.HOST;
import static io.cutovergate.probe.tls.lab.Lab.days;

import io.cutovergate.harness.config.PublicNames.Revocation;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What is sent leads nowhere, or is for somebody else, or for another time. */
record BadChains(Lab lab) {

    void add() {
        chains();
        names();
        times();
    }

    private void chains() {
        lab.add("self-signed", JsseServer.of(lab.leaf().by(null)), "chain-trusted");
        Issued unknown = lab.leaf().by(lab.foreign);
        lab.add("unknown-root-sent", JsseServer.of(unknown, unknown.chain()), "chain-trusted");
        lab.add("unknown-root-unsent", JsseServer.of(unknown), "chain-complete");
        Issued leaf = lab.leaf().by(lab.issuing);
        X509Certificate own = leaf.certificate();
        X509Certificate issuing = lab.issuing.certificate();
        X509Certificate root = lab.privateRoot.certificate();
        lab.add("intermediate-missing", JsseServer.of(leaf, List.of(own)), "chain-complete");
        lab.add("root-before-intermediate", JsseServer.of(leaf, List.of(own, root, issuing)), "chain-in-order");
        Issued lower = Minting.authority("Lab Lower CA", lab.keys.ec()).by(lab.issuing);
        Issued deep = lab.leaf().by(lower);
        lab.add(
                "intermediates-swapped",
                JsseServer.of(deep, List.of(deep.certificate(), issuing, lower.certificate())),
                "chain-in-order");
        lab.add("sent-twice", JsseServer.of(leaf, List.of(own, own, issuing)), "chain-in-order");
        lab.add(
                "stranger-sent",
                JsseServer.of(leaf, List.of(own, issuing, lab.foreign.certificate())),
                "chain-without-strangers");
        lab.add("signature-tampered", JsseServer.of(leaf.tampered()), "signatures-valid");
        Issued impostor = Minting.authority("Lab CA", lab.keys.ec()).by(lab.privateRoot);
        lab.add(
                "issuer-of-same-name",
                JsseServer.of(
                        lab.leaf().by(impostor), List.of(lab.leaf().by(impostor).certificate(), issuing)),
                "signatures-valid",
                "key-possessed");
        Issued confined = Minting.authority("Confined CA", lab.keys.ec())
                .only("other.test")
                .by(lab.privateRoot);
        lab.add("name-not-permitted", JsseServer.of(lab.leaf().by(confined)), "names-permitted");
        Issued last =
                Minting.authority("Last CA", lab.keys.ec()).authorityFor(0).by(lab.privateRoot);
        Issued beyond = Minting.authority("CA Beyond", lab.keys.ec()).by(last);
        lab.add("path-too-long", JsseServer.of(lab.leaf().by(beyond)), "path-short-enough");
    }

    private void names() {
        lab.add("another-host", JsseServer.of(lab.leaf().names("www.other.test").by(lab.issuing)), "host-named");
        lab.add(
                "common-name-only",
                JsseServer.of(Minting.server(HOST, lab.keys.ec()).by(lab.issuing)),
                "has-names");
        named("wildcard-two-labels", "a.b.lab.test", "*.lab.test");
        named("wildcard-for-its-domain", "lab.test", "*.lab.test");
        named("wildcard-in-a-label", HOST, "w*.lab.test");
        named("wildcard-in-second-label", HOST, "www.*.test");
        named("address-as-name", "127.0.0.1", "127.0.0.1");
    }

    private void named(String id, String host, String certified) {
        int port = lab.serve(JsseServer.of(lab.leaf().names(certified).by(lab.issuing)));
        lab.add(id, host, List.of(port), lab.closed(), Revocation.WARN, false, "host-named");
    }

    private void times() {
        lab.add("expired", JsseServer.of(lab.leaf().left(days(-3)).by(lab.issuing)), "days-left");
        lab.add("expires-soon", JsseServer.of(lab.leaf().left(days(5)).by(lab.issuing)), "days-left");
        Instant tomorrow = Instant.now().plus(days(1));
        lab.add(
                "not-yet-valid",
                JsseServer.of(
                        lab.leaf().valid(tomorrow, tomorrow.plus(days(90))).by(lab.issuing)),
                "validity-begun");
        intermediate("intermediate-expires-soon", 5);
        intermediate("intermediate-expired", -3);
        Instant begun = Instant.now().minus(days(10));
        Issued lasting = lab.leaf()
                .valid(begun, begun.plus(days(300)))
                .logged(3)
                .list(lab.responder.list("lasting", lab.publicIssuing))
                .by(lab.publicIssuing);
        lab.add("public-lives-too-long", JsseServer.of(lasting), "lifetime-allowed");
    }

    private void intermediate(String id, int left) {
        Issued above =
                Minting.authority("Ending CA", lab.keys.ec()).left(days(left)).by(lab.privateRoot);
        lab.add(id, JsseServer.of(lab.leaf().by(above)), "days-left");
    }
}
