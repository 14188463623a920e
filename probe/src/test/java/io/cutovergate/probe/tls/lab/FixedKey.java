package io.cutovergate.probe.tls.lab;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows what it is told to show, with whatever key: a key store would refuse half of it. */
final class FixedKey extends X509ExtendedKeyManager {

    private final List<Issued> issued;
    private final List<List<X509Certificate>> sent;

    FixedKey(List<Issued> issued, List<List<X509Certificate>> sent) {
        this.issued = issued;
        this.sent = sent;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        for (int i = 0; i < issued.size(); i++) {
            String algorithm = sent.get(i).get(0).getPublicKey().getAlgorithm();
            if (type.equals(algorithm)
                    || (type.startsWith("EC") && algorithm.startsWith("EC"))
                    || (type.equals("EdDSA") && algorithm.startsWith("Ed"))) {
                return Integer.toString(i);
            }
        }
        return null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return sent.get(Integer.parseInt(alias)).toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return issued.get(Integer.parseInt(alias)).keys().getPrivate();
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return null;
    }
}
