package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The certificate that an account of kind certificate shows when a server asks for one. */
@Section(
        "The certificate of an account of kind certificate: PEM files, or a key store that the account's password opens.")
public record AccountCertificate(
        @Key("PEM file of the certificate and its chain.") @Nullable
        Path certificate,

        @Key("The private key, PKCS #8 in PEM form or its Base64 alone.") @Nullable
        Secret key,

        @Key("Key store (PKCS #12 or JKS) with one private key and its chain.") @Nullable
        Path keyStore) {

    public AccountCertificate {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("certificate and key are given together");
        }
        if ((certificate == null) == (keyStore == null)) {
            throw new IllegalArgumentException("exactly one of certificate and key-store is needed");
        }
    }
}
