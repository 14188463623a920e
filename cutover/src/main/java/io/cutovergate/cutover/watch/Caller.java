package io.cutovergate.cutover.watch;

import io.cutovergate.harness.config.ApplicationFile.ReadOnly;
import io.cutovergate.harness.config.WatchRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.OkRequest;
import io.cutovergate.probe.json.JsonBody;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one series, each once: nothing is repeated behind the watch's back, and the deadline counts from
 * the lookup on.
 */
final class Caller {

    private static final long LONGEST_BODY = 1 << 20;

    private final OkHttpClient client;
    private final ConnectionPool pool;
    private final boolean keeps;
    private final WatchRules rules;
    private final Sides sides;
    private final ReadOnly readOnly;
    private final AtomicReference<@Nullable InetAddress> last = new AtomicReference<>();

    /**
     * How a call ended.
     *
     * @param told what the answer calls what was written; empty where it does not say
     */
    record Answer(long done, Outcome outcome, int status, Seen seen, String address, String told) {}

    /**
     * @param base trusts whom the files say
     * @param keeps whether connections are kept from one request to the next
     */
    Caller(OkHttpClient base, boolean keeps, WatchRules rules, Sides sides, ReadOnly readOnly) {
        this.keeps = keeps;
        this.rules = rules;
        this.sides = sides;
        this.readOnly = readOnly;
        this.pool = keeps ? new ConnectionPool(4, 1, TimeUnit.HOURS) : new ConnectionPool(0, 1, TimeUnit.SECONDS);
        this.client = base.newBuilder()
                .connectionPool(pool)
                .socketFactory(new Undelayed())
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(rules.connect())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /**
     * Sends the request; a failure is an outcome, not an exception.
     *
     * @param turn which of several addresses is asked
     */
    Answer send(Endpoint endpoint, HttpRequest request, KeptNames names, long turn) {
        long begun = System.nanoTime();
        InetAddress address;
        try {
            address = address(endpoint, names, turn);
        } catch (Unexamined e) {
            return new Answer(System.nanoTime(), Outcome.DNS, 0, Seen.UNKNOWN, "", "");
        }
        Duration left = rules.within().minusNanos(System.nanoTime() - begun);
        if (left.toMillis() <= 0) {
            return new Answer(System.nanoTime(), Outcome.DNS, 0, Seen.UNKNOWN, "", "");
        }
        Call call = new Call();
        OkHttpClient pinned = client.newBuilder()
                .dns(new Pinned(address))
                .callTimeout(left)
                .eventListener(call)
                .build();
        try (Response response =
                pinned.newCall(OkRequest.of(request, endpoint.host().port())).execute()) {
            var source = response.body().source();
            source.request(LONGEST_BODY);
            long done = System.nanoTime();
            String body = endpoint.writes() ? source.getBuffer().readUtf8() : "";
            boolean slow = done - begun > rules.slow().toNanos();
            Outcome outcome = Ending.of(response.code(), endpoint.request().status(), slow);
            if (endpoint.writes() && !outcome.served() && isReadOnly(response.code(), body)) {
                outcome = Outcome.READ_ONLY;
            }
            String told = outcome.served() && endpoint.told() != null
                    ? JsonBody.of(body).text(endpoint.told())
                    : "";
            Seen seen = sides.of(response, call.handshake(), call.address());
            return new Answer(done, outcome, response.code(), seen, text(call.address()), told);
        } catch (IOException e) {
            long done = System.nanoTime();
            Seen seen = sides.of(null, call.handshake(), call.address());
            return new Answer(done, Ending.of(e, call.phase()), 0, seen, text(address), "");
        }
    }

    /** As a browser does, who looks a name up only to connect: while a connection lives, it is where it is. */
    private InetAddress address(Endpoint endpoint, KeptNames names, long turn) {
        InetAddress kept = last.get();
        if (keeps && kept != null && pool.connectionCount() > 0) {
            return kept;
        }
        InetAddress now = names.address(endpoint.host().name(), turn);
        last.set(now);
        return now;
    }

    private boolean isReadOnly(int status, String body) {
        if (status != readOnly.status()) {
            return false;
        }
        JsonBody json = JsonBody.of(body);
        return readOnly.json().entrySet().stream()
                .allMatch(rule -> json.at(rule.getKey()).equals(JsonBody.print(rule.getValue())));
    }

    private static String text(@Nullable InetAddress address) {
        return address == null ? "" : address.getHostAddress();
    }

    /** Equal for equal addresses, so that a connection is found again. */
    private record Pinned(InetAddress address) implements okhttp3.Dns {
        @Override
        public List<InetAddress> lookup(String hostname) {
            return List.of(address);
        }
    }
}
