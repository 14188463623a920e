package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What is known of both sides' entries before the watch begins: where they stand, and which certificates they show. */
final class Entries {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private Entries() {}

    static Sides sides(Migration migration, OkHttpClient base) {
        Watched watched = Objects.requireNonNull(migration.application().watch(), "watch");
        Places places = new Places(
                migration, Names.of(migration.environment().publicNames().dns().resolvers()));
        Map<InetAddress, Seen> addresses = new HashMap<>();
        Map<Certificate, Seen> certificates = new HashMap<>();
        for (Side side : Side.values()) {
            boolean known = (side == Side.TARGET || migration.environment().source() != null)
                    && migration.side(side).entry() != null;
            Seen seen = side == Side.SOURCE ? Seen.SOURCE : Seen.TARGET;
            for (String name :
                    known ? migration.environment().publicNames().hosts().keySet() : Set.<String>of()) {
                Place place = places.of(migration.host(name, side), new Vantage(side, Route.ENTRY));
                for (InetAddress address : place.addresses()) {
                    // What serves both sides tells neither.
                    addresses.merge(address, seen, Entries::unlessBoth);
                    shown(base, place, address).forEach(leaf -> certificates.merge(leaf, seen, Entries::unlessBoth));
                }
            }
        }
        return new Sides(watched.side(), addresses, certificates);
    }

    private static Seen unlessBoth(Seen one, Seen other) {
        return one == other ? one : Seen.UNKNOWN;
    }

    /** The leaf that the entry shows; none where it does not answer, so that it tells nothing. */
    private static List<Certificate> shown(OkHttpClient base, Place place, InetAddress address) {
        OkHttpClient client = base.newBuilder()
                .dns(name -> List.of(address))
                .callTimeout(WITHIN)
                .followRedirects(false)
                .build();
        Request request = new Request.Builder()
                .url("https://" + place.host().name() + ":" + place.port() + "/")
                .header("Host", place.host().toString())
                .head()
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.handshake() == null
                    ? List.of()
                    : response.handshake().peerCertificates().stream().limit(1).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
