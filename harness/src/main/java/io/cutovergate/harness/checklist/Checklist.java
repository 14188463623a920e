package io.cutovergate.harness.checklist;

import static io.cutovergate.harness.Suite.CUTOVER;
import static io.cutovergate.harness.Suite.E2E;
import static io.cutovergate.harness.Suite.INTEGRITY;
import static io.cutovergate.harness.Suite.LOAD;
import static io.cutovergate.harness.Suite.REPORTS;
import static io.cutovergate.harness.Suite.SMOKE;
import static io.cutovergate.harness.checklist.Standpoint.SOURCE_BY_NAME;
import static io.cutovergate.harness.checklist.Standpoint.SOURCE_ENTRY;
import static io.cutovergate.harness.checklist.Standpoint.TARGET_ENTRY;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.cutovergate.harness.checklist.Gates.Cutover;
import io.cutovergate.harness.checklist.Gates.Decommission;
import io.cutovergate.harness.checklist.Gates.Dev;
import io.cutovergate.harness.checklist.Gates.PostCutover;
import io.cutovergate.harness.checklist.Gates.PreCutover;
import io.cutovergate.harness.checklist.Gates.Rollback;
import io.cutovergate.harness.checklist.Gates.Staging;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.util.List;

/** The checklist, top to bottom: each item an annotation for the classes whose checks prove it. */
// spotless:off: a line of the checklist stays readable as one
public final class Checklist {

    private Checklist() {}

    // From the dev checklist

    @Item(id = "services-deployed", title = "Services are deployed", suite = SMOKE,
            proof = "every service answers its health endpoints in time, reports the release that is judged, and runs "
            + "as many replicas as configured")
    @Dev @Staging @PreCutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface ServicesDeployed {}

    @Item(id = "migrations-applied", title = "Database migrations are applied", suite = SMOKE,
            proof = "the history of the migration tool shows nothing failed, dirty or locked, and exactly the "
            + "versions that are expected")
    @Dev @Staging @PreCutover @PostCutover
    @Retention(RUNTIME) public @interface MigrationsApplied {}

    @Item(id = "api-responds", title = "The API responds", suite = SMOKE, needs = ServicesDeployed.class,
            proof = "configured requests are answered with the right status, headers and body, in time; both sides "
            + "answer alike")
    @Dev @Staging @PreCutover @Cutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface ApiResponds {}

    @Item(id = "frontend-renders", title = "The frontend renders", suite = E2E, needs = ServicesDeployed.class,
            proof = "in a real browser: landmarks, no console error, no failed request")
    @Dev @Staging @PreCutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface FrontendRenders {}

    @Item(id = "authentication-works", title = "Authentication works", suite = SMOKE, needs = ServicesDeployed.class,
            proof = "a login is accepted and ends at logout; no, forged, expired and foreign tokens are refused; a missing role is refused")
    @Dev @Staging @PreCutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface AuthenticationWorks {}

    @Item(id = "background-jobs-execute", title = "Background jobs execute", suite = SMOKE, needs = ServicesDeployed.class,
            proof = "an enqueued job takes effect exactly once within its deadline; a failing one is retried, then parked; the "
            + "queue is not backed up")
    @Dev @Staging @PreCutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface BackgroundJobsExecute {}

    @Item(id = "monitoring-and-logging", title = "Monitoring and logging work", suite = SMOKE, needs = ServicesDeployed.class,
            proof = "a marked request is found in the log store; metrics move with traffic")
    @Dev @Staging @PreCutover @PostCutover
    @Retention(RUNTIME) public @interface MonitoringAndLogging {}

    @Item(id = "ssl-certificates-valid", title = "TLS certificates are valid", suite = SMOKE,
            proof = "chain, names and validity of the certificate that every public name really serves")
    @Dev @Staging @PreCutover @PostCutover @Rollback
    @Retention(RUNTIME) public @interface SslCertificatesValid {}

    // From the staging checklist, the staging insight and the standards of day one

    @Item(id = "infrastructure-matches", title = "The infrastructure matches", suite = SMOKE,
            proof = "same modules and topology as the reference environment, separate state, no drift")
    @Staging @PreCutover
    @Retention(RUNTIME) public @interface InfrastructureMatches {}

