package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.tls.wire.Answer;
import io.cutovergate.probe.tls.wire.Der;
import io.cutovergate.probe.tls.wire.Flight;
import io.cutovergate.probe.tls.wire.Octet;
import io.cutovergate.probe.tls.wire.Offers;
import io.cutovergate.probe.tls.wire.Survey;
import io.cutovergate.probe.tls.wire.Version;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at one address of a host with handshakes that go as far as the server's first flight and no further. */
public final class Examination {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** Beyond this a handshake is measured again when nothing else is asked: at first it competes with a dozen others. */
    private static final Duration QUICK = Duration.ofMillis(200);

    private final Place place;
    private final Anchors anchors;
    private final Survey survey;

    /** @param place with one address */
    public Examination(Place place, Anchors anchors) {
        this.place = place;
        this.anchors = anchors;
        this.survey =
                new Survey(new InetSocketAddress(place.addresses().get(0), place.port()), serverName(place), WITHIN);
    }

    /** {@link Unexamined} where nothing can be known: nobody answers, or a question could not be asked. */
    public Sighting run() {
        Offers offers = survey.run();
        refuseSilence(offers);
        List<ServedChain> chains = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Instant now = Instant.now();
        offers.flights().stream()
                .map(Flight::certificates)
                .filter(sent -> !sent.isEmpty())
                .distinct()
                .forEach(sent -> read(sent, unreadable)
                        .ifPresent(chain -> chains.add(new ServedChain(chain, place.where(), anchors, now))));
        return new Sighting(place, offers, chains, unreadable, handshake(offers));
    }

    /** RFC 6066, section 3: an address is no server name. */
    private static @Nullable String serverName(Place place) {
        String name = place.host().name();
        return CertificateNames.isAddress(name) ? null : CertificateNames.ascii(name);
    }

    private void refuseSilence(Offers offers) {
        String who = place.where() + " for " + place.host() + " (" + place.vantage() + ")";
        List<Answer> answers = offers.answers().toList();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Unreachable unreachable) {
                throw new Unexamined("nobody answers at " + who + ": " + unreachable.why());
            }
        }
        if (answers.stream().allMatch(Answer.Silent.class::isInstance)) {
            throw new Unexamined("no handshake begins at " + who + ": " + answers.get(0));
        }
    }

    private static Optional<List<X509Certificate>> read(List<Octet> sent, List<String> unreadable) {
        List<X509Certificate> chain = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            try {
                chain.add(Der.certificate(sent.get(i)));
            } catch (CertificateException e) {
                unreadable.add("certificate " + (i + 1) + " of " + sent.size() + ": " + e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(chain));
    }

    private Duration handshake(Offers offers) {
        return Stream.of(Version.TLS_1_3, Version.TLS_1_2)
                .flatMap(version -> offers.version(version).stream())
                .findFirst()
                .map(this::unhurried)
                .orElse(Duration.ZERO);
    }

    private Duration unhurried(Flight flight) {
        if (flight.took().compareTo(QUICK) <= 0) {
            return flight.took();
        }
        return survey.once(flight.version()) instanceof Answer.Accepted again
                        && again.flight().took().compareTo(flight.took()) < 0
                ? again.flight().took()
                : flight.took();
    }
}
