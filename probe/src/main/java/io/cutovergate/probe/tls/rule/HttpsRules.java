package io.cutovergate.probe.tls.rule;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.tls.CertificateNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether HTTP leads to HTTPS and never back, and whether the host promises that it stays so. */
public final class HttpsRules {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[;,\\s])max-age\\s*=\\s*\"?(\\d{1,18})");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int HOPS = 5;
    /** It is refused to speak in clear (403, 426) or about this host (421): nothing is served either. */
    private static final Set<Integer> REFUSALS = Set.of(403, 421, 426);

    private final HttpProbe http;
    private final int httpPort;
    private final Duration minHsts;

    /**
     * @param httpPort {@code public.http-port}
     * @param minHsts {@code public.tls.min-hsts}
     */
    public HttpsRules(HttpProbe http, int httpPort, Duration minHsts) {
        this.http = http;
        this.httpPort = httpPort;
        this.minHsts = minHsts;
    }

    /** {@link Unexamined} where the host does not answer over HTTPS. */
    public List<Judgement> judge(Place place) {
        Judgements all = new Judgements(place.where());
        HttpAnswer answer = http.at(place).ask(HttpRequest.get(place.host(), "/"));
        down(all, place, answer);
        hsts(all, place.host(), answer);
        up(all, place);
        return all.list();
    }

    /** Whether the host serves us over HTTPS, with the certificate that we may have; empty where it does, else why not. */
    public Optional<String> refusal(Place place) {
        try {
            http.at(place).send(HttpRequest.get(place.host(), "/").onItsOwnConnection());
            return Optional.empty();
        } catch (Unexamined e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void down(Judgements all, Place place, HttpAnswer first) {
        all.held(TlsRule.NO_WAY_DOWN);
        HttpAnswer answer = first;
        URI at = URI.create(place.host().origin() + "/");
        for (int hop = 0; hop < HOPS; hop++) {
            Optional<URI> next = target(at, answer);
            if (next.isEmpty()) {
                return;
            }
            if (isScheme(next.get(), "http")) {
                all.broken(TlsRule.NO_WAY_DOWN, at + " answers " + answer.status() + " and leads to " + next.get());
                return;
            }
            if (!isHost(next.get(), place.host())) {
                return;
            }
            at = next.get();
            answer = http.at(place).ask(HttpRequest.get(at.toString()));
        }
    }

    private void hsts(Judgements all, Host host, HttpAnswer answer) {
        // RFC 6797, section 8.1.1: no address can be such a host
        if (minHsts.isZero() || CertificateNames.isAddress(host.name())) {
            return;
        }
        Optional<String> promise = answer.header("Strict-Transport-Security");
        all.judge(
                TlsRule.HSTS_PROMISED,
                promise.isPresent(),
                "GET " + host.origin() + "/ answers " + answer.status() + " without Strict-Transport-Security");
        promise.ifPresent(text -> {
            Matcher age = MAX_AGE.matcher(text);
            long seconds = age.find() ? Long.parseLong(age.group(1)) : 0;
            all.judge(
                    TlsRule.HSTS_LONG,
                    seconds >= minHsts.toSeconds(),
                    "Strict-Transport-Security promises " + seconds + " s (\"" + text + "\"), where at least "
                            + Units.print(minHsts) + " are wanted");
        });
    }

    /** Who does not answer in clear serves nobody in clear. */
    private void up(Judgements all, Place place) {
        Place plain = new Place(new Host(place.host().name(), httpPort), place.vantage(), place.addresses(), httpPort);
        String url = "http://" + place.host().name() + (httpPort == 80 ? "" : ":" + httpPort) + "/";
        HttpAnswer answer;
        try {
            answer = http.at(plain).ask(HttpRequest.get(url).within(PATIENCE));
        } catch (Unexamined e) {
            all.held(TlsRule.HTTP_LEADS_UP);
            return;
        }
        Optional<URI> next = target(URI.create(url), answer);
        all.judge(
                TlsRule.HTTP_LEADS_UP,
                REFUSALS.contains(answer.status())
                        || next.filter(uri -> isScheme(uri, "https")).isPresent(),
                "GET " + url + " answers " + answer.status()
                        + next.map(uri -> " and leads to " + uri).orElse(" in clear"));
    }

    private static Optional<URI> target(URI from, HttpAnswer answer) {
        if (answer.status() < 300 || answer.status() > 399) {
            return Optional.empty();
        }
        try {
            return answer.header("Location").map(location -> from.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            // No address, so it leads nowhere.
            return Optional.empty();
        }
    }

    private static boolean isScheme(URI uri, String scheme) {
        return uri.getScheme() != null
                && uri.getScheme().toLowerCase(Locale.ROOT).equals(scheme);
    }

    private static boolean isHost(URI uri, Host host) {
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        return host.name().equalsIgnoreCase(uri.getHost()) && host.port() == port;
    }
}
