package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One JSON object per line: time, level, instance and what the event brings. Written through at once. */
final class JsonLog implements AutoCloseable {

    private final String instance;
    private final Writer out;

    private JsonLog(String instance, Writer out) {
        this.instance = instance;
        this.out = out;
    }

    /** Appends to the file that {@code SHOP_LOG} names; without one the lines go to standard output. */
    static JsonLog of(Env env) throws IOException {
        Optional<String> file = env.maybe("SHOP_LOG");
        Writer out = file.isPresent()
                ? Files.newBufferedWriter(Path.of(file.get()), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        return new JsonLog(env.need("SHOP_INSTANCE"), out);
    }

    void info(Map<String, ?> fields) {
        write("INFO", fields);
    }

    /** An error with its cause in one line; the fields say what was being done. */
    void error(Throwable error, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("error", error.toString());
        write("ERROR", all);
    }

    private void write(String level, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("level", level);
        line.put("instance", instance);
        line.putAll(fields);
        String text = Json.text(line);
        try {
            synchronized (this) {
                out.write(text + "\n");
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("log line not written", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
