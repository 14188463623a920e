package io.cutovergate.testbed.shop;

import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Counters and gauges in Prometheus' text format 0.0.4. */
final class Metrics {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};

    /** A series' name with its labels, and its count; sorted, so that lines of one metric stand together. */
    private final SortedMap<String, LongAdder> counters = new ConcurrentSkipListMap<>();

    private final SortedMap<String, Latency> latencies = new ConcurrentSkipListMap<>();
    private final SortedMap<String, DoubleSupplier> gauges = new ConcurrentSkipListMap<>();

    Metrics() {
        double started = System.currentTimeMillis() / 1000.0;
        gauge("process_start_time_seconds", () -> started);
        gauge("jvm_threads_current", Thread::activeCount);
    }

    void gauge(String name, DoubleSupplier value) {
        gauges.put(name, value);
    }

    /** Counts one; labels in their written form, {@code method="GET"}. */
    void count(String name, String labels) {
        counters.computeIfAbsent(name + "{" + labels + "}", key -> new LongAdder())
                .increment();
    }

    void request(String method, String path, int status, long nanos) {
        String labels = "method=\"%s\",path=\"%s\"".formatted(method, path);
        count("http_requests_total", labels + ",status=\"" + status + "\"");
        latencies.computeIfAbsent(labels, key -> new Latency()).record(nanos);
    }

    String exposition() {
        StringBuilder out = new StringBuilder();
        gauges.forEach((name, value) -> {
            header(out, name, "gauge");
            line(out, name, value.getAsDouble());
        });
        String metric = "";
        for (var counter : counters.entrySet()) {
            String name = counter.getKey().replaceFirst("\\{.*", "");
            if (!name.equals(metric)) {
                header(out, name, "counter");
                metric = name;
            }
            line(out, counter.getKey(), counter.getValue().sum());
        }
        header(out, "http_request_duration_seconds", "histogram");
        latencies.forEach((labels, latency) -> latency.write(out, labels));
        return out.toString();
    }

    private static void header(StringBuilder out, String name, String type) {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String series, Number value) {
        out.append(series).append(' ').append(value).append('\n');
    }

    /** How long the requests of one route took. */
    private static final class Latency {

        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Latency() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void record(long taken) {
            int bucket = 0;
            while (bucket < BOUNDS.length && taken > BOUNDS[bucket] * 1e9) {
                bucket++;
            }
            buckets[bucket].increment();
            nanos.add(taken);
        }

        /** Buckets are cumulative, the last one counts everything. */
        void write(StringBuilder out, String labels) {
            String name = "http_request_duration_seconds";
            long sum = 0;
            for (int i = 0; i < buckets.length; i++) {
                sum += buckets[i].sum();
                String bound = i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf";
                line(out, name + "_bucket{" + labels + ",le=\"" + bound + "\"}", sum);
            }
            line(out, name + "_sum{" + labels + "}", nanos.sum() / 1e9);
            line(out, name + "_count{" + labels + "}", sum);
        }
    }
}
