package io.cutovergate.probe.tls.wire;

import java.util.Map;

/** What servers say when they refuse (RFC 8446, section 6). */
final class Alerts {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(40, "handshake_failure"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(50, "decode_error"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(109, "missing_extension"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(116, "certificate_required"));

    private Alerts() {}

    static String name(int code) {
        return NAMES.getOrDefault(code, Integer.toString(code));
    }
}
