package io.cutovergate.probe.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xbill.DNS.Address;

/** The names of a certificate as RFC 9525 reads them: subject alternative names only, never the common name. */
public final class CertificateNames {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateNames() {}

    /** All DNS names and addresses that the certificate is for. */
    public static List<String> of(X509Certificate certificate) {
        return Stream.concat(of(certificate, DNS_NAME), of(certificate, IP_ADDRESS))
                .toList();
    }

    private static Stream<String> of(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Stream.empty()
                    : names.stream()
                            .filter(entry -> entry.get(0).equals(kind))
                            .map(entry -> String.valueOf(entry.get(1)));
        } catch (CertificateParsingException e) {
            // A list that cannot be read names nobody.
            return Stream.empty();
        }
    }

    /** Whether one of the names is the host's (RFC 9525, section 6). */
    public static boolean cover(X509Certificate certificate, String host) {
        if (isAddress(host)) {
            return of(certificate, IP_ADDRESS).anyMatch(name -> address(name).equals(address(host)));
        }
        String wanted = ascii(host);
        return of(certificate, DNS_NAME).anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), wanted));
    }

    /** A wildcard stands for the whole left-most label and for that only (RFC 9525, section 6.3). */
    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1)) && name.indexOf('*', 1) < 0;
    }

    /** The name in its ASCII form (A-labels), small, without a last dot. */
    public static String ascii(String host) {
        String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    }

    public static boolean isAddress(String host) {
        return Address.isDottedQuad(host) || host.indexOf(':') >= 0;
    }

    private static InetAddress address(String text) {
        try {
            return Address.getByAddress(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
