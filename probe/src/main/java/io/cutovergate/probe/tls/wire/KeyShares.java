package io.cutovergate.probe.tls.wire;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Our halves of the key exchanges that a ClientHello of TLS 1.3 proposes. */
record KeyShares(Map<Group, KeyPair> keys) {

    static KeyShares of(List<Group> groups) {
        Map<Group, KeyPair> keys = new EnumMap<>(Group.class);
        try {
            for (Group group : groups) {
                keys.put(group, group.newKeys());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has these groups", e);
        }
        return new KeyShares(keys);
    }

    /** The extension's content (RFC 8446, section 4.2.8). */
    byte[] extension() {
        Octets shares = new Octets();
        keys.forEach((group, pair) -> shares.number(group.code(), 2).vector(2, group.encode(pair.getPublic())));
        return new Octets().vector(2, shares.bytes()).bytes();
    }

    /** The secret shared with the server's half. */
    byte[] agree(int group, byte[] share) throws Malformed {
        for (Map.Entry<Group, KeyPair> own : keys.entrySet()) {
            if (own.getKey().code() == group) {
                try {
                    return own.getKey().agree(own.getValue(), share);
                } catch (GeneralSecurityException | RuntimeException e) {
                    throw new Malformed("a key share that fits no group: " + e.getMessage());
                }
            }
        }
        throw new Malformed("a key share of a group that was not proposed: " + group);
    }
}
