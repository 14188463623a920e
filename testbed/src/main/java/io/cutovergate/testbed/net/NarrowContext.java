package io.cutovergate.testbed.net;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A context whose engines offer less than they could: a listener that runs takes another context, but no other settings. */
final class NarrowContext extends SSLContext {

    private NarrowContext(SSLContext wide, String version, String suite) {
        super(new Spi(wide, version, suite), wide.getProvider(), wide.getProtocol());
    }

    /** Only one version and one cipher suite. */
    static SSLContext of(SSLContext wide, String version, String suite) {
        return new NarrowContext(wide, version, suite);
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext wide;
        private final String version;
        private final String suite;

        private Spi(SSLContext wide, String version, String suite) {
            this.wide = wide;
            this.version = version;
            this.suite = suite;
        }

        private SSLEngine narrow(SSLEngine engine) {
            engine.setEnabledProtocols(new String[] {version});
            engine.setEnabledCipherSuites(new String[] {suite});
            return engine;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return narrow(wide.createSSLEngine());
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return narrow(wide.createSSLEngine(host, port));
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
            throw new IllegalStateException("it is initialised");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return wide.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return wide.getServerSocketFactory();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return wide.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return wide.getClientSessionContext();
        }
    }
}
