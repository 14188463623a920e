package io.cutovergate.probe.tls.lab;

import io.cutovergate.harness.config.PublicNames.Revocation;
import io.cutovergate.probe.tls.Anchors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** All hosts of the laboratory, and the authorities that issued for them. */
final class Lab implements AutoCloseable {

    static final String HOST = "www.lab.test";

    final Keys keys = new Keys();
    final Issued privateRoot = Minting.authority("Lab Root", keys.ec()).by(null);
    final Issued issuing = Minting.authority("Lab CA", keys.ec()).by(privateRoot);
    final Issued publicRoot = Minting.authority("Lab Public Root", keys.ec()).by(null);
    final Issued publicIssuing = Minting.authority("Lab Public CA", keys.ec()).by(publicRoot);
    final Issued foreign = Minting.authority("Foreign Root", keys.ec()).by(null);
    final Issued visitors = Minting.authority("Visitors' Root", keys.ec()).by(null);
    final Responder responder = new Responder(issuing, foreign);

    private final List<Runnable> closing = new ArrayList<>(List.of(responder::close));
    private final List<LabCase> cases = new ArrayList<>();
    private final int closed = free();
    private String group = "";

    /** Everything that there is. */
    static Lab open() {
        Lab lab = new Lab();
        lab.group = "chain, names, time";
        new BadChains(lab).add();
        lab.group = "certificates";
        new BadCertificates(lab).add();
        lab.group = "revocation";
        new BadRevocation(lab).add();
        lab.group = "versions and ciphers";
        new BadOffers(lab).add();
        lab.group = "addresses, handshake, HTTP";
        new BadManners(lab).add();
        lab.group = "good";
        new GoodHosts(lab).add();
        return lab;
    }

    List<LabCase> cases() {
        return cases;
    }

    /** Whom a visitor of the laboratory trusts. */
    Anchors anchors() {
        return new Anchors(List.of(publicRoot.certificate()), List.of(privateRoot.certificate()));
    }

    X509Certificate[] trusted() {
        return new X509Certificate[] {publicRoot.certificate(), privateRoot.certificate()};
    }

    /** A sound certificate of the host, about to be made otherwise. */
    Minting leaf() {
        return Minting.server(HOST, keys.ec(), HOST);
    }

    Minting rsaLeaf() {
        return Minting.server(HOST, keys.rsa(2048, 1), HOST);
    }

    /** A port where nobody listens. */
    int closed() {
        return closed;
    }

    int serve(Server.Conversation conversation) {
        Server server = new Server(conversation);
        closing.add(server::close);
        return server.port();
    }

    int serve(JsseServer server) {
        return serve(server.conversation());
    }

    void add(String id, JsseServer server, String... wrong) {
        add(id, HOST, List.of(serve(server)), closed, Revocation.WARN, false, wrong);
    }

    void add(String id, Server.Conversation server, String... wrong) {
        add(id, HOST, List.of(serve(server)), closed, Revocation.WARN, false, wrong);
    }

    void add(
            String id,
            String host,
            List<Integer> ports,
            int httpPort,
            Revocation revocation,
            boolean showsCertificate,
            String... wrong) {
        cases.add(new LabCase(
                group,
                id,
                host,
                ports,
                httpPort,
                new LinkedHashSet<>(Arrays.asList(wrong)),
                new LabCase.Options(revocation, showsCertificate)));
    }

    static Duration days(int days) {
        // an hour more, so that it is whole days for as long as anybody looks
        return Duration.ofDays(days).plusHours(1);
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
