package io.cutovergate.probe.tls.wire;

import java.util.Optional;

/**
 * How a server exchanges keys, and signs that it is the one.
 *
 * @param group {@code DH}, or the curve's name
 * @param bits of the prime or of the curve; 0 where it is not known
 * @param scheme what it signs with
 * @param signature whether the signature is that of the shown certificate's key; empty where it cannot be told
 */
public record KeyExchange(String group, int bits, Optional<SignatureScheme> scheme, Optional<Boolean> signature) {}