    @Item(id = "target-can-host", title = "The target can host the data", suite = INTEGRITY,
            proof = "extensions, roles, parameters, encodings and quotas that the source uses exist on the target")
    @Dev @Staging
    @Retention(RUNTIME) public @interface TargetCanHost {}

    @Item(id = "same-build-deployed", title = "The same build is deployed", suite = SMOKE,
            proof = "the digest that runs is the one that was promoted and judged before")
    @Staging @PreCutover @Cutover @PostCutover
    @Retention(RUNTIME) public @interface SameBuildDeployed {}

    @Item(id = "production-like-data", title = "The data is production-like", suite = INTEGRITY,
            proof = "row volumes, sizes and key distributions at the configured share of the source's")
    @Staging
    @Retention(RUNTIME) public @interface ProductionLikeData {}

    @Item(id = "data-migration-completes", title = "The data migration completes", suite = INTEGRITY,
            proof = "the migration command runs to its end with every stage checked, inside the window")
    @Staging @Cutover
    @Retention(RUNTIME) public @interface DataMigrationCompletes {}

    @Item(id = "data-integrity", title = "The data is intact", suite = INTEGRITY, waivable = false,
            after = { DataMigrationCompletes.class, ReplicationCaughtUp.class },
            proof = "schema, rows and sequences of the target against the source, cell by cell")
    @Staging @PreCutover @Cutover @PostCutover
    @Retention(RUNTIME) public @interface DataIntegrity {}

    @Item(id = "object-integrity", title = "The objects are intact", suite = INTEGRITY,
            proof = "size, content hash, type and metadata of every object")
    @Staging @PreCutover @Cutover @PostCutover
    @Retention(RUNTIME) public @interface ObjectIntegrity {}

    @Item(id = "cache-ready", title = "The cache is ready", suite = SMOKE,
            proof = "TLS only, authentication, eviction policy and memory, a value round-trips and expires")
    @Staging @PreCutover @PostCutover
    @Retention(RUNTIME) public @interface CacheReady {}

    @Item(id = "data-anonymised", title = "The data is anonymised", suite = INTEGRITY,
            proof = "no protected value of the source occurs in the target")
    @Staging
    @Retention(RUNTIME) public @interface DataAnonymised {}

    @Item(id = "integrations-work", title = "Integrations work", suite = SMOKE,
            proof = "each integration accepts our credentials, calls us back once, and forged calls are refused")
    @Staging @PreCutover @PostCutover
    @Retention(RUNTIME) public @interface IntegrationsWork {}

    @Item(id = "performance-under-load", title = "Performance holds under load", suite = LOAD, needs = ServicesDeployed.class,
            proof = "limits at the expected peak with margin; not slower than the source")
    @Staging @PreCutover
    @Retention(RUNTIME) public @interface PerformanceUnderLoad {}

    @Item(id = "failover-and-restart", title = "Failover and restart are survived", suite = LOAD, needs = ServicesDeployed.class,
            proof = "under traffic: recovery and errors within limits, no acknowledged write lost")
    @Staging
    @Retention(RUNTIME) public @interface FailoverAndRestart {}

    @Item(id = "rollback-rehearsed", title = "The rollback is rehearsed", suite = CUTOVER,
            proof = "the runbook ran against staging: the public name served the source again in time")
    @Staging @PreCutover
    @Retention(RUNTIME) public @interface RollbackRehearsed {}

    @Item(id = "team-walkthrough-done", title = "The team has walked through", suite = REPORTS, signOff = true,
            proof = "a person states it")
    @Staging
    @Retention(RUNTIME) public @interface TeamWalkthroughDone {}

    @Item(id = "secrets-managed", title = "Secrets are managed", suite = SMOKE,
            proof = "secrets resolve from the vault; none in plain text; managed identity in use")
    @Dev @Staging @PreCutover
    @Retention(RUNTIME) public @interface SecretsManaged {}

    @Item(id = "network-isolated", title = "The network is isolated", suite = SMOKE,
            proof = "stores refuse connections from outside; only the gateway's ports are open")
    @Dev @Staging @PreCutover @PostCutover
    @Retention(RUNTIME) public @interface NetworkIsolated {}

    // Pre-cutover (T-24h to T-1h)

