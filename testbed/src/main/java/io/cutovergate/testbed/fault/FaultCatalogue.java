package io.cutovergate.testbed.fault;

import static io.cutovergate.testbed.Environment.DEV;
import static io.cutovergate.testbed.Environment.PRODUCTION;
import static io.cutovergate.testbed.Environment.STAGING;
import static io.cutovergate.testbed.FaultInfo.Moment.BEFORE_LOAD;
import static io.cutovergate.testbed.FaultInfo.Moment.BEFORE_RUN;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.TestbedException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every fault that there is; they break the target unless their title says otherwise. */
public final class FaultCatalogue {
    private static final Set<Environment> ALL = EnumSet.of(DEV, STAGING, PRODUCTION);

    /** Where there is a source to compare with. */
    private static final Set<Environment> TWO_SIDES = EnumSet.of(STAGING, PRODUCTION);

    /** Where the source is complete and the target replicated from it. */
    private static final Set<Environment> REPLICATED = EnumSet.of(PRODUCTION);
    /** Where the target holds an anonymised subset. */
    private static final Set<Environment> REHEARSAL = EnumSet.of(STAGING);

    private static final List<Fault> FAULTS = List.of(
            // processes
            fault("backend-down", "All backends are killed and stay down", ALL, ProcessFaults::backendDown),
            fault("replica-killed", "One backend is killed and stays down", ALL, ProcessFaults::replicaKilled),
            fault("database-down", "The database server is stopped", ALL, ProcessFaults::databaseDown),
            fault("worker-stopped", "The worker is killed and stays down", ALL, ProcessFaults::workerStopped),
            fault("oidc-down", "The OpenID Connect provider does not listen", ALL, ProcessFaults::oidcDown),
            fault("admin-for-all", "The provider gives everybody the role admin", ALL, ProcessFaults::adminForAll),
            fault("refresh-refused", "The provider renews no token", ALL, ProcessFaults::refreshRefused),
            fault("logout-ignored", "A logout at the provider ends nothing", ALL, ProcessFaults::logoutIgnored),
            fault("codes-replayed", "The provider takes a code more than once", ALL, ProcessFaults::codesReplayed),
            fault("verifier-ignored", "The provider binds no code to a verifier", ALL, ProcessFaults::verifierIgnored),
            fault("log-shipping-stopped", "No log line reaches the log store", ALL, ProcessFaults::logShippingStopped),
            fault("metrics-stopped", "No metric is scraped", ALL, ProcessFaults::metricsStopped),
            fault("traces-lost", "No span reaches the trace store", ALL, ProcessFaults::tracesLost),
            // what is deployed
            fault("old-version", "One backend is of an older release", ALL, DeploymentFaults::oldVersion),
            fault(
                    "release-changed",
                    "A newer release is promoted and deployed",
                    REPLICATED,
                    DeploymentFaults::releaseChanged),
            fault("auth-disabled", "The backends believe every token", ALL, DeploymentFaults::authDisabled),
            fault("token-not-needed", "The backends let in who has no token", ALL, DeploymentFaults.omits("token")),
            fault(
                    "token-signature-ignored",
                    "The backends check no signature",
                    ALL,
                    DeploymentFaults.omits("signature")),
            fault(
                    "token-key-believed",
                    "The backends believe the key that a token brings along",
                    ALL,
                    DeploymentFaults.omits("key")),
            fault(
                    "token-unsigned-taken",
                    "The backends take unsigned tokens",
                    ALL,
                    DeploymentFaults.omits("algorithm")),
            fault(
                    "token-secret-public",
                    "The backends take the public key for a shared secret",
                    ALL,
                    DeploymentFaults.omits("secret")),
            fault("token-expiry-ignored", "The backends take expired tokens", ALL, DeploymentFaults.omits("expiry")),
            fault(
                    "token-start-ignored",
                    "The backends take tokens that are not valid yet",
                    ALL,
                    DeploymentFaults.omits("not-before")),
            fault(
                    "token-audience-ignored",
                    "The backends take tokens for another service",
                    ALL,
                    DeploymentFaults.omits("audience")),
            fault(
                    "token-issuer-ignored",
                    "The backends take tokens that name another issuer",
                    ALL,
                    DeploymentFaults.omits("issuer")),
            fault(
                    "form-token-ignored",
                    "The login form is taken without its token against forgery",
                    ALL,
                    DeploymentFaults.omits("form-token")),
            fault(
                    "session-outlives",
                    "A logout of the shop ends no session",
                    ALL,
                    DeploymentFaults.omits("session-end")),
            fault(
                    "certificate-not-needed",
                    "The partners' endpoint needs no certificate",
                    ALL,
                    DeploymentFaults.omits("certificate")),
            fault(
                    "certificates-unverified",
                    "The gateway believes every partner's certificate",
                    ALL,
                    GatewayFaults::certificatesUnverified),
            fault(
                    "logout-unheard",
                    "The shop takes the provider's logout tokens and ends nothing",
                    ALL,
                    DeploymentFaults.omits("logout-token")),
            fault("cookie-bare", "The session's cookie has no protection", ALL, DeploymentFaults::cookieBare),
            fault(
                    "session-carried",
                    "The backends take sessions of the source",
                    REPLICATED,
                    DeploymentFaults::sessionCarried),
            fault(
                    "trace-broken",
                    "The backends begin a trace of their own for each request",
                    ALL,
                    DeploymentFaults::traceBroken),
            fault("issuer-mismatch", "The backends expect another issuer", ALL, DeploymentFaults::issuerMismatch),
            fault("script-damaged", "The frontend's app.js is cut in half", ALL, DeploymentFaults::scriptDamaged),
            fault("asset-missing", "An image of the frontend is missing", ALL, DeploymentFaults::assetMissing),
            // the gateway and the network behind it
            fault("live-route-broken", "The route of /health/live leads nowhere", ALL, GatewayFaults::liveRouteBroken),
            fault("api-errors", "The gateway answers 502 for /api/products", ALL, GatewayFaults::apiErrors),
            fault("api-slow", "Every answer of the API takes 3 s more", ALL, GatewayFaults::apiSlow),
            fault("maintenance-page", "www answers 200 with a maintenance page", ALL, GatewayFaults::maintenancePage),
            underLoad(
                    "errors-under-load", "5 % of the API's requests are answered 503", GatewayFaults::errorsUnderLoad),
            underLoad("slow-under-load", "Every answer of the API takes 400 ms more", GatewayFaults::slowUnderLoad),
            underLoad("target-farther", "Every answer of the API takes 60 ms more", GatewayFaults::targetFarther),
            inProduction(
                    "third-slower",
                    "Answers of the API take 100 ms more on the source and 130 ms more on the target",
                    GatewayFaults::thirdSlower),
            underLoad(
                    "commits-unflushed",
                    "The database acknowledges what is not on its disk",
                    DatabaseFaults::commitsUnflushed),
            underLoad(
                    "no-failover",
                    "The gateway neither probes nor retries, and nothing restarts what crashed",
                    GatewayFaults::noFailover),
            fault(
                    "answer-undocumented",
                    "The live endpoint answers in the words of another version",
                    ALL,
                    GatewayFaults::answerUndocumented),
            fault("text-refused", "The gateway fails on bodies that are a text", ALL, GatewayFaults::textRefused),
            fault(
                    "answers-cached",
                    "The gateway lets answers be cached that the source does not",
                    TWO_SIDES,
                    GatewayFaults::answersCached),
            fault(
                    "source-named",
                    "The gateway tells the source's address in its answers",
                    TWO_SIDES,
                    GatewayFaults::sourceNamed),
            fault(
                    "alert-rule-lost",
                    "One alert rule is missing on the target",
                    REPLICATED,
                    ProcessFaults::alertRuleLost),
            fault(
                    "alerts-swallowed",
                    "Alerts are taken and sent to nobody",
                    REPLICATED,
                    ProcessFaults::alertsSwallowed),
            fault("answer-untyped", "A price is answered as a text", ALL, HttpFaults::answerUntyped),
            fault("redirect-astray", "A redirect leads to nowhere", ALL, HttpFaults::redirectAstray),
            fault("answers-uncompressed", "The gateway compresses nothing", ALL, HttpFaults::answersUncompressed),
            fault("cors-method-lost", "Preflights do not allow DELETE any more", ALL, HttpFaults::corsMethodLost),
            fault("origin-reflected", "Pages of every origin may read answers", ALL, HttpFaults::originReflected),
            fault("sniffing-allowed", "Answers lack X-Content-Type-Options", ALL, HttpFaults::sniffingAllowed),
            fault("version-told", "The gateway tells its version", ALL, HttpFaults::versionTold),
            fault(
                    "errors-as-pages",
                    "Unknown paths of the API are answered with a page",
                    ALL,
                    HttpFaults::errorsAsPages),
            fault("trace-told", "An error tells a stack trace", ALL, HttpFaults::traceTold),
            fault("body-limit-lowered", "The gateway takes smaller bodies", ALL, HttpFaults::bodyLimitLowered),
            fault("oversize-fails", "The gateway fails on bodies that are too large", ALL, HttpFaults::oversizeFails),
            fault("websocket-blocked", "The gateway upgrades no connection", ALL, HttpFaults::websocketBlocked),
            fault("http2-lost", "The gateway does not offer HTTP/2", ALL, HttpFaults::http2Lost),
            // certificates and names
            fault("tls-untrusted", "The certificate is of an unknown authority", ALL, TlsFaults::untrusted),
            fault("tls-wrong-name", "The certificate is for another host", ALL, TlsFaults::wrongName),
            fault("tls-expiring", "The certificate expires in 5 days", ALL, TlsFaults::expiring),
            fault("tls-expired", "The certificate expired yesterday", ALL, TlsFaults::expired),
            fault("tls-incomplete-chain", "The intermediate certificate is not sent", ALL, TlsFaults::incompleteChain),
            fault("tls-wrong-key", "The handshake is signed with another key", ALL, TlsFaults::wrongKey),
            fault("tls-leaf-is-authority", "The certificate may sign others", ALL, TlsFaults::leafIsAuthority),
            fault("tls-revoked", "The certificate is revoked by its authority's list", ALL, TlsFaults::revoked),
            fault("tls-cbc-only", "Only TLS 1.2 in CBC mode is offered", ALL, TlsFaults::onlyCbc),
            fault("hsts-missing", "The gateway promises no HSTS", ALL, GatewayFaults::hstsMissing),
            fault("dns-wrong", "The API's public name means an address where nobody listens", ALL, DnsFaults::wrong),
            fault("ttl-raised", "The API's public name may be kept for a day", REPLICATED, DnsFaults::ttlRaised),
            fault(
                    "secondary-stale",
                    "The second name server no longer gets the zone",
                    REPLICATED,
                    DnsFaults::secondaryStale),
            inProduction("record-proxied", "The API's record is proxied at its provider", DnsFaults::recordProxied),
            inProduction("caa-forbids", "The zone's CAA record names another authority", DnsFaults::caaForbids),
            inProduction("dkim-lost", "The key that mail is signed with is not in the zone", DnsFaults::dkimLost),
            inProduction(
                    "signatures-expiring", "The zone's signatures end in half an hour", DnsFaults::signaturesExpiring),
            inProduction("key-not-vouched", "The parent vouches for a key that is gone", DnsFaults::keyNotVouched),
            // data
            fault("migration-failed", "The last migration is marked as failed", ALL, SqlFaults::migrationFailed),
            fault("migration-missing", "The last migration was never applied", ALL, SqlFaults::migrationMissing),
            fault("migration-locked", "Somebody holds the lock of the migrations", ALL, HistoryFaults::migrationLocked),
            fault(
                    "migration-changed",
                    "The first migration was applied with another content",
                    ALL,
                    HistoryFaults::migrationChanged),
            fault("products-wrong", "The first product has another name and price", ALL, SqlFaults::productsWrong),
            fault("job-doubled", "Every job takes effect twice", ALL, SqlFaults::jobDoubled),
            fault("queue-backlog", "300 jobs that nobody executes are an hour overdue", ALL, SqlFaults::queueBacklog),
            fault("job-stuck", "A worker that is gone holds a job for an hour", ALL, SqlFaults::jobStuck),
            fault("jobs-not-parked", "Jobs that failed for good are nowhere", ALL, JobFaults::notParked),
            fault("jobs-not-retried", "Jobs that fail are not tried again", ALL, JobFaults::notRetried),
            fault("schema-drift", "An index is missing and a column is nullable", TWO_SIDES, SqlFaults::schemaDrift),
            fault("row-changed", "One cell of one row differs", TWO_SIDES, SqlFaults::rowChanged),
            fault("row-extra", "There is a row that the source does not have", TWO_SIDES, SqlFaults::rowExtra),
            fault("sequence-behind", "A sequence stands below the highest id", TWO_SIDES, SqlFaults::sequenceBehind),
            fault("source-altered", "The source has an index more", REPLICATED, SqlFaults::sourceAltered),
            fault("privilege-revoked", "A role may not read a table", TWO_SIDES, DatabaseFaults::privilegeRevoked),
            fault(
                    "setting-changed",
                    "The database reads times and words in another way",
                    TWO_SIDES,
                    DatabaseFaults::settingChanged),
            fault("orphan-row", "A row refers to one that is not there", TWO_SIDES, DatabaseFaults::orphanRow),
            fault("key-doubled", "A unique index has let a double in", TWO_SIDES, DatabaseFaults::keyDoubled),
            fault(
                    "check-broken",
                    "A row breaks a check that was never validated",
                    TWO_SIDES,
                    DatabaseFaults::checkBroken),
            // what the target can host
            fault("connections-limited", "The database takes 60 connections", ALL, HostingFaults::connectionsLimited),
            fault(
                    "extension-not-allowed",
                    "The server does not allow a needed extension",
                    ALL,
                    HostingFaults::extensionNotAllowed),
            fault(
                    "extension-older",
                    "The source has a newer version of an extension",
                    TWO_SIDES,
                    HostingFaults::extensionOlder),
            fault("role-missing", "A role of the shop does not exist", ALL, HostingFaults::roleMissing),
            fault("source-grown", "The source's database has grown by 240 MB", TWO_SIDES, HostingFaults::sourceGrown),
            fault(
                    "export-refused",
                    "A table of the source may not be exported",
                    TWO_SIDES,
                    MigrationFaults::exportRefused),
            fault(
                    "import-refused",
                    "The target's server takes too few connections for an import",
                    TWO_SIDES,
                    MigrationFaults::importRefused),
            fault("import-held-up", "A session holds up who creates a database", TWO_SIDES, MigrationFaults::slow),
            // replication
            inProduction(
                    "subscription-disabled", "The subscription is disabled", ReplicationFaults::subscriptionDisabled),
            inProduction("apply-stuck", "What the source sends conflicts with a row", ReplicationFaults::applyStuck),
            inProduction(
                    "apply-frozen",
                    "The subscription's worker waits for a lock that is not given back",
                    ReplicationFaults::applyFrozen),
            inProduction("heartbeat-stopped", "Nothing beats on the source", ReplicationFaults::heartbeatStopped),
            inProduction("slot-forgotten", "The source keeps log for a slot unread", ReplicationFaults::slotForgotten),
            inProduction(
                    "slot-room-gone", "The source may keep little log for a slot", ReplicationFaults::slotRoomGone),
            inProduction(
                    "source-schedule-left-on",
                    "The source's worker runs its schedule after the jobs have moved",
                    JobFaults::sourceSchedulerLeftOn),
            inProduction(
                    "schedule-lost", "The target has lost the schedule that it took over", JobFaults::scheduleLost),
            inProduction(
                    "late-write", "The source takes a write after the target was opened", ReplicationFaults::lateWrite),
            inProduction("source-client-left", "A report is still connected to the source", DrainFaults::clientLeft),
            inProduction("source-writer-left", "A session writes on the closed source", DrainFaults::writerLeft),
            inProduction("source-still-asked", "A client asks the source by its address", DrainFaults::stillAsked),
            // the move itself
            inProduction(
                    "freeze-ignored", "The source takes writes although it is frozen", CutoverFaults::freezeIgnored),
            inProduction(
                    "source-reads-fail", "The frozen source does not answer readers", CutoverFaults::sourceReadsFail),
            inProduction(
                    "target-cold", "The target fails its first requests after the switch", CutoverFaults::targetCold),
            inProduction(
                    "name-not-switched", "A public name does not follow its change", CutoverFaults::nameNotSwitched),
            inProduction("jobs-lost-in-move", "Some jobs do not reach the target's queue", JobFaults::lostInMove),
            inProduction("job-held-at-source", "A worker of the source is still at work", JobFaults::heldAtSource),
            inProduction(
                    "no-apply-workers",
                    "Nobody applies on the source what the target sends",
                    CutoverFaults::noApplyWorkers),
            inProduction(
                    "writes-dropped",
                    "The open target forgets writes that it acknowledged",
                    CutoverFaults::writesDropped),
            inProduction(
                    "writes-doubled",
                    "The open target takes some writes once more, for another user",
                    CutoverFaults::writesDoubled),
            inProduction("both-sides-open", "Both sides take writes after the switch", CutoverFaults::bothSidesOpen),
            inProduction(
                    "writes-not-returned",
                    "The source lacks writes that the target took",
                    CutoverFaults::writesNotReturned),
            inProduction("orders-fail", "The target answers every third order with 502", CutoverFaults::ordersFail),
            inProduction("orders-slow", "Each order takes 3 s more on the target", CutoverFaults::ordersSlow),
            // the rehearsal of the way back
            fault(
                    "runbook-outdated",
                    "The runbook of the rollback lacks a step",
                    TWO_SIDES,
                    RehearsalFaults::runbookOutdated),
            fault(
                    "rollback-script-changed",
                    "A script of the rollback was changed after the rehearsal",
                    TWO_SIDES,
                    RehearsalFaults::scriptChanged),
            fault("rehearsal-old", "The rollback was rehearsed 20 days ago", TWO_SIDES, RehearsalFaults::rehearsalOld),
            fault(
                    "rehearsal-altered",
                    "The evidence of the rehearsal was altered",
                    TWO_SIDES,
                    RehearsalFaults::rehearsalAltered),
            // backups
            inProduction("backup-old", "The newest backup is two days old", BackupFaults::old),
            inProduction("backup-truncated", "The newest backup is cut in half", BackupFaults::truncated),
            inProduction("backup-incomplete", "The newest backup lacks a table's rows", BackupFaults::incomplete),
            // personal data
            fault(
                    "addresses-prefixed",
                    "E-mail addresses are the source's behind a prefix",
                    REHEARSAL,
                    PersonalFaults::addressesPrefixed),
            fault("name-kept", "A customer's name is the source's", REHEARSAL, PersonalFaults::namesKept),
            fault("address-in-text", "A review holds an e-mail address", REHEARSAL, PersonalFaults::addressInText),
            fault("card-in-text", "An error message holds a card's number", REHEARSAL, PersonalFaults::cardInText),
            // rehearsal
            fault("rows-thinned", "Of one table a twentieth is left", REHEARSAL, VolumeFaults::rowsThinned),
            fault(
                    "distribution-skewed",
                    "Of one table only some kinds of rows are left",
                    REHEARSAL,
                    VolumeFaults::distributionSkewed));

    private FaultCatalogue() {}

    /** What can be said of them without a running testbed. */
    public static List<FaultInfo> infos() {
        return FAULTS.stream().map(Fault::info).toList();
    }

    static Fault find(String name) {
        return FAULTS.stream()
                .filter(fault -> fault.info().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TestbedException("there is no fault " + name));
    }

    private static Fault fault(String name, String title, Set<Environment> environments, Fault.Injection injection) {
        return new Fault(new FaultInfo(name, title, Set.copyOf(environments), BEFORE_RUN), injection);
    }

    private static Fault inProduction(String name, String title, Fault.Injection injection) {
        return fault(name, title, REPLICATED, injection);
    }

    private static Fault underLoad(String name, String title, Fault.Injection injection) {
        return new Fault(new FaultInfo(name, title, Set.copyOf(ALL), BEFORE_LOAD), injection);
    }
}
