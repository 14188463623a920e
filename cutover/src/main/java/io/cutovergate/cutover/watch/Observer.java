package io.cutovergate.cutover.watch;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.WatchRules;
import io.cutovergate.harness.junit.DetachedScope;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.pace.Pacer;
import io.cutovergate.probe.tls.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;

/**
 * Watches from outside, for as long as it is open: each endpoint at a fixed rate, over new connections and over one that
 * is kept, and writes with identifiers of their own. All that it sees stands in its record at once; it keeps nothing
 * itself, and can be killed at any moment.
 */
public final class Observer implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final WatchLog log;
    private final Anchor anchor;
    private final Live live = new Live();
    private final List<Pacer> pacers = new ArrayList<>();

    private Observer(WatchLog log, Anchor anchor) {
        this.log = log;
        this.anchor = anchor;
    }

    /**
     * Begins to watch.
     *
     * @param file of the record; must not exist yet
     * @param name of this observer: the place where it stands
     * @throws io.cutovergate.harness.evidence.Unexamined where an account cannot log in, or the sides cannot be told apart
     */
    public static Observer start(Migration migration, Path file, String name) throws IOException {
        List<Endpoint> endpoints = Endpoint.of(migration);
        DetachedScope scope = new DetachedScope(migration, Endpoint.PUBLIC, file.resolveSibling("attachments"));
        Trust trust = Trust.of(scope);
        OkHttpClient base = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sockets(), trust.manager())
                .build();
        Sides sides = Entries.sides(migration, base);
        Login login = new Login.FromScope().provide(scope);
        Identities identities = new Identities(login, endpoints);

        List<KeptNames> resolvers = resolvers(migration);
        WarmUp.run(migration, endpoints, base, sides, identities, resolvers.get(0));

        Files.createDirectories(file.toAbsolutePath().getParent());
        Observer observer = new Observer(WatchLog.begin(file), Anchor.now());
        observer.watch(migration, name, endpoints, resolvers, base, sides, identities);
        return observer;
    }

    /** What goes on at this moment, for a terminal. */
    public Live live() {
        return live;
    }

    /** An {@link java.io.UncheckedIOException} where the record can no longer be written: nobody is watching then. */
    public void requireSound() {
        log.requireSound();
    }

    private void watch(
            Migration migration,
            String name,
            List<Endpoint> endpoints,
            List<KeptNames> resolvers,
            OkHttpClient base,
            Sides sides,
            Identities identities) {
        WatchRules rules = migration.environment().watch();
        String run = Prefix.fresh();
        log.force(
                RecordLine.HEAD,
                RecordLine.FORMAT,
                name,
                anchor.wall(),
                migration.environment().environment(),
                run,
                ProcessHandle.current().pid());
        for (Endpoint endpoint : endpoints) {
            for (boolean kept : endpoint.writes() ? new boolean[] {false} : new boolean[] {false, true}) {
                Series series = new Series(endpoint.name(), endpoint.writes(), kept);
                Duration period = period(endpoint.writes() ? rules.writes() : rules.rate());
                log.add(
                        RecordLine.SERIES,
                        series.id(),
                        period.toNanos() / 1000,
                        endpoint.host(),
                        endpoint.request().path());
                Caller caller = new Caller(
                        base, kept, rules, sides, migration.application().readOnly());
                pacers.add(new Pacer(
                        period,
                        "watch " + series.id(),
                        new Stream(series, endpoint, caller, resolvers, identities, new Prefix(run, endpoint.name()))));
            }
        }
        pacers.add(new Pacer(SECOND, "watch", new Pulse()));
        pacers.add(new Pacer(Identities.EVERY, "watch logins", planned -> identities.renew(this::note)));
        pacers.forEach(Pacer::start);
    }

    private void note(String text) {
        log.add(RecordLine.NOTE, text);
    }

    private static List<KeptNames> resolvers(Migration migration) {
        List<String> configured = migration.environment().publicNames().dns().resolvers();
        return configured.isEmpty()
                ? List.of(new KeptNames(""))
                : configured.stream().map(KeptNames::new).toList();
    }

    private static Duration period(io.cutovergate.harness.yaml.Rate rate) {
        return Duration.ofNanos(Math.round(1e9 / rate.perSecond()));
    }

    /** Asks no more, waits for the answers that are still to come, and ends the record as a whole one. */
    public void finish() throws IOException, InterruptedException {
        for (Pacer pacer : pacers) {
            pacer.finish(SLACK);
        }
        log.force(RecordLine.END, anchor.micros());
        log.close();
    }

    @Override
    public void close() throws IOException {
        pacers.forEach(Pacer::close);
        log.close();
    }

    /** One series of requests. */
    private final class Stream implements Pacer.Task {

        private static final int BLOCK = 500;
        private static final String MARK = "{id}";

        private final Series series;
        private final Endpoint endpoint;
        private final Caller caller;
        private final List<KeptNames> resolvers;
        private final Identities identities;
        private final Prefix prefix;
        private final AtomicLong next = new AtomicLong();
        private long reserved;

        private Stream(
                Series series,
                Endpoint endpoint,
                Caller caller,
                List<KeptNames> resolvers,
                Identities identities,
                Prefix prefix) {
            this.series = series;
            this.endpoint = endpoint;
            this.caller = caller;
            this.resolvers = resolvers;
            this.identities = identities;
            this.prefix = prefix;
        }

        @Override
        public void at(long planned) {
            long number = next.getAndIncrement();
            if (endpoint.writes()) {
                reserve(number);
            }
            long sent = System.nanoTime();
            KeptNames names = resolvers.get((int) (number % resolvers.size()));
            HttpRequest request = identities.of(endpoint);
            String id = prefix.id(number);
            Caller.Answer answer = caller.send(
                    endpoint, endpoint.writes() ? request.with(MARK, id) : request, names, number / resolvers.size());
            log.add(
                    RecordLine.ASKED,
                    series.id(),
                    anchor.micros(planned),
                    anchor.micros(sent),
                    anchor.micros(answer.done()),
                    answer.outcome(),
                    answer.status(),
                    answer.seen(),
                    answer.address(),
                    names.resolver(),
                    endpoint.writes() ? id : "",
                    answer.told());
            live.saw(series, answer);
        }

        /** Says which identifiers may be sent from now on, and has that on the disk before the first of them is. */
        private synchronized void reserve(long number) {
            if (number >= reserved) {
                reserved = number + BLOCK;
                log.force(RecordLine.RESERVED, series.id(), prefix.text(), number, reserved);
            }
        }

        @Override
        public void missed(long from, long to) {
            log.add(RecordLine.GAP, series.id(), anchor.micros(from), anchor.micros(to));
        }
    }

    /** Once a second: that this observer lives, and how far the wall clock has gone from the monotonic one. */
    private final class Pulse implements Pacer.Task {
        @Override
        public void at(long planned) {
            long micros = anchor.micros();
            Duration wall = Duration.between(anchor.wall(), java.time.Instant.now());
            log.add(RecordLine.ALIVE, micros, wall.toNanos() / 1000 - micros);
        }

        @Override
        public void missed(long from, long to) {
            log.add(RecordLine.GAP, "observer", anchor.micros(from), anchor.micros(to));
        }
    }
}
