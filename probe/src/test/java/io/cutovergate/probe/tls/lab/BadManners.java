package io.cutovergate.probe.tls.lab;

import static io.cutovergate.probe.tls.lab.Lab.HOST;
import static io.cutovergate.probe.tls.lab.Lab.days;

import io.cutovergate.harness.config.PublicNames.Revocation;
import java.util.List;
import java.util.function.Function;

/** The certificate is fine; how it is served is not. */
record BadManners(Lab lab) {

    void add() {
        Issued leaf = lab.leaf().by(lab.issuing);
        reached(leaf);
        http(leaf);
    }

    private void reached(Issued leaf) {
        lab.add("plain-http", socket -> Web.serve(socket, path -> Web.FINE), "tls-spoken");
        lab.add(
                "refuses-everybody",
                socket -> {
                    ClientHello.read(socket.getInputStream());
                    socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 112});
                },
                "tls-spoken");
        lab.add("nobody", HOST, List.of(lab.closed()), lab.closed(), Revocation.WARN, false, "unexamined");
        Server.Conversation quick = JsseServer.of(leaf).conversation();
        lab.add(
                "slow-handshake",
                socket -> {
                    Pause.millis(1600);
                    quick.with(socket);
                },
                "handshake-in-time");
        Issued other = lab.leaf().by(lab.issuing);
        lab.add("key-of-another-certificate", JsseServer.of(new Issued(other.keys(), leaf.chain())), "key-possessed");
        int good = lab.serve(JsseServer.of(leaf));
        int expired = lab.serve(JsseServer.of(lab.leaf().left(days(-3)).by(lab.issuing)));
        addresses("second-address-expired", good, expired, "days-left", "same-everywhere");
        int another = lab.serve(JsseServer.of(lab.leaf().by(lab.issuing)));
        addresses("second-address-differs", good, another, "same-everywhere");
        addresses(
                "second-address-plain", good, lab.serve(socket -> Web.refuse(socket)), "tls-spoken", "same-everywhere");
        addresses("second-address-dead", good, lab.closed(), "unexamined");
        lab.add(
                "client-certificate-demanded",
                JsseServer.of(leaf).asking(JsseServer.ClientCertificate.DEMANDED, lab.visitors.certificate()),
                "no-client-certificate");
        lab.add(
                "client-certificate-asked",
                JsseServer.of(leaf).asking(JsseServer.ClientCertificate.ASKED, lab.visitors.certificate()),
                "client-certificate-unasked");
    }

    private void addresses(String id, int one, int other, String... wrong) {
        lab.add(id, HOST, List.of(one, other), lab.closed(), Revocation.WARN, false, wrong);
    }

    private void http(Issued leaf) {
        served(leaf, "leads-down", path -> Web.redirect("http://" + HOST + "/"), "no-way-down");
        served(leaf, "no-hsts", path -> Web.answer(200, ""), "hsts-promised");
        served(
                leaf,
                "hsts-for-a-day",
                path -> Web.answer(200, "Strict-Transport-Security: max-age=86400\r\n"),
                "hsts-long");
        served(
                leaf,
                "hsts-withdrawn",
                path -> Web.answer(200, "Strict-Transport-Security: max-age=0\r\n"),
                "hsts-long");
        plain(leaf, "served-in-clear", path -> Web.FINE);
        plain(leaf, "http-leads-to-http", path -> Web.redirect("http://" + HOST + "/home"));
    }

    private void served(Issued leaf, String id, Function<String, String> answers, String wrong) {
        lab.add(id, JsseServer.of(leaf).answering(answers), wrong);
    }

    private void plain(Issued leaf, String id, Function<String, String> answers) {
        int clear = lab.serve(socket -> Web.serve(socket, answers));
        lab.add(id, HOST, List.of(lab.serve(JsseServer.of(leaf))), clear, Revocation.WARN, false, "http-leads-up");
    }
}
