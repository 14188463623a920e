package io.cutovergate.probe.tls;

import io.cutovergate.harness.config.AccountCertificate;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its key, shown to every server that asks for one.
 *
 * @param chain its own first; empty for nobody
 * @param key null for nobody
 */
public record ClientIdentity(
        List<X509Certificate> chain, @Nullable PrivateKey key) {

    /** Who shows nothing, whatever the files give for other requests. */
    public static final ClientIdentity NOBODY = new ClientIdentity(List.of(), null);

    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * That of an account.
     *
     * @param where the account's key, for messages
     */
    public static ClientIdentity of(SyntheticAccount account, String where) {
        AccountCertificate rules = Objects.requireNonNull(account.certificate());
        if (rules.keyStore() != null) {
            String password = Objects.requireNonNull(account.password()).reveal();
            return stored(rules.keyStore(), password.toCharArray(), where + ".certificate.key-store");
        }
        List<X509Certificate> chain =
                PemFile.certificates(Objects.requireNonNull(rules.certificate()), where + ".certificate.certificate");
        PrivateKey key = PemFile.key(
                Objects.requireNonNull(rules.key()).reveal(),
                chain.get(0).getPublicKey().getAlgorithm(),
                where + ".certificate.key");
        return new ClientIdentity(chain, key);
    }

    private static ClientIdentity stored(Path file, char[] password, String where) {
        try (InputStream in = Files.newInputStream(file)) {
            // Either form is read, whichever is asked for (JEP 229).
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                Certificate[] chain = store.getCertificateChain(alias);
                if (key instanceof PrivateKey secret && chain != null) {
                    return new ClientIdentity(
                            Arrays.stream(chain)
                                    .map(X509Certificate.class::cast)
                                    .toList(),
                            secret);
                }
            }
            throw new Unexamined(file + " holds no private key with a certificate (" + where + ")");
        } catch (IOException | GeneralSecurityException e) {
            throw new Unexamined(file + " cannot be read with the account's password (" + where + "): " + e, e);
        }
    }

    /** The same in name, by an authority that nobody knows. */
    public ClientIdentity stranger() {
        return Impostor.of(this);
    }

    KeyManager[] managers() {
        return key == null ? new KeyManager[0] : new KeyManager[] {new OneKey(chain, key)};
    }

    /** Whose it is, without the key. */
    @Override
    public String toString() {
        return chain.isEmpty()
                ? "no certificate"
                : chain.get(0).getSubjectX500Principal().getName();
    }
}
