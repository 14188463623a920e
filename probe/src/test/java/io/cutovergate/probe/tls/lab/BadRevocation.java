package io.cutovergate.probe.tls.lab;

import static io.cutovergate.probe.tls.lab.Lab.HOST;

import io.cutovergate.harness.config.PublicNames.Revocation;
import java.math.BigInteger;
import java.util.List;

/** A certificate was taken back, or nobody can say whether it was. */
record BadRevocation(Lab lab) {

    void add() {
        Responder responder = lab.responder;
        lab.add("stapled-revoked", responded("/revoked"), "not-revoked");
        stale();
        lab.add("stapled-forged", responded("/forged"), "staple-sound", "revocation-answered");
        lab.add("responder-revoked", responded("/direct/revoked"), "not-revoked");
        lab.add("responder-does-not-know", responded("/direct/unknown"), "revocation-answered");
        lab.add("responder-broken", responded("/broken"), "revocation-answered");
        lab.add(
                "responder-unreachable",
                JsseServer.of(lab.leaf()
                        .responder("http://127.0.0.1:" + lab.closed() + "/")
                        .by(lab.issuing)),
                "revocation-answered");
        int silent = lab.serve(responded("/broken"));
        lab.add(
                "responder-broken-required",
                HOST,
                List.of(silent),
                lab.closed(),
                Revocation.REQUIRE,
                false,
                "unexamined");
        lab.add(
                "staple-promised-not-sent",
                JsseServer.of(lab.leaf().mustStaple().by(lab.issuing)),
                "stapled-as-promised");
        Issued listed = lab.leaf().list(responder.address("/list/listed")).by(lab.issuing);
        responder.list("listed", lab.issuing, serial(listed));
        lab.add("listed", JsseServer.of(listed), "not-revoked");
        Issued takenBack = Minting.authority("Taken Back CA", lab.keys.ec())
                .list(responder.address("/list/authorities"))
                .by(lab.privateRoot);
        responder.list("authorities", lab.privateRoot, serial(takenBack));
        lab.add("intermediate-listed", JsseServer.of(lab.leaf().by(takenBack)), "not-revoked");
        lab.add("public-not-revocable", JsseServer.of(lab.leaf().logged(2).by(lab.publicIssuing)), "revocable");
    }

    /** The JDK's server throws such an answer away; others do not. */
    private void stale() {
        Issued leaf = lab.leaf().responder(lab.responder.address("/broken")).by(lab.issuing);
        Weakness usual = Weakness.suite(0xC02B).taking(hello -> hello.version() == 0x0303 && !hello.isModern());
        lab.add(
                "stapled-stale",
                WeakServer.of(usual, leaf, 0).stapling(lab.responder.stale(leaf)),
                "staple-sound",
                "revocation-answered",
                "tls-1-3-offered");
    }

    private JsseServer responded(String path) {
        return JsseServer.of(lab.leaf().responder(lab.responder.address(path)).by(lab.issuing));
    }

    private static BigInteger serial(Issued issued) {
        return issued.certificate().getSerialNumber();
    }
}
