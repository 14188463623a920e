package io.cutovergate.probe.tls.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cutovergate.probe.tls.CertificateNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shows the laboratory to us and to others, and writes what each noticed; see {@code bench/tls-peers}. No part of the tests: its
 * name is no test's.
 */
class PeersMeasurement {

    /** What a tool says of these is no complaint about the others. */
    private static final List<String> PLAIN = List.of("good-ec", "good-rsa");

    /** Said of a host that a tool had no time for. */
    private static final String NOT_SHOWN = "not shown";

    private final long minutes = Long.getLong("tls.minutes", 600);
    private final String testssl = System.getProperty("tls.testssl", "");
    private final String blackbox = System.getProperty("tls.blackbox", "");

    @Test
    void measure(@TempDir Path folder) throws Exception {
        Map<String, Map<String, Seen>> all = new LinkedHashMap<>();
        try (Lab lab = Lab.open()) {
            Inspector inspector = new Inspector(lab, folder);
            // once for nothing: what is measured is a run, not the loading of classes
            inspector.broken(lab.cases().get(0));
            all.put("ours", look(lab.cases(), 1, one -> inspector.broken(one).keySet()));
            if (!blackbox.isEmpty()) {
                try (BlackboxPeer peer = new BlackboxPeer(blackbox, folder)) {
                    all.put("blackbox_exporter", look(lab.cases(), 1, one -> ports(peer, one)));
                }
            }
            if (!testssl.isEmpty()) {
                TestsslPeer peer = new TestsslPeer(testssl, folder);
                Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
                all.put(
                        "testssl.sh",
                        look(
                                mixed(lab.cases()),
                                3,
                                one -> Instant.now().isBefore(end) ? ports(peer, one) : Set.of(NOT_SHOWN)));
            }
            write(lab, all);
        }
    }

    /** The plain good ones first, then one of each group in turn, so that a part of them is a fair part. */
    private static List<LabCase> mixed(List<LabCase> cases) {
        Map<String, List<LabCase>> groups = new LinkedHashMap<>();
        List<LabCase> mixed = new ArrayList<>();
        for (LabCase one : cases) {
            if (PLAIN.contains(one.id())) {
                mixed.add(one);
            } else {
                groups.computeIfAbsent(one.group(), absent -> new ArrayList<>()).add(one);
            }
        }
        for (int i = 0; mixed.size() < cases.size(); i++) {
            int turn = i;
            groups.values().stream().filter(group -> group.size() > turn).forEach(group -> mixed.add(group.get(turn)));
        }
        return mixed;
    }

    private interface Look {
        Set<String> at(LabCase one) throws Exception;
    }

    private record Seen(TreeSet<String> said, long millis) {}

    private static Map<String, Seen> look(List<LabCase> cases, int atOnce, Look look) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        Map<String, Future<Seen>> asked = new LinkedHashMap<>();
        for (LabCase one : cases) {
            Callable<Seen> question = () -> {
                long started = System.nanoTime();
                TreeSet<String> said = new TreeSet<>(look.at(one));
                return new Seen(said, (System.nanoTime() - started) / 1_000_000);
            };
            asked.put(one.id(), threads.submit(question));
        }
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Map.Entry<String, Future<Seen>> entry : asked.entrySet()) {
            seen.put(entry.getKey(), entry.getValue().get());
        }
        threads.shutdown();
        return seen;
    }

    private static Set<String> ports(Peer peer, LabCase one) throws Exception {
        TreeSet<String> all = new TreeSet<>();
        for (int port : one.ports()) {
            all.addAll(peer.complaints(CertificateNames.ascii(one.host()), port));
        }
        return all;
    }

    private static void write(Lab lab, Map<String, Map<String, Seen>> all) throws Exception {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("commit", System.getProperty("tls.commit", "unknown"));
        result.put("at", Instant.now().toString());
        result.put("tools", System.getProperty("tls.tools", ""));
        result.put("processors", Runtime.getRuntime().availableProcessors());
        Map<String, Object> summary = new LinkedHashMap<>();
        List<Object> hosts = new ArrayList<>();
        all.forEach((tool, seen) -> summary.put(tool, summary(lab, seen)));
        for (LabCase one : lab.cases()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("host", one.id());
            row.put("group", one.group());
            row.put("wrong", one.wrong());
            all.forEach((tool, seen) -> {
                Seen at = Objects.requireNonNull(seen.get(one.id()));
                row.put(tool, Map.of("noticed", isNoticed(seen, one), "said", at.said(), "millis", at.millis()));
            });
            hosts.add(row);
        }
        result.put("summary", summary);
        result.put("hosts", hosts);
        Path file = Path.of(System.getProperty("tls.peers", "target/tls-peers.json"));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), result);
        // A tool that complains of nobody has not run.
        assertThat(summary.values())
                .allSatisfy(tool -> assertThat(String.valueOf(tool)).doesNotContain("bad hosts noticed=0"));
    }

    private static Map<String, Object> summary(Lab lab, Map<String, Seen> seen) {
        List<LabCase> shown = lab.cases().stream()
                .filter(one ->
                        !Objects.requireNonNull(seen.get(one.id())).said().contains(NOT_SHOWN))
                .toList();
        List<LabCase> bad = shown.stream().filter(LabCase::isBad).toList();
        List<LabCase> good = shown.stream().filter(one -> !one.isBad()).toList();
        Map<String, String> groups = new TreeMap<>();
        lab.cases().stream().map(LabCase::group).distinct().forEach(group -> {
            List<LabCase> members =
                    shown.stream().filter(one -> one.group().equals(group)).toList();
            groups.put(group, noticed(seen, members).size() + " of " + members.size());
        });
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("bad hosts shown", bad.size());
        summary.put("bad hosts noticed", noticed(seen, bad).size());
        summary.put("good hosts shown", good.size());
        summary.put("good hosts complained of", noticed(seen, good));
        summary.put("noticed by group", groups);
        List<Long> millis = shown.stream()
                .map(one -> Objects.requireNonNull(seen.get(one.id())).millis())
                .sorted()
                .toList();
        summary.put("median milliseconds a host", millis.isEmpty() ? 0 : millis.get(millis.size() / 2));
        return summary;
    }

    private static List<String> noticed(Map<String, Seen> seen, List<LabCase> hosts) {
        return hosts.stream()
                .filter(one -> isNoticed(seen, one))
                .map(LabCase::id)
                .toList();
    }

    private static boolean isNoticed(Map<String, Seen> seen, LabCase one) {
        TreeSet<String> said =
                new TreeSet<>(Objects.requireNonNull(seen.get(one.id())).said());
        if (!PLAIN.contains(one.id())) {
            PLAIN.forEach(plain ->
                    said.removeAll(Objects.requireNonNull(seen.get(plain)).said()));
        }
        return !said.isEmpty() && !PLAIN.contains(one.id());
    }
}
