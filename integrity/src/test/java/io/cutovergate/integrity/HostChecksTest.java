package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Targets that lack something that the source uses, or that the files declare. */
@ExtendWith(ServersExtension.class)
class HostChecksTest {

    private static final String SERVER = "server-is-sufficient";
    private static final String EXTENSIONS = "extensions-are-available";
    private static final String ROLES = "roles-exist";

    @TempDir
    private Path folder;

    private static String claim(ObligationResult result) {
        String id = result.obligation().claim().id();
        return id.substring(id.indexOf('/') + 1);
    }

    /** All three claims of a pair at staging. */
    private List<ObligationResult> pair(Databases databases, String rules) throws IOException {
        return List.of(
                        Gated.run(
                                HostServerChecks.class,
                                folder,
                                databases.sourceUrl(),
                                databases.targetUrl(),
                                "{ }",
                                rules),
                        Gated.run(
                                HostContentChecks.class,
                                folder,
                                databases.sourceUrl(),
                                databases.targetUrl(),
                                "{ }",
                                rules))
                .stream()
                .flatMap(gated -> gated.obligations().stream())
                .toList();
    }

    private ObligationResult pair(Databases databases, String claim, String rules) throws IOException {
        return find(pair(databases, rules), claim);
    }

    /** A target alone, by what is declared. */
    private ObligationResult dev(String url, String claim, String rules) throws IOException {
        Class<?> checks = claim.equals(SERVER) ? HostServerChecks.class : HostContentChecks.class;
        return find(
                Gated.run(
                                Gate.DEV,
                                checks,
                                folder,
                                rules,
                                "target: { name: new, databases: { main: { url: \"" + url + "\" } } }")
                        .obligations(),
                claim);
    }

    private static ObligationResult find(List<ObligationResult> results, String claim) {
        return results.stream()
                .filter(result -> claim(result).equals(claim))
                .findFirst()
                .orElseThrow();
    }

    private static String needs(String needs) {
        return "{ needs: { version: 15, " + needs + " } }";
    }

    @Test
    void aTargetThatHasWhatTheSourceUsesIsProven(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create("create table t (a text collate \"de-x-icu\", b text collate \"C\")");
        databases.source(
                "create extension hstore",
                "create collation own (provider = icu, locale = 'sv')",
                "create table u (a text collate own)",
                role("hostteller"),
                "grant select on t to hostteller");
        databases.target(role("hostteller"));

        List<ObligationResult> results = pair(databases, "{ }");

        assertThat(results).hasSize(3).allSatisfy(result -> assertThat(result.status())
                .as(result.cause())
                .isEqualTo(Status.PROVEN));
        assertThat(results.stream().flatMap(result -> result.recorded().samples().stream()))
                .extracting(Sample::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("major version of main at target is 15; rule: at least 15 (source)"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("connections for the application of main at target is 97; rule: at least 97"))
                .contains(
                        "collations missing of main at target is 0; rule: exactly 0 (databases.main.may-differ); 3 needed",
                        "roles missing of main at target is 0; rule: exactly 0 (databases.main.may-differ);"
                                + " hostteller needed")
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("extensions missing of main at target is 0;")
                        .contains("hstore 1.8, plpgsql 1.0 needed"));
    }

    @Test
    void aNewerServerIsSufficientAndAnOlderIsNot(Servers servers) throws SQLException, IOException {
        Databases upwards = servers.acrossVersions().create();

        assertThat(pair(upwards, SERVER, "{ }").status()).isEqualTo(Status.PROVEN);
        String newer = upwards.targetUrl();
        String older = upwards.sourceUrl();
        assertThat(Gated.run(HostServerChecks.class, folder, newer, older, "{ }", "{ }")
                        .only()
                        .cause())
                .contains("major version of main at target is 15; rule: at least 1");
    }

