package io.cutovergate.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes a log as Gatling 3.15.1 does, for tests that need to know every sample in it. */
final class WrittenLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> cached = new HashMap<>();

    WrittenLog(long started) {
        write(() -> {
            out.writeByte(0);
            text(SimulationLog.VERSION);
            text("a.Simulation");
            out.writeLong(started);
            text("");
            out.writeInt(1);
            text("a scenario");
            out.writeInt(0);
        });
    }

    WrittenLog answer(String request, int sent, int done, boolean ok) {
        write(() -> {
            user(true, sent);
            out.writeByte(1);
            out.writeInt(0);
            cached(request);
            out.writeInt(sent);
            out.writeInt(done);
            out.writeBoolean(ok);
            cached(ok ? "" : "i.n.c.ConnectTimeoutException");
            user(false, done);
        });
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void user(boolean begins, int at) throws IOException {
        out.writeByte(2);
        out.writeInt(0);
        out.writeBoolean(begins);
        out.writeInt(at);
    }

    private void cached(String text) throws IOException {
        Integer number = cached.get(text);
        if (number != null) {
            out.writeInt(-number);
            return;
        }
        cached.put(text, cached.size() + 1);
        out.writeInt(cached.size());
        text(text);
    }

    private void text(String text) throws IOException {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        out.writeInt(latin.length);
        if (latin.length > 0) {
            out.write(latin);
            out.writeByte(0);
        }
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be full of this", e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
