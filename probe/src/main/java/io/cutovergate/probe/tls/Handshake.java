package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.Causes;
import io.cutovergate.probe.dns.Place;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A TLS handshake that goes as far as the server's certificates and no further: nothing is trusted, nothing is sent over it. */
final class Handshake {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private Handshake() {}

    /** The certificates in the order in which the first of the place's addresses sends them. */
    static List<X509Certificate> with(Place place) {
        String who = place.where() + " for " + place.host() + " (" + place.vantage() + ")";
        Recorder recorder = new Recorder();
        try (Socket tcp = new Socket()) {
            tcp.connect(new InetSocketAddress(place.addresses().get(0), place.port()), (int) WITHIN.toMillis());
            tcp.setSoTimeout((int) WITHIN.toMillis());
            shake(tcp, place, recorder);
        } catch (IOException e) {
            if (recorder.sent == null) {
                throw new Unexamined("no certificate is seen at " + who + ": " + Causes.first(e), e);
            }
            // The recorder refused to go on once it had them.
        }
        if (recorder.sent == null) {
            throw new Unexamined("no certificate is sent by " + who);
        }
        return recorder.sent;
    }

    private static void shake(Socket tcp, Place place, Recorder recorder) throws IOException {
        try (SSLSocket tls = (SSLSocket) context(recorder)
                .getSocketFactory()
                .createSocket(tcp, place.host().name(), place.port(), true)) {
            if (!CertificateNames.isAddress(place.host().name())) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setServerNames(List.of(
                        new SNIHostName(CertificateNames.ascii(place.host().name()))));
                tls.setSSLParameters(parameters);
            }
            tls.startHandshake();
        }
    }

    private static SSLContext context(Recorder recorder) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new Recorder[] {recorder}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /** Trusts nobody, and remembers what it was shown. */
    private static final class Recorder extends X509ExtendedTrustManager {

        private volatile @Nullable List<X509Certificate> sent;

        private void record(X509Certificate[] chain) throws CertificateException {
            sent = List.of(chain);
            throw new CertificateException("recorded");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            record(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
