package io.cutovergate.load.injector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the injector is to do; travels as one line of JSON on its standard input, because it holds access tokens.
 *
 * @param name of the scenario
 * @param origin scheme, host and the port to connect to
 * @param authority what Host says
 * @param host whose addresses are given
 * @param addresses where to connect
 * @param startAt when the first phase begins, in milliseconds of the epoch; zero for at once
 * @param phases one after the other
 * @param rows what requests take values from, each arrival the next one; may be empty
 */
public record LoadPlan(
        String name,
        String origin,
        String authority,
        String host,
        List<String> addresses,
        long startAt,
        List<Phase> phases,
        List<PlannedRequest> requests,
        List<Map<String, String>> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what {@link #toJson} wrote. */
    public static LoadPlan parse(String json) {
        try {
            return JSON.readValue(json, LoadPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no plan of a load", e);
        }
    }

    /** One line. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time during which requests arrive or are paused. */
    public long millis() {
        return phases.stream().mapToLong(Phase::millis).sum();
    }

    /**
     * A stretch of time.
     *
     * @param perSecond arrivals, evenly spaced; each makes one of the requests, chosen by weight. Zero for a pause
     */
    public record Phase(double perSecond, long millis) {}

    /**
     * One of the requests.
     *
     * @param name for the figures: method and path
     * @param weight its share is this by the sum of all
     * @param status any other is an error
     */
    public record PlannedRequest(
            String name,
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            int weight,
            int status) {}
}
