package io.cutovergate.probe.tls.rule;

import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.wire.Flight;
import io.cutovergate.probe.tls.wire.Octet;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;

/**
 * Whether a public certificate says that it was logged (RFC 6962). The logs' signatures are not verified: their keys are a list
 * that changes, and none is shipped.
 */
final class LogRules {

    private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";
    private static final Duration SHORT = Duration.ofDays(180);

    private LogRules() {}

    static void judge(Judgements all, ServedChain chain, List<Flight> flights) {
        int logs = logs(embedded(chain.own()));
        int wanted = ValidityRules.lifetime(chain.own()).compareTo(SHORT) > 0 ? 3 : 2;
        int beside = flights.stream()
                .flatMap(flight -> flight.timestamps().stream())
                .mapToInt(list -> logs(Optional.of(list.bytes())))
                .max()
                .orElse(0);
        all.judge(
                TlsRule.LOGGED,
                logs >= wanted || beside >= 2,
                "it carries timestamps of " + Math.max(logs, beside) + " logs, where " + wanted + " are wanted");
    }

    /** How many different logs signed: the second to thirty-third octet of each is the log's id (RFC 6962, section 3.2). */
    private static int logs(Optional<byte[]> list) {
        Set<Octet> ids = new HashSet<>();
        ByteBuffer in = ByteBuffer.wrap(list.orElse(new byte[0]));
        while (in.remaining() >= 2) {
            byte[] one = new byte[Math.min(in.getShort() & 0xffff, in.remaining())];
            in.get(one);
            if (one.length > 33) {
                ids.add(new Octet(java.util.Arrays.copyOfRange(one, 1, 33)));
            }
        }
        return ids.size();
    }

    private static Optional<byte[]> embedded(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(TIMESTAMPS);
        if (extension == null) {
            return Optional.empty();
        }
        byte[] list = ASN1OctetString.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets())
                .getOctets();
        // the list's own length stands before it
        return Optional.of(java.util.Arrays.copyOfRange(list, Math.min(2, list.length), list.length));
    }
}
