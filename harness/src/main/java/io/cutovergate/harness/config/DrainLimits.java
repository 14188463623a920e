package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits of source-drained. */
@Section("Limits of source-drained.")
public record DrainLimits(
        @Key(value = "Time for which nothing may arrive, be connected or be written.", byDefault = "5m")
        Duration over,

        @Key(
                value =
                        "Time before it in which what this run itself has asked reaches the counter; longer than the interval in which metrics are collected.",
                byDefault = "60s")
        Duration settle,

        @Key(
                value =
                        "Transactions that may write meanwhile on the source's server, where no subscription writes there; those of its other databases count too.",
                byDefault = "0")
        long transactions,

        @Key("Requests that may go on arriving: what asks whether the standby lives.")
        List<Arriving> requests,

        @Key("Clients that may stay connected to the source's databases: what the standby keeps open.")
        List<Client> clients) {

    @Section("Requests that may go on arriving at the source.")
    public record Arriving(
            @Key(
                    value = "Text in the counter's samples, their labels as they are exposed.",
                    example = "'path=\"/health/ready\"'")
            String samples,

            @Key("Why they may.") String why,
            @Key("Who answers for it.") String owner,

            @Key(value = "Last day on which they may.", example = "2027-03-31")
            LocalDate until) {}

    @Section("Clients that may stay connected to the source's databases.")
    public record Client(
            @Key(
                    value = "Its application name, as pg_stat_activity shows it; * stands for any text.",
                    example = "backend-*")
            @Nullable
            String application,

            @Key(value = "Its role.", example = "shop") @Nullable
            String role,

            @Key("Why it may.") String why,
            @Key("Who answers for it.") String owner,

            @Key(value = "Last day on which it may.", example = "2027-03-31")
            LocalDate until) {

        public Client {
            if (application == null && role == null) {
                throw new IllegalArgumentException("application or role is needed, or both");
            }
        }
    }
}
