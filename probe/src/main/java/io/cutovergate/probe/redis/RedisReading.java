package io.cutovergate.probe.redis;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that reads. A command that fails is {@link Unexamined}, never an empty answer. For one thread. */
public final class RedisReading implements AutoCloseable {

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