    @Test
    void aLimitOfTheDatabaseCountsUnlessFewerAreDeclared(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.target("alter database " + databases.name() + " connection limit 3");

        assertThat(pair(databases, SERVER, "{ }").cause())
                .contains(
                        "connections for the application of main at target is 3; rule: at least 97 (source:"
                                + " max_connections 100, 3 reserved, no limit of the database; or databases.main.needs.connections)")
                .contains("max_connections 100, 3 reserved, the database limited to 3");
        assertThat(pair(databases, SERVER, needs("connections: 3")).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void theWayBackNeedsTheTargetsLog(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();

        ObligationResult result = Gated.run(
                        Gate.STAGING,
                        HostServerChecks.class,
                        folder,
                        "{ }",
                        "source: { name: old, databases: { main: { url: \"" + databases.sourceUrl() + "\" } } }",
                        "target: { name: new, databases: { main: { url: \"" + databases.targetUrl() + "\" } } }",
                        "rollback: { after-open: reverse-replication }")
                .only();

        assertThat(result.recorded().samples()).extracting(Sample::sentence).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("wal_level of main at target is logical; rule: exactly logical"));
    }

    @Test
    void collationsThatTheTargetDoesNotKnowAreNamed(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.source("create table t (a text collate \"de-x-icu\")");
        databases.target("delete from pg_collation where collname = 'de-x-icu'");

        assertThat(pair(databases, SERVER, "{ }").cause())
                .contains("collations missing of main at target is 1")
                .contains("collation de-x-icu, used by columns or indexes of source");
        assertThat(dev(databases.targetUrl(), SERVER, needs("collations: [klingon]"))
                        .cause())
                .contains("collation klingon, needed by databases.main.needs.collations");
    }

    @Test
    void declaredNeedsAreTheRuleWithoutASource(Servers servers) throws SQLException, IOException {
        String target = servers.create().targetUrl();

        assertThat(dev(target, SERVER, needs("encoding: utf-8, locale-provider: libc, connections: 90"))
                        .status())
                .isEqualTo(Status.PROVEN);
        assertThat(dev(
                                target,
                                SERVER,
                                "{ needs: { version: 99, encoding: LATIN1, locale-provider: icu, connections: 500 } }")
                        .cause())
                .contains("major version of main at target is 15; rule: at least 99 (databases.main.needs.version)")
                .contains("encoding of main at target is UTF8; rule: exactly LATIN1")
                .contains("locale provider of main at target is libc; rule: exactly icu")
                .contains("rule: at least 500 (databases.main.needs.connections)");
    }

    @Test
    void extensionsThatAreMissingOldOrNotAllowedAreNamed(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.source(
                "create extension pg_trgm",
                "create extension citext",
                "update pg_extension set extversion = '99.1' where extname = 'citext'");
        databases.target("alter database " + databases.name() + " set azure.extensions = 'CITEXT, hstore'");

        ObligationResult result = pair(databases, EXTENSIONS, needs("extensions: [postgis 3.3, hstore 1.0]"));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("extensions missing of main at target is 3; rule: exactly 0 (databases.main.may-differ)")
                .contains("extension postgis is not on the server (pg_available_extensions);"
                        + " postgis 3.3 is needed by databases.main.needs")
                .contains("extension citext has version 1.6 at the newest; citext 99.1 is needed by source")
                .contains("extension pg_trgm is not among azure.extensions, which allow 'CITEXT, hstore'");
    }

    @Test
    void whatMayDifferIsToldAndNotFailed(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.source("update pg_extension set extversion = '99.1' where extname = 'plpgsql'");

        ObligationResult result =
                pair(databases, EXTENSIONS, "{ may-differ: [ { what: extension plpgsql, why: unused, owner: jo } ] }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(result.recorded().notes()).anySatisfy(note -> assertThat(note)
                .startsWith("1 known by databases.main.may-differ: extension plpgsql has version 1.0 at the newest"));
    }

    @Test
    void librariesMustBeLoadedAndSeen(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(role("hostpeer"), "alter role hostpeer login");
        String needs = needs("extensions: [pg_stat_statements], libraries: [pg_stat_statements]");

        assertThat(dev(databases.targetUrl(), EXTENSIONS, needs).cause())
                .contains("libraries not loaded of main at target is 1")
                .contains("library pg_stat_statements is not among shared_preload_libraries;"
                        + " needed by databases.main.needs");
        ObligationResult hidden = dev(databases.targetUrl().replace("postgres@", "hostpeer@"), EXTENSIONS, needs);
        assertThat(hidden.status()).isEqualTo(Status.UNPROVEN);
        assertThat(hidden.cause()).contains("grant pg_read_all_settings");
    }

    @Test
    void rolesThatOwnOrAreGrantedSomethingMustExist(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create("create table t (a int)");
        databases.source(role("hostlost"), role("hostidle"), "grant select on t to hostlost");

        assertThat(pair(databases, ROLES, "{ }").cause())
                .contains("roles missing of main at target is 1")
                .contains("role hostlost, needed by source")
                .doesNotContain("hostidle");
        assertThat(dev(databases.targetUrl(), ROLES, needs("roles: [postgres, hostlost]"))
                        .cause())
                .contains("role hostlost, needed by databases.main.needs");
    }

    @Test
    void nothingDeclaredAndNothingUsedProvesNothing(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();

        ObligationResult alone = dev(databases.targetUrl(), ROLES, needs("connections: 3"));
        assertThat(alone.status()).isEqualTo(Status.UNPROVEN);
        assertThat(alone.cause())
                .contains("no roles are known: databases.main.needs.roles declares none, and there is no source");
        assertThat(pair(databases, ROLES, "{ }").cause()).contains("and the source uses none");
    }

    @Test
    void theSourceMustFitWithRoomToGrow(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();

        assertThat(room(databases, "1GiB", "{ }", "{ }").status()).isEqualTo(Status.PROVEN);
        assertThat(room(databases, "10MiB", "{ }", "{ }").cause())
                .contains("capacity of main at target is 10MiB; rule: at least 1")
                .contains("(target.databases.main.capacity, limits.target-can-host.room)")
                .contains("150% of ")
                .contains(" on source");
        assertThat(room(databases, "1GiB", needs("size: 1GiB"), "{ target-can-host: { room: 200% } }")
                        .cause())
                .contains("capacity of main at target is 1GiB; rule: at least 2GiB")
                .contains("databases.main.needs.size 1GiB");
    }

    private ObligationResult room(Databases databases, String capacity, String rules, String limits)
            throws IOException {
        return Gated.run(
                        Gate.STAGING,
                        HostRoomChecks.class,
                        folder,
                        rules,
                        "source: { name: old, databases: { main: { url: \"" + databases.sourceUrl() + "\" } } }",
                        "target: { name: new, databases: { main: { url: \"" + databases.targetUrl() + "\", capacity: "
                                + capacity + " } } }",
                        "limits: " + limits)
                .only();
    }

    private static String role(String name) {
        return "do 'begin if not exists (select from pg_roles where rolname = ''" + name + "'') then create role "
                + name + "; end if; end'";
    }
}
