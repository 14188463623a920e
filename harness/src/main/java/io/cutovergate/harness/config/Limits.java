package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.harness.yaml.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits by item. */
@Section("Limits, by item. Each is printed beside the figure it judges.")
public record Limits(
        @Key(value = "Of api-responds.", byDefault = "{}") Api apiResponds,

        @Key(value = "Of background-jobs-execute.", byDefault = "{}")
        Queue backgroundJobsExecute,

        @Key(value = "Of monitoring-and-logging.", byDefault = "{}")
        Monitored monitoringAndLogging,

        @Key(value = "Of alerts-armed.", byDefault = "{}") Alerting alertsArmed,

        @Key(value = "Of performance-under-load.", byDefault = "{}")
        Performance performanceUnderLoad,

        @Key(value = "Of failover-and-restart.", byDefault = "{}")
        Failover failoverAndRestart,

        @Key(value = "Of target-can-host.", byDefault = "{}")
        Hosting targetCanHost,

        @Key(value = "Of production-like-data.", byDefault = "{}")
        Volume productionLikeData,

        @Key(value = "Of replication-caught-up.", byDefault = "{}")
        Replication replicationCaughtUp,

        @Key(value = "Of backup-restorable.", byDefault = "{}")
        Backup backupRestorable,

        @Key(value = "Of rollback-rehearsed.", byDefault = "{ max-age: 14d }")
        Age rollbackRehearsed,

        @Key(value = "Of staging-is-go.", byDefault = "{ max-age: 7d }")
        Age stagingIsGo,

        @Key(value = "Of pre-cutover-is-go.", byDefault = "{ max-age: 24h }")
        Age preCutoverIsGo,

        @Key(value = "Of errors-and-latency-stable.", byDefault = "{}")
        Stability errorsAndLatencyStable,

        @Key(value = "Of source-drained.", byDefault = "{}") DrainLimits sourceDrained,

        @Key(value = "Of jobs-run-once.", byDefault = "{}") Ticks jobsRunOnce,

        @Key(value = "Of standby-over.", byDefault = "{}") Standby standbyOver) {

    @Section("Limits of api-responds.")
    public record Api(
            @Key(value = "Time for a whole answer.", byDefault = "2s")
            Duration within) {}

    @Section("Limits of background-jobs-execute.")
    public record Queue(
            @Key(value = "Jobs that may be due and waiting.", byDefault = "100")
            long depth,

            @Key(value = "Longest that a due job may have waited.", byDefault = "5m")
            Duration oldest,

            @Key(value = "Longest that a job may be held by a worker that gives no sign of life.", byDefault = "5m")
            Duration silence) {}

    @Section("Limits of jobs-run-once, for each scheduled job.")
    public record Ticks(
            @Key(
                    value =
                            "Runs that may be missing over both sides, as when the schedule moves from one to the other.",
                    byDefault = "0")
            long missed) {}

    @Section("Limits of monitoring-and-logging.")
    public record Monitored(
            @Key(value = "Time until a request is found in the log store.", byDefault = "60s")
            Duration logsWithin,

            @Key(value = "Time until a request is found in the trace store.", byDefault = "60s")
            Duration tracesWithin,

            @Key(value = "Time until traffic is seen in the metrics.", byDefault = "60s")
            Duration metricsWithin) {}

    @Section("Limits of alerts-armed.")
    public record Alerting(
            @Key(value = "Time until a test alert reaches the receiver.", byDefault = "60s")
            Duration within) {}

    @Section("Limits of performance-under-load, for every endpoint and overall.")
    public record Performance(
            @Key(value = "Share of requests that may fail.", byDefault = "0.1%")
            Share errors,

            @Key(value = "Longest that half of the answers may take.", example = "80ms") @Nullable
            Duration p50,

            @Key(value = "Longest that 95 % of the answers may take.", example = "250ms") @Nullable
            Duration p95,

            @Key(value = "Longest that 99 % of the answers may take.", example = "800ms") @Nullable
            Duration p99,

            @Key(value = "Share of the planned arrivals that must really have been sent.", byDefault = "95%")
            Share achieved,

            @Key(value = "Samples below which nothing is concluded.", byDefault = "200")
            long minSamples,

            @Key(
                    value = "How the injector itself must be, for anything to be concluded from what it measured.",
                    byDefault = "{}")
            Injector injector,

            @Key("How much slower than the source the target may be.") @Nullable
            AgainstSource againstSource) {}

    @Section("How the injector itself must be, for anything to be concluded from what it measured.")
    public record Injector(
            @Key(value = "Greatest share of all its machine's processors that it may use.", byDefault = "80%")
            Share cpu,

            @Key(value = "Greatest share of the time in which it may collect garbage.", byDefault = "10%")
            Share gc,

            @Key(value = "Greatest share of its file descriptors that may be open.", byDefault = "80%")
            Share fileDescriptors,

            @Key(
                    value = "How late it may be in 99 % of the time, and send requests late by as much.",
                    byDefault = "250ms")
            Duration lag) {}

    @Section("How much slower than the source the target may be.")
    public record AgainstSource(
            @Key(value = "In the 95th percentile.", byDefault = "+10%")
            Share p95,

            @Key(value = "In the 99th percentile.", byDefault = "+20%")
            Share p99,

            @Key(
                    value =
                            "Difference of a percentile that is none, whatever the ratio; the injector's clock ticks in milliseconds.",
                    byDefault = "5ms")
            Duration negligible,

            @Key(value = "Confidence with which the true ratio lies in the interval that is judged.", byDefault = "90%")
            Share confidence,

            @Key(value = "Rounds of each side below which nothing is concluded.", byDefault = "20")
            long minRounds,

            @Key(value = "Samples of each side below which nothing is concluded.", byDefault = "10000")
            long minSamples,

            @Key(
                    value = "Answers that take longer are told as stalls: how many of them, not whether that is well.",
                    byDefault = "1s")
            Duration stall,

            @Key(value = "Greatest age of a recorded baseline.", byDefault = "7d")
            Duration baselineMaxAge) {

        public AgainstSource {
            if (confidence.fraction() <= 0 || confidence.fraction() >= 1) {
                throw new IllegalArgumentException("confidence is above 0% and below 100%");
            }
        }
    }

    @Section("Limits of failover-and-restart, for every disruption.")
    public record Failover(
            @Key(value = "Share of requests that may fail from the disruption on.", byDefault = "1%")
            Share errors,

            @Key(value = "Time until requests succeed again.", byDefault = "30s")
            Duration recoverWithin) {}

    @Section("Limits of target-can-host.")
    public record Hosting(
            @Key(
                    value =
                            "Share of the source's database that must fit into the target's capacity: with room to grow.",
                    byDefault = "150%")
            Share room) {}

    @Section("Limits of production-like-data.")
    public record Volume(
            @Key(value = "Smallest share of the source's rows, of each table and in all.", byDefault = "10%")
            Share rows,

            @Key(value = "Smallest share of the source's bytes on disk, in all.", byDefault = "5%")
            Share size,

            @Key(
                    value =
                            "Greatest population stability index of a declared column against the source's; 0.1 is commonly taken for alike, 0.25 for another population.",
                    byDefault = "0.2")
            double psi,

            @Key(value = "Rows of the target below which a distribution is not concluded on.", byDefault = "500")
            long minSamples) {}

    @Section("Limits of replication-caught-up.")
    public record Replication(
            @Key(value = "Greatest lag of the heartbeat.", byDefault = "10s")
            Duration lag,

            @Key(value = "Greatest age of the source's newest heartbeat, by the source's clock.", byDefault = "60s")
            Duration heartbeatAge,

            @Key(value = "Greatest amount of log not yet applied.", byDefault = "16MiB")
            Size behind,

            @Key(
                    value = "Smallest amount of log that a slot may still retain, where the source limits it.",
                    byDefault = "256MiB")
            Size headroom,

            @Key(value = "Greatest amount of log that any slot of the source retains.", byDefault = "1GiB")
            Size retained,

            @Key(value = "Time that a lag gets to fall, and a worker to start.", byDefault = "30s")
            Duration within,

            @Key(
                    value =
                            "Time for which the subscription must meet no error; longer than the target's wal_retrieve_retry_interval.",
                    byDefault = "10s")
            Duration watch) {}

    @Section("Limits of backup-restorable.")
    public record Backup(
            @Key(value = "Greatest age of the newest backup.", byDefault = "24h")
            Duration maxAge) {}

    @Section("How old the verdict of an earlier gate may be.")
    public record Age(@Key("Greatest age.") Duration maxAge) {}

    @Section(
            "Limits of errors-and-latency-stable: what was seen after the move, against the baseline that was taken before it.")
    public record Stability(
            @Key(value = "Shortest time that each of both records must cover.", byDefault = "1h")
            Duration window,

            @Key(value = "Additional share of requests that may not be served.", byDefault = "+0.1%")
            Share errors,

            @Key(
                    value =
                            "Share of requests that may not have been served in the baseline; one with more is no measure of anything.",
                    byDefault = "1%")
            Share baselineErrors,

            @Key(value = "Growth of the median.", byDefault = "+20%")
            Share p50,

            @Key(value = "Growth of the 95th percentile.", byDefault = "+20%")
            Share p95,

            @Key(value = "Growth of the 99th percentile.", byDefault = "+50%")
            Share p99,

            @Key(value = "Difference of a percentile that is none, whatever the ratio.", byDefault = "10ms")
            Duration negligible,

            @Key(value = "Confidence with which the truth lies in the interval that is judged.", byDefault = "90%")
            Share confidence,

            @Key(
                    value = "Stretches of time that the records are cut into: longer than what disturbs for a while and"
                            + " passes, for what fails together is one sign and not many.",
                    byDefault = "30s")
            Duration block,

            @Key(value = "Blocks of each record below which nothing is concluded.", byDefault = "20")
            long minBlocks,

            @Key(value = "Requests of each record below which nothing is concluded.", byDefault = "1000")
            long minSamples,

            @Key(
                    value =
                            "How late the observer may have asked in 99 % of its requests; one that was later has measured itself.",
                    byDefault = "50ms")
            Duration lag,

            @Key(value = "Time after which the record of what was seen after the move is too old.", byDefault = "24h")
            Duration maxAge,

            @Key(value = "Time after which the baseline is too old.", byDefault = "14d")
            Duration baselineMaxAge) {

        public Stability {
            if (confidence.fraction() <= 0 || confidence.fraction() >= 1) {
                throw new IllegalArgumentException("confidence is above 0% and below 100%");
            }
            if (block.isZero()) {
                throw new IllegalArgumentException("block is longer than 0s");
            }
        }
    }

    @Section("Limits of standby-over.")
    public record Standby(
            @Key(value = "Length of the standby period.", byDefault = "14d")
            Duration period) {}
}