    @Item(id = "staging-is-go", title = "Staging is GO", suite = REPORTS,
            proof = "a staging verdict: GO, intact, same release, young enough")
    @PreCutover
    @Retention(RUNTIME) public @interface StagingIsGo {}

    @Item(id = "dns-ttl-low", title = "The DNS TTL is low", suite = SMOKE,
            proof = "at the authoritative servers and resolvers, for longer than the previous TTL")
    @PreCutover
    @Retention(RUNTIME) public @interface DnsTtlLow {}

    @Item(id = "replication-caught-up", title = "Replication has caught up", suite = INTEGRITY,
            proof = "heartbeat and LSN within the limit, or the rehearsed final sync fits the window")
    @PreCutover @Cutover
    @Retention(RUNTIME) public @interface ReplicationCaughtUp {}

    @Item(id = "backup-restorable", title = "A backup is restorable", suite = INTEGRITY,
            proof = "young enough, restores into a scratch database, and what it restores passes")
    @PreCutover @PostCutover @Decommission
    @Retention(RUNTIME) public @interface BackupRestorable {}

    @Item(id = "target-ready-before-dns", title = "The target is ready before DNS", suite = SMOKE, at = TARGET_ENTRY,
            composedOf = { ServicesDeployed.class, ApiResponds.class, FrontendRenders.class,
                AuthenticationWorks.class, BackgroundJobsExecute.class, SslCertificatesValid.class },
            proof = "smoke and e2e items at the target's entry with the public names")
    @PreCutover
    @Retention(RUNTIME) public @interface TargetReadyBeforeDns {}

    @Item(id = "alerts-armed", title = "Alerts are armed", suite = SMOKE,
            proof = "rules equal the reference, are enabled, and a test reached the receivers")
    @PreCutover
    @Retention(RUNTIME) public @interface AlertsArmed {}

    @Item(id = "changes-frozen", title = "Changes are frozen", suite = INTEGRITY,
            proof = "no deployment and no schema change on either side since the staging verdict")
    @PreCutover @Cutover
    @Retention(RUNTIME) public @interface ChangesFrozen {}

    @Item(id = "maintenance-announced", title = "The maintenance is announced", suite = REPORTS, signOff = true,
            proof = "a person states it")
    @PreCutover
    @Retention(RUNTIME) public @interface MaintenanceAnnounced {}

    // Cutover, rollback, after

    @Item(id = "pre-cutover-is-go", title = "Pre-cutover is GO", suite = REPORTS,
            proof = "a pre-cutover verdict: GO, intact, same release, young enough")
    @Cutover
    @Retention(RUNTIME) public @interface PreCutoverIsGo {}

    @Item(id = "cutover-approved", title = "The cutover is approved", suite = REPORTS,
            proof = "the pre-cutover verdict's digest is countersigned by two different people")
    @Cutover
    @Retention(RUNTIME) public @interface CutoverApproved {}

    @Item(id = "source-read-only", title = "The source is read-only", suite = CUTOVER,
            proof = "every writing endpoint refuses with the documented answer while reads go on")
    @Cutover
    @Retention(RUNTIME) public @interface SourceReadOnly {}

    @Item(id = "work-in-flight-moved", title = "Work in flight has moved", suite = CUTOVER,
            proof = "queued, delayed and scheduled work of the source is done or stands on the target, once")
    @Cutover
    @Retention(RUNTIME) public @interface WorkInFlightMoved {}

    @Item(id = "way-back-armed", title = "The way back is armed", suite = CUTOVER,
            proof = "reverse replication within limits, or the loss is declared and signed")
    @Cutover @PostCutover
    @Retention(RUNTIME) public @interface WayBackArmed {}

    @Item(id = "traffic-switched", title = "The traffic has switched", suite = CUTOVER,
            proof = "users are answered by the target: resolvers, probes and the target's gateway agree")
    @Cutover
    @Retention(RUNTIME) public @interface TrafficSwitched {}

    @Item(id = "zero-downtime", title = "There was no downtime", suite = CUTOVER,
            proof = "downtime per endpoint within the read and the write budget")
    @Cutover
    @Retention(RUNTIME) public @interface ZeroDowntime {}

    @Item(id = "no-write-lost", title = "No write was lost", suite = CUTOVER, waivable = false,
            proof = "every acknowledged write of the watch stands on the serving side exactly once")
    @Cutover @Rollback
    @Retention(RUNTIME) public @interface NoWriteLost {}

