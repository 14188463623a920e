package io.cutovergate.probe.redis;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that reads. A command that fails is {@link Unexamined}, never an empty answer. For one thread. */
public final class RedisReading implements AutoCloseable {

    /** So that a long list does not hold the server up, which answers nobody else meanwhile. */
    private static final int PORTION = 1_000;

    private final Socket socket;
    private final Wire wire;
    private final String where;

    RedisReading(Socket socket, String where) throws IOException {
        this.socket = socket;
        this.wire = new Wire(socket);
        this.where = where;
    }

    /** How many elements a list has (LLEN). */
    public long length(String list) {
        return number("LLEN", list);
    }

    /** How many members of a sorted set score at most that (ZCOUNT). */
    public long countUpTo(String set, double score) {
        return number("ZCOUNT", set, "-inf", Double.toString(score));
    }

    /** An element of a list, the last one at -1; null where there is none (LINDEX). */
    public @Nullable String element(String list, int index) {
        return (String) call("LINDEX", list, Integer.toString(index));
    }

    /** The smallest score of a sorted set; null where it is empty (ZRANGE). */
    public @Nullable Double smallestScore(String set) {
        List<String> found = texts("ZRANGE", set, "0", "0", "WITHSCORES");
        return found.size() < 2 ? null : Double.valueOf(found.get(1));
    }

    /** The members of a set (SMEMBERS). */
    public List<String> members(String set) {
        return texts("SMEMBERS", set).stream().sorted().toList();
    }

    /** All elements of a list, from its first to its last (LRANGE). */
    public List<String> elements(String list) {
        List<String> all = new ArrayList<>();
        List<String> portion;
        do {
            portion = texts("LRANGE", list, Integer.toString(all.size()), Integer.toString(all.size() + PORTION - 1));
            all.addAll(portion);
        } while (portion.size() == PORTION);
        return all;
    }

    /** All members of a sorted set with their scores (ZRANGE). */
    public List<Map.Entry<String, Double>> scored(String set) {
        List<Map.Entry<String, Double>> all = new ArrayList<>();
        List<String> portion;
        do {
            portion = texts(
                    "ZRANGE",
                    set,
                    Integer.toString(all.size()),
                    Integer.toString(all.size() + PORTION - 1),
                    "WITHSCORES");
            for (int i = 0; i + 1 < portion.size(); i += 2) {
                all.add(Map.entry(portion.get(i), Double.valueOf(portion.get(i + 1))));
            }
        } while (portion.size() == 2 * PORTION);
        return all;
    }

    /** The values of a hash (HVALS). */
    public List<String> values(String hash) {
        return texts("HVALS", hash);
    }

    /** A field of a hash; null where there is none (HGET). */
    public @Nullable String field(String hash, String field) {
        return (String) call("HGET", hash, field);
    }

    /** The value of a key; null where there is none (GET). */
    public @Nullable String value(String key) {
        return (String) call("GET", key);
    }

    private long number(String... command) {
        return (Long) Objects.requireNonNull(call(command));
    }

    private List<String> texts(String... command) {
        List<?> answer = (List<?>) Objects.requireNonNull(call(command));
        return answer.stream().map(String::valueOf).toList();
    }

    @Nullable
    Object call(String... command) {
        try {
            return wire.call(List.of(command));
        } catch (Wire.Refused e) {
            throw new Unexamined(command[0] + " is refused by " + where + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unexamined(command[0] + " fails at " + where + ": " + Causes.first(e), e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new Unexamined("the connection to " + where + " cannot be closed: " + Causes.first(e), e);
        }
    }
}
