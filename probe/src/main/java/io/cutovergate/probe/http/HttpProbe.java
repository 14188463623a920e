package io.cutovergate.probe.http;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.probe.Causes;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import io.cutovergate.probe.tls.Trust;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTP from the vantage of the check's subject, exactly once: nothing is repeated or redirected behind the
 * check's back. Public hosts are reached as the vantage says, others by their name.
 *
 * <pre>{@code
 * HttpAnswer answer = http.ask(HttpRequest.get(host, "/version"));
 * }</pre>
 */
@Provided(by = HttpProbe.FromScope.class)
public final class HttpProbe {

    private static final int LONGEST_BODY = 1 << 20;

    private final HttpClients clients;
    private final Places places;
    private final Evidence evidence;
    private final Vantage vantage;
    private final @Nullable Place pinned;

    HttpProbe(HttpClients clients, Places places, Evidence evidence, Vantage vantage, @Nullable Place pinned) {
        this.clients = clients;
        this.places = places;
        this.evidence = evidence;
        this.vantage = vantage;
        this.pinned = pinned;
    }

    /** The same from another vantage. */
    public HttpProbe at(Vantage other) {
        return new HttpProbe(clients, places, evidence, other, null);
    }

    /** The same, but whatever host is asked for, it is asked here: to look at one of several addresses. */
    public HttpProbe at(Place place) {
        return new HttpProbe(clients, places, evidence, place.vantage(), place);
    }

    /** Sends the request and keeps it with its answer as evidence; {@link Unexamined} says why there is no answer. */
    public HttpAnswer ask(HttpRequest request) {
        HttpAnswer answer = send(request);
        keep(request, answer);
        return answer;
    }

    /** Asks until the answer is accepted or the time is over; the last answer, kept as evidence, is returned. */
    public HttpAnswer await(HttpRequest request, Duration within, Predicate<HttpAnswer> accepted) {
        HttpAnswer answer = Polling.until(within, () -> send(request), accepted);
        keep(request, answer);
        return answer;
    }

    /** Keeps an answer as evidence, without credentials. */
    public void keep(HttpRequest request, HttpAnswer answer) {
        evidence.attach(print(request, answer));
    }

    /** Writes an answer that several checks will show as evidence, without credentials. */
    public Attachment print(HttpRequest request, HttpAnswer answer) {
        return evidence.keep(request + ": " + answer.status(), "text/plain", Wire.print(request, answer, vantage));
    }

    /**
     * Sends the request on a connection of its own, to see what is made of the certificate that it shows. A server that wants another
     * one ends the connection, by an alert (RFC 8446, section 4.4.2.4) or without a word; where nobody listens, that is
     * {@link Unexamined} as always.
     */
    public CertificateAnswer show(HttpRequest request) {
        HttpRequest own = request.onItsOwnConnection();
        Place place = place(HttpUrl.get(own.url()));
        try {
            HttpAnswer answer = exchange(own, place);
            keep(own, answer);
            return new CertificateAnswer(answer, own + ": " + answer);
        } catch (IOException e) {
            if (Silence.isEnded(e)) {
                return new CertificateAnswer(
                        null, place.where() + " ends the connection of " + own + ": " + Causes.first(e));
            }
            throw Silence.explain(e, own, place);
        }
    }

    private Place place(HttpUrl url) {
        return pinned == null ? places.of(new Host(url.host(), url.port()), vantage) : pinned;
    }

    /** Sends the request and keeps nothing, for asking many times. */
    public HttpAnswer send(HttpRequest request) {
        HttpUrl url = HttpUrl.parse(request.url());
        if (url == null) {
            throw new Unexamined("'" + request.url() + "' is no http or https address");
        }
        Place place = place(url);
        try {
            return exchange(request, place);
        } catch (IOException e) {
            throw Silence.explain(e, request, place);
        }
    }

    private HttpAnswer exchange(HttpRequest request, Place place) throws IOException {
        Peer peer = new Peer();
        long started = System.nanoTime();
        try (Response response = clients.client(request, place, peer)
                .newCall(OkRequest.of(request, place.port()))
                .execute()) {
            BufferedSource source = response.body().source();
            boolean cut = source.request(LONGEST_BODY + 1L);
            long length = cut ? LONGEST_BODY : source.getBuffer().size();
            byte[] sent = source.readByteArray(length);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            Coded coded = Coded.undo(sent, cut, response.header("Content-Encoding", ""), LONGEST_BODY);
            String body = coded.body().string(charset(response.body().contentType()));
            return new HttpAnswer(
                    response.code(),
                    response.headers().toMultimap(),
                    body,
                    coded.cut(),
                    took,
                    peer.toString(),
                    response.protocol().toString());
        }
    }

    /**
     * Opens a WebSocket (RFC 6455) at the address of a GET, and closes it again.
     *
     * @param sent text that is sent once it is open; null for none
     * @param wantsText whether a text is waited for
     */
    public WebSocketAnswer open(HttpRequest request, @Nullable String sent, boolean wantsText) {
        HttpUrl url = HttpUrl.get(request.url());
        Place place = place(url);
        WebSocketCall call = new WebSocketCall(place.where(), sent);
        try {
            WebSocketAnswer answer = call.make(
                    clients.client(request, place, EventListener.NONE),
                    OkRequest.of(request, place.port()),
                    request.within(),
                    wantsText);
            keep(request, answer.handshake());
            return answer;
        } catch (IOException e) {
            throw Silence.explain(e, request, place);
        }
    }

    private static Charset charset(@Nullable MediaType type) {
        Charset named = type == null ? null : type.charset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }

    /** Remembers who really answered. */
    private static final class Peer extends EventListener {

        private final AtomicReference<@Nullable InetSocketAddress> address = new AtomicReference<>();

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            address.set(connection.route().socketAddress());
        }

        @Override
        public String toString() {
            InetSocketAddress known = address.get();
            return known == null ? "nobody" : known.getAddress().getHostAddress() + ":" + known.getPort();
        }
    }

    /** Makes one for a check; the connections are shared by the whole run. */
    public static final class FromScope implements Provider<HttpProbe> {
        @Override
        public HttpProbe provide(CheckScope scope) {
            Trust trust = Trust.of(scope);
            return new HttpProbe(
                    scope.shared(HttpClients.class, "run", () -> new HttpClients(trust)),
                    new Places.FromScope().provide(scope),
                    scope.evidence(),
                    scope.vantage(),
                    null);
        }
    }
}
