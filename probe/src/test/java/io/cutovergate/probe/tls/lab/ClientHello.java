package io.cutovergate.probe.tls.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a visitor proposes, as far as the servers of the laboratory look at it.
 *
 * @param raw everything as it came
 * @param version the highest, without TLS 1.3
 * @param isModern whether TLS 1.3 is proposed
 * @param compresses whether compression is
 */
record ClientHello(
        java.io.ByteArrayOutputStream raw,
        int version,
        List<Integer> suites,
        boolean compresses,
        boolean isModern,
        List<Byte> random) {

    static final int SSL_2 = 2;
    private static final int VERSIONS = 43;

    static ClientHello read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(5);
        java.io.ByteArrayOutputStream raw = new java.io.ByteArrayOutputStream();
        raw.writeBytes(header);
        if (header.length == 5 && (header[0] & 0x80) != 0 && header[2] == 1) {
            return new ClientHello(raw, SSL_2, List.of(), false, false, List.of());
        }
        if (header.length < 5 || header[0] != 22) {
            throw new IOException("no ClientHello");
        }
        byte[] body = in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
        raw.writeBytes(body);
        return parse(raw, ByteBuffer.wrap(body));
    }

    private static ClientHello parse(java.io.ByteArrayOutputStream raw, ByteBuffer in) {
        in.position(4);
        int version = in.getShort() & 0xffff;
        List<Byte> random = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            random.add(in.get());
        }
        skip(in, in.get() & 0xff);
        List<Integer> suites = new ArrayList<>();
        for (int left = in.getShort() & 0xffff; left > 0; left -= 2) {
            suites.add(in.getShort() & 0xffff);
        }
        boolean compresses = false;
        for (int left = in.get() & 0xff; left > 0; left--) {
            compresses |= in.get() != 0;
        }
        boolean modern = false;
        if (in.remaining() > 2) {
            in.getShort();
            while (in.remaining() >= 4) {
                boolean versions = (in.getShort() & 0xffff) == VERSIONS;
                byte[] content = new byte[in.getShort() & 0xffff];
                in.get(content);
                modern |= versions && proposesTls13(content);
            }
        }
        return new ClientHello(raw, version, suites, compresses, modern, random);
    }

    private static boolean proposesTls13(byte[] versions) {
        for (int i = 1; i + 1 < versions.length; i += 2) {
            if (versions[i] == 3 && versions[i + 1] == 4) {
                return true;
            }
        }
        return false;
    }

    private static void skip(ByteBuffer in, int length) {
        in.position(in.position() + length);
    }
}
