package io.cutovergate.probe.tls.lab;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A real HTTPS server over the JDK's TLS, as sound as it can be unless told otherwise. */
record JsseServer(
        List<Issued> issued,
        List<List<X509Certificate>> sent,
        List<String> versions,
        List<String> suites,
        ClientCertificate client,
        @Nullable X509Certificate clientAuthority,
        Function<String, String> answers) {

    /** Whether visitors must show a certificate. */
    enum ClientCertificate {
        UNASKED,
        ASKED,
        DEMANDED
    }

    private static final List<String> MODERN = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    static JsseServer of(Issued issued) {
        return of(issued, issued.sent());
    }

    static JsseServer of(Issued issued, List<X509Certificate> sent) {
        return new JsseServer(
                List.of(issued),
                List.of(sent),
                List.of("TLSv1.2", "TLSv1.3"),
                MODERN,
                ClientCertificate.UNASKED,
                null,
                path -> Web.FINE);
    }

    /** With a second certificate for those who know another algorithm. */
    JsseServer and(Issued other) {
        return new JsseServer(
                List.of(issued.get(0), other),
                List.of(sent.get(0), other.sent()),
                versions,
                suites,
                client,
                clientAuthority,
                answers);
    }

    JsseServer only(List<String> theVersions, List<String> theSuites) {
        return new JsseServer(issued, sent, theVersions, theSuites, client, clientAuthority, answers);
    }

    JsseServer asking(ClientCertificate kind, X509Certificate authority) {
        return new JsseServer(issued, sent, versions, suites, kind, authority, answers);
    }

    JsseServer answering(Function<String, String> byPath) {
        return new JsseServer(issued, sent, versions, suites, client, clientAuthority, byPath);
    }

    /** What it does with a connection. */
    Server.Conversation conversation() {
        SSLContext context = context();
        return socket -> talk(context, socket);
    }

    private void talk(SSLContext context, Socket socket) throws IOException {
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true)) {
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(versions.toArray(String[]::new));
            tls.setEnabledCipherSuites(suites.toArray(String[]::new));
            tls.setWantClientAuth(client == ClientCertificate.ASKED);
            if (client == ClientCertificate.DEMANDED) {
                tls.setNeedClientAuth(true);
            }
            Web.serve(tls, answers);
        }
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = null;
            if (clientAuthority != null) {
                trust = TrustManagerFactory.getInstance("PKIX");
                trust.init(Stores.trusting(clientAuthority));
            }
            context.init(
                    new KeyManager[] {new FixedKey(issued, sent)},
                    trust == null ? null : trust.getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
