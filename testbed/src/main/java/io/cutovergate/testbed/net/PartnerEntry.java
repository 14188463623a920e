package io.cutovergate.testbed.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RenegotiationRequiredException;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The port where the gateway asks for a certificate. One of another authority ends the handshake; who shows none is passed on without a
 * name.
 *
 * @param authority signs the partners' certificates
 */
public record PartnerEntry(int port, X509Certificate authority) {
    private static final HttpString SUBJECT = new HttpString("X-Client-Subject");

    TrustManager[] trust(boolean verifies) throws GeneralSecurityException, IOException {
        if (!verifies) {
            return new TrustManager[] {new Everybody()};
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("partners", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    /** Takes out what a client says of its certificate, which only the gateway may say. */
    static void strip(HttpServerExchange exchange) {
        exchange.getRequestHeaders().remove(SUBJECT);
    }

    /** Says whose certificate was shown on the connection. */
    static void name(HttpServerExchange exchange) {
        strip(exchange);
        subject(exchange).ifPresent(name -> exchange.getRequestHeaders().put(SUBJECT, name));
    }

    private static Optional<String> subject(HttpServerExchange exchange) {
        try {
            return Optional.ofNullable(
                            exchange.getConnection().getSslSessionInfo().getPeerCertificates()[0])
                    .map(X509Certificate.class::cast)
                    .map(shown -> shown.getSubjectX500Principal().getName());
        } catch (SSLPeerUnverifiedException | RenegotiationRequiredException e) {
            return Optional.empty();
        }
    }

    /** What a gateway believes that asks for certificates and leaves it to others to verify them: a fault. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("no server is judged here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new IllegalStateException("no server is judged here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new IllegalStateException("no server is judged here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