    @Item(id = "errors-and-latency-stable", title = "Errors and latency are stable", suite = CUTOVER,
            proof = "error rate and percentiles not worse than the baseline taken before")
    @PostCutover
    @Retention(RUNTIME) public @interface ErrorsAndLatencyStable {}

    @Item(id = "source-drained", title = "The source is drained", suite = CUTOVER,
            proof = "requests, connections and writes on the source fall to zero")
    @PostCutover @Decommission
    @Retention(RUNTIME) public @interface SourceDrained {}

    @Item(id = "jobs-run-once", title = "Jobs run once", suite = SMOKE,
            proof = "each scheduled tick ran once over both sides")
    @PostCutover
    @Retention(RUNTIME) public @interface JobsRunOnce {}

    @Item(id = "standby-healthy", title = "The standby is healthy", suite = SMOKE, at = SOURCE_ENTRY,
            composedOf = { ServicesDeployed.class, ApiResponds.class, AuthenticationWorks.class,
                SslCertificatesValid.class },
            proof = "the source still answers and could take over")
    @PostCutover
    @Retention(RUNTIME) public @interface StandbyHealthy {}

    @Item(id = "rollback-in-time", title = "The rollback is in time", suite = CUTOVER, waivable = false,
            proof = "from decision to the public name served by the source within the limit")
    @Rollback
    @Retention(RUNTIME) public @interface RollbackInTime {}

    @Item(id = "source-serves", title = "The source serves", suite = SMOKE, at = SOURCE_BY_NAME,
            composedOf = { ServicesDeployed.class, ApiResponds.class, FrontendRenders.class,
                AuthenticationWorks.class, BackgroundJobsExecute.class, SslCertificatesValid.class },
            proof = "smoke and e2e items at the source are proven")
    @Rollback
    @Retention(RUNTIME) public @interface SourceServes {}

    @Item(id = "writes-reconciled", title = "Writes are reconciled", suite = CUTOVER,
            proof = "writes taken by the target since the cutover: present, missing or conflicting on the source, by "
            + "id")
    @Rollback
    @Retention(RUNTIME) public @interface WritesReconciled {}

    @Item(id = "standby-over", title = "The standby period is over", suite = REPORTS,
            proof = "two weeks of GO verdicts, an archive that restores, and a person's statement")
    @Decommission
    @Retention(RUNTIME) public @interface StandbyOver {}

    @Item(id = "cost-within-budget", title = "The cost is within budget", suite = SMOKE,
            proof = "actual cost per resource against the budget and against the source")
    @Decommission
    @Retention(RUNTIME) public @interface CostWithinBudget {}

    /** All of them in the order above, which reflection does not keep. */
    public static final List<Class<? extends Annotation>> ALL = List.of(
            ServicesDeployed.class, MigrationsApplied.class, ApiResponds.class, FrontendRenders.class,
            AuthenticationWorks.class, BackgroundJobsExecute.class, MonitoringAndLogging.class,
            SslCertificatesValid.class, InfrastructureMatches.class, TargetCanHost.class, SameBuildDeployed.class,
            ProductionLikeData.class, DataMigrationCompletes.class, DataIntegrity.class, ObjectIntegrity.class,
            CacheReady.class, DataAnonymised.class, IntegrationsWork.class, PerformanceUnderLoad.class,
            FailoverAndRestart.class, RollbackRehearsed.class, TeamWalkthroughDone.class, SecretsManaged.class,
            NetworkIsolated.class, StagingIsGo.class, DnsTtlLow.class, ReplicationCaughtUp.class,
            BackupRestorable.class, TargetReadyBeforeDns.class, AlertsArmed.class, ChangesFrozen.class,
            MaintenanceAnnounced.class, PreCutoverIsGo.class, CutoverApproved.class, SourceReadOnly.class,
            WorkInFlightMoved.class, WayBackArmed.class, TrafficSwitched.class, ZeroDowntime.class,
            NoWriteLost.class, ErrorsAndLatencyStable.class, SourceDrained.class, JobsRunOnce.class,
            StandbyHealthy.class, RollbackInTime.class, SourceServes.class, WritesReconciled.class,
            StandbyOver.class, CostWithinBudget.class);
}
// spotless:on
