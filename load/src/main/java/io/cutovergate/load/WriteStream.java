package io.cutovergate.load;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.pace.Pacer;
import io.cutovergate.probe.written.Removal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Writes at a fixed rate, each with an identifier of its own, and keeps which of them were acknowledged. */
final class WriteStream implements AutoCloseable {

    private final String name;
    private final Watched.Writing writing;
    private final Host host;
    private final String prefix;
    private final HttpProbe http;
    private final HttpRequest request;
    private final Pacer pacer;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();

    /**
     * What was written.
     *
     * @param prefix with which all identifiers begin
     * @param unanswered how many got no answer
     * @param acknowledged what the answer called what was written, by identifier
     */
    record Written(
            String name,
            Watched.Writing writing,
            Host host,
            String prefix,
            long sent,
            long unanswered,
            Map<String, String> acknowledged) {

        /** Removes it; why some of it is still there. */
        List<String> remove(Removal removal) {
            return acknowledged.entrySet().stream()
                    .map(one -> removal.of(host, name, writing, one.getKey(), one.getValue()))
                    .filter(why -> !why.isEmpty())
                    .toList();
        }
    }

    /** @param request with its credentials; {@code {id}} in it becomes the identifier */
    WriteStream(String name, Watched.Writing writing, Host host, Duration period, HttpProbe http, HttpRequest request) {
        this.name = name;
        this.writing = writing;
        this.host = host;
        this.prefix = "gate-" + UUID.randomUUID() + "-" + name + "-";
        this.http = http;
        this.request = request;
        this.pacer = new Pacer(period, "writer", ignored -> write());
    }

    void start() {
        pacer.start();
    }

    /** Writes no more, and waits for the answers that are still to come. */
    Written finish(Duration within) throws InterruptedException {
        pacer.finish(within);
        return written();
    }

    /** What was written so far. */
    Written written() {
        return new Written(name, writing, host, prefix, sent.get(), failures.get(), new TreeMap<>(acknowledged));
    }

    @Override
    public void close() {
        pacer.close();
    }

    /** An error or no answer at all is no promise: such a write may stand or not. */
    private void write() {
        String id = prefix + sent.incrementAndGet();
        try {
            HttpAnswer answer = http.send(request.with("{id}", id));
            if (answer.status() == writing.request().status()) {
                acknowledged.put(id, "");
                if (writing.told() != null) {
                    acknowledged.put(id, JsonBody.of(answer.body()).text(writing.told()));
                }
            }
        } catch (Unexamined e) {
            failures.incrementAndGet();
        }
    }
}
