package io.cutovergate.probe.tls.rule;

import static io.cutovergate.probe.tls.rule.Severity.FAIL;
import static io.cutovergate.probe.tls.rule.Severity.WARN;

/**
 * What TLS of a public host must be, in the words of what holds. BR are the CA/Browser Forum's Baseline Requirements for TLS
 * server certificates, 2.2.6.
 */
// spotless:off: a table
public enum TlsRule {
    // reached
    TLS_SPOKEN(FAIL, "TLS spoken", "RFC 9110, section 4.2.2"),
    HANDSHAKE_IN_TIME(FAIL, "handshake in time", "public.tls.max-handshake"),
    KEY_POSSESSED(FAIL, "handshake signed with the certificate's key", "RFC 8446, section 4.4.3"),
    NO_CLIENT_CERTIFICATE(FAIL, "reached with the certificates that we have", "public.tls.client-certificate"),
    CLIENT_CERTIFICATE_UNASKED(WARN, "no certificate asked of visitors", "RFC 8446, section 4.3.2"),
    SAME_EVERYWHERE(WARN, "same certificate at every address", "public.dns.resolvers"),

    // the chain
    READABLE(FAIL, "certificates readable", "RFC 5280, section 4.1"),
    CHAIN_COMPLETE(FAIL, "chain complete as sent", "RFC 8446, section 4.4.2; trusted are the system's authorities and public.tls.ca"),
    CHAIN_TRUSTED(FAIL, "chain trusted", "the system's authorities and public.tls.ca"),
    CHAIN_IN_ORDER(FAIL, "chain in order", "RFC 5246, section 7.4.2"),
    CHAIN_WITHOUT_STRANGERS(WARN, "nothing sent that belongs to no path", "RFC 8446, section 4.4.2"),
    SIGNATURES_VALID(FAIL, "signatures valid", "RFC 5280, section 6.1.3"),
    NAMES_PERMITTED(FAIL, "names permitted to the authorities", "RFC 5280, section 4.2.1.10"),
    PATH_SHORT_ENOUGH(FAIL, "path as short as the authorities may make it", "RFC 5280, section 4.2.1.9"),
    PATH_VALID(FAIL, "path valid", "RFC 5280, section 6.1"),

    // the names
    HAS_NAMES(FAIL, "subject alternative names present", "RFC 9525, section 6; BR 7.1.2.7.12"),
    HOST_NAMED(FAIL, "host named", "RFC 9525, section 6"),

    // the time
    LIFETIME_ALLOWED(FAIL, "lifetime allowed", "BR 6.3.2"),

    // what each certificate says
    LEAF_NO_AUTHORITY(FAIL, "server's certificate that of no authority", "RFC 5280, section 4.2.1.9; BR 7.1.2.7.8"),
    LEAF_KEY_USAGE(FAIL, "key usable to sign handshakes", "RFC 8446, section 4.4.2.2; RFC 5280, section 4.2.1.3"),
    LEAF_PURPOSE(FAIL, "certificate meant for servers", "RFC 5280, section 4.2.1.12; BR 7.1.2.7.10"),
    ISSUER_IS_AUTHORITY(FAIL, "issuers are authorities", "RFC 5280, section 4.2.1.9"),
    ISSUER_KEY_USAGE(FAIL, "issuers may sign certificates", "RFC 5280, section 4.2.1.3"),
    ISSUER_PURPOSE(FAIL, "issuers meant for servers' certificates", "BR 7.1.2.10.6"),
    EXTENSIONS_KNOWN(FAIL, "critical extensions known", "RFC 5280, section 4.2"),
    KEYS_LARGE(FAIL, "keys large enough", "BR 6.1.5"),
    HASHES_SOUND(FAIL, "certificates signed over a sound hash", "BR 7.1.3.2; RFC 9155"),
    LOGGED(FAIL, "certificate logged in public", "RFC 6962, section 3.3; Chrome's certificate transparency policy"),

    // revocation
    NOT_REVOKED(FAIL, "certificate not revoked", "RFC 6960, section 2.2; RFC 5280, section 5"),
    STAPLE_SOUND(FAIL, "stapled answer sound", "RFC 6066, section 8; RFC 6960, section 3.2"),
    STAPLED_AS_PROMISED(FAIL, "answer stapled where the certificate promises it", "RFC 7633, section 4.2.3"),
    REVOCABLE(FAIL, "pointers for revocation where they are demanded", "BR 7.1.2.11.2"),
    REVOCATION_ANSWERED(WARN, "revocation answered", "public.tls.revocation"),

    // what is offered
    NO_OLD_VERSION(FAIL, "no protocol below TLS 1.2", "RFC 8996, RFC 7568, RFC 6176"),
    TLS_1_2_OFFERED(WARN, "TLS 1.2 offered", "RFC 9325, section 3.1.1"),
    TLS_1_3_OFFERED(WARN, "TLS 1.3 offered", "RFC 9325, section 3.1.1"),
    NO_NULL(FAIL, "no NULL encryption", "RFC 9325, section 4.1"),
    NO_ANONYMOUS(FAIL, "no anonymous key exchange", "RFC 9325, section 4.1"),
    NO_EXPORT(FAIL, "no EXPORT cipher", "RFC 9325, section 4.1"),
    NO_RC4(FAIL, "no RC4", "RFC 7465"),
    NO_DES(FAIL, "no DES", "RFC 5469"),
    NO_TRIPLE_DES(FAIL, "no 3DES", "RFC 9325, section 4.1"),
    FORWARD_SECRET(FAIL, "forward secrecy", "RFC 9325, section 4.1"),
    NO_STATIC_RSA(WARN, "no static RSA beside", "RFC 9325, section 4.1"),
    AUTHENTICATED(FAIL, "authenticated encryption", "RFC 9325, section 4.2"),
    EXCHANGE_STRONG(FAIL, "key exchange strong enough", "RFC 9325, section 4.5"),
    HANDSHAKE_HASH_SOUND(FAIL, "handshake signed over a sound hash", "RFC 9155"),
    NO_COMPRESSION(FAIL, "no compression", "RFC 9325, section 3.3"),
    RENEGOTIATION_SECURE(FAIL, "secure renegotiation", "RFC 9325, section 3.5; RFC 5746"),

    // over HTTP
    NO_WAY_DOWN(FAIL, "no redirect from HTTPS to HTTP", "RFC 9325, section 3.2"),
    HTTP_LEADS_UP(FAIL, "HTTP leads to HTTPS", "RFC 6797, section 7.2; public.http-port"),
    HSTS_PROMISED(FAIL, "HSTS promised", "RFC 6797, section 7.1"),
    HSTS_LONG(FAIL, "HSTS promised for long enough", "public.tls.min-hsts");
    // spotless:on

    private final Severity severity;
    private final String holds;
    private final String source;

    TlsRule(Severity severity, String holds, String source) {
        this.severity = severity;
        this.holds = holds;
        this.source = source;
    }

    /** How reports and files call it: {@code keys-large}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** What is so when it holds. */
    public String holds() {
        return holds;
    }

    /** Section of the standard, or the key that sets it. */
    public String source() {
        return source;
    }
}
