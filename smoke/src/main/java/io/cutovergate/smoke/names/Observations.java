package io.cutovergate.smoke.names;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.yaml.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which TTL was seen when, in a file that outlives the run: one JSON object a line. */
@Provided(by = Observations.FromScope.class)
public final class Observations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Seen(Instant at, Duration ttl) {}

    /**
     * What the observations of a name say together.
     *
     * @param since when the TTL was low and has never been seen high again
     * @param before the greatest that was seen above the limit
     */
    record Low(Instant since, Optional<Duration> before) {}

    private final @Nullable Path file;
    private final Clock clock;

    Observations(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Adds what is seen now. */
    synchronized void add(String name, Duration ttl) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("at", now().toString());
        line.put("name", name);
        line.put("ttl", ttl.toSeconds());
        try {
            Files.writeString(file(), JsonText.of(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Unexamined("the observation cannot be kept: " + e + " (public.dns.observations)", e);
        }
    }

    /** Since when a name's TTL is at most the limit; it must have been observed now. */
    synchronized Low low(String name, Duration limit) {
        Instant since = now();
        Optional<Duration> before = Optional.empty();
        boolean low = false;
        for (Seen seen : of(name)) {
            if (seen.ttl().compareTo(limit) > 0) {
                low = false;
                before = Optional.of(
                        before.filter(most -> most.compareTo(seen.ttl()) > 0).orElse(seen.ttl()));
            } else if (!low) {
                low = true;
                since = seen.at();
            }
        }
        return new Low(since, before);
    }

    /** To the second, as it is written. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private List<Seen> of(String name) {
        List<Seen> all = new ArrayList<>();
        int line = 0;
        for (String text : lines()) {
            line++;
            try {
                JsonNode seen = JSON.readTree(text);
                if (seen.required("name").asText().equals(name)) {
                    all.add(new Seen(
                            Instant.parse(seen.required("at").asText()),
                            Duration.ofSeconds(seen.required("ttl").asLong())));
                }
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
                throw new Unexamined(file() + ":" + line + ": not an observation (public.dns.observations)", e);
            }
        }
        all.sort(Comparator.comparing(Seen::at));
        return all;
    }

    private List<String> lines() {
        try {
            return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
        } catch (IOException e) {
            throw new Unexamined("the observations cannot be read: " + e + " (public.dns.observations)", e);
        }
    }

    private Path file() {
        if (file == null) {
            throw new Unexamined(
                    "public.dns.observations is not configured, so nobody knows since when the TTL is low");
        }
        return file;
    }

    /** One for the whole run. */
    public static final class FromScope implements Provider<Observations> {
        @Override
        public Observations provide(CheckScope scope) {
            return scope.shared(
                    Observations.class,
                    "run",
                    () -> new Observations(
                            scope.migration().environment().publicNames().dns().observations(), Clock.systemUTC()));
        }
    }
}
