package io.cutovergate.probe.tls.wire;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one address for everything, several questions at a time. */
public final class Survey {

    private static final int AT_ONCE = 6;

    private final InetSocketAddress to;
    private final Exchange exchange;
    private final Duration within;

    /**
     * @param name for SNI; null where the host is an address
     * @param within for each answer
     */
    public Survey(InetSocketAddress to, @Nullable String name, Duration within) {
        this.to = to;
        this.exchange = new Exchange(to, name, within);
        this.within = within;
    }

    public Offers run() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "tls-survey");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Version, Answer> versions = join(versions(threads));
            Optional<Version> below = highest(versions);
            if (below.isEmpty()) {
                return new Offers(
                        versions,
                        Map.of(),
                        isSpoken(versions) ? Map.of() : Map.of(Offers.PLAIN_HTTP, PlainHttp.send(to, within)));
            }
            Map<Family, CompletableFuture<Answer>> families = families(threads, below.get());
            Map<String, CompletableFuture<Answer>> kinds = kinds(threads, below.get());
            return new Offers(versions, join(families), join(kinds));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Shows how long a handshake takes when nothing else is asked. */
    public Answer once(Version version) {
        return version == Version.TLS_1_3 ? exchange.send(Hello.tls13()) : exchange.send(usual());
    }

    private Map<Version, CompletableFuture<Answer>> versions(ExecutorService threads) {
        Map<Version, CompletableFuture<Answer>> asked = new EnumMap<>(Version.class);
        asked.put(Version.TLS_1_3, ask(threads, () -> exchange.send(Hello.tls13())));
        asked.put(Version.TLS_1_2, ask(threads, this::tls12));
        for (Version old : List.of(Version.TLS_1_1, Version.TLS_1_0, Version.SSL_3)) {
            List<Suite> all = Suite.where(suite -> true);
            asked.put(old, ask(threads, () -> exchange.send(Hello.upTo(old, old.toString(), all))));
        }
        asked.put(Version.SSL_2, ask(threads, () -> Ssl2.send(to, within)));
        return asked;
    }

    private static Hello usual() {
        List<Suite> usual = Suite.of(Family.MODERN, Family.CBC, Family.STATIC_RSA);
        return Hello.upTo(Version.TLS_1_2, "TLS 1.2", usual).withCompression();
    }

    /** With what a usual client proposes; and where that is refused, with all the rest. */
    private Answer tls12() {
        Answer answer = exchange.send(usual());
        if (answer instanceof Answer.Refused) {
            Answer rest = exchange.send(Hello.upTo(Version.TLS_1_2, "TLS 1.2", Suite.where(Suite::isSigned)));
            if (rest instanceof Answer.Accepted) {
                return rest;
            }
            Answer unsigned = exchange.send(Hello.upTo(Version.TLS_1_2, "TLS 1.2", Suite.of(Family.ANONYMOUS)));
            return unsigned instanceof Answer.Accepted ? unsigned : answer;
        }
        return answer;
    }

    private Map<Family, CompletableFuture<Answer>> families(ExecutorService threads, Version version) {
        Map<Family, CompletableFuture<Answer>> asked = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            Hello hello = Hello.upTo(version, family.toString(), Suite.of(family));
            asked.put(family, ask(threads, () -> exchange.send(hello)));
        }
        return asked;
    }

    private Map<String, CompletableFuture<Answer>> kinds(ExecutorService threads, Version version) {
        Map<String, List<Suite>> kinds = Map.of(
                Offers.RSA, Suite.where(suite -> isModern(suite) && suite.name().contains("_RSA_")),
                Offers.ECDSA,
                        Suite.where(suite -> isModern(suite) && suite.name().contains("_ECDSA_")),
                Offers.FINITE_FIELD,
                        Suite.where(suite -> suite.isFiniteField()
                                && suite.family() != Family.ANONYMOUS
                                && suite.family() != Family.EXPORT));
        Map<String, CompletableFuture<Answer>> asked = new HashMap<>();
        kinds.forEach((kind, suites) ->
                asked.put(kind, ask(threads, () -> exchange.send(Hello.upTo(version, kind, suites)))));
        return asked;
    }

    private static boolean isModern(Suite suite) {
        return suite.family() == Family.MODERN;
    }

    /** The highest version before TLS 1.3 that is offered. */
    private static Optional<Version> highest(Map<Version, Answer> versions) {
        return versions.values().stream()
                .filter(Answer.Accepted.class::isInstance)
                .map(answer -> ((Answer.Accepted) answer).flight().version())
                .filter(version -> version != Version.TLS_1_3 && version != Version.SSL_2)
                .max(Version::compareTo);
    }

    private static boolean isSpoken(Map<Version, Answer> versions) {
        return versions.values().stream()
                .anyMatch(answer -> answer instanceof Answer.Accepted || answer instanceof Answer.Foreign);
    }

    private static CompletableFuture<Answer> ask(ExecutorService threads, Supplier<Answer> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    private static <K> Map<K, Answer> join(Map<K, CompletableFuture<Answer>> asked) {
        Map<K, Answer> answers = new HashMap<>();
        asked.forEach((what, answer) -> answers.put(what, answer.join()));
        return answers;
    }
}
