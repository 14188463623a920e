package io.cutovergate.probe.tls.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server's first flight: what it picked, and how it shows who it is.
 *
 * @param version what it picked
 * @param compressed whether it would compress (RFC 3749)
 * @param renegotiationInfo whether it knows secure renegotiation (RFC 5746); always with TLS 1.3, which has none
 * @param certificates as sent, DER
 * @param staple the OCSP response sent along (RFC 6066, section 8)
 * @param timestamps the list of signed certificate timestamps sent along (RFC 6962, section 3.3)
 * @param asksForCertificate whether it wants to see a certificate of ours
 * @param exchange how keys would be exchanged, where the server says it
 * @param took from connecting to the end of the flight
 */
public record Flight(
        Version version,
        Suite suite,
        boolean compressed,
        boolean renegotiationInfo,
        List<Octet> certificates,
        Optional<Octet> staple,
        Optional<Octet> timestamps,
        boolean asksForCertificate,
        Optional<KeyExchange> exchange,
        Duration took) {

    public Flight {
        certificates = List.copyOf(certificates);
    }
}
