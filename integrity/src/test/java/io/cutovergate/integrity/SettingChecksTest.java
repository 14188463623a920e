package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Settings and locales that differ, each told; and what looks different and means the same. */
@ExtendWith(ServersExtension.class)
class SettingChecksTest {

    private static final String ROLE =
            "do 'begin if not exists (select from pg_roles where rolname = ''teller'') then create role teller; end if; end'";

    @TempDir
    private Path folder;

    private ObligationResult judge(Databases databases, String rules) throws IOException {
        return Gated.run(SettingChecks.class, folder, databases.sourceUrl(), databases.targetUrl(), "{ }", rules)
                .only();
    }

    private static String set(Databases databases, String setting) {
        return "alter database " + databases.name() + " set " + setting;
    }

    @Test
    void equalServersAreProvenWithWhatWasCompared(Servers servers) throws SQLException, IOException {
        ObligationResult result = judge(servers.create(), "{ }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(result.recorded().samples())
                .filteredOn(sample -> sample.name().equals("settings that differ"))
                .extracting(Sample::detail)
                .singleElement()
                .satisfies(detail -> assertThat(detail).matches("4\\d compared"));
        assertThat(result.recorded().notes())
                .containsExactly(
                        "settings of which only those of the database and of roles are compared of main, because"
                                + " the gate's connection hides the server's own: TimeZone; DateStyle");
    }

    @Test
    void majorVersionsThatMeanTheSameAreProven(Servers servers) throws SQLException, IOException {
        ObligationResult result = judge(servers.acrossVersions().create(), "{ }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(result.recorded().notes())
                .contains("settings that only one version has of main: transaction_timeout")
                .anySatisfy(note -> assertThat(note)
                        .startsWith("settings that differ without a change of meaning of main")
                        .contains("setting data_checksums is 'off' on source, 'on' on target"));
    }

    @Test
    void settingsOfTheDatabaseAndOfRolesAreTold(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(ROLE, "create table t (a int)", "grant select on t to teller");
        databases.target(
                set(databases, "timezone = 'Asia/Tokyo'"),
                set(databases, "default_text_search_config = 'pg_catalog.german'"),
                set(databases, "statement_timeout = '5s'"),
                "alter role teller in database " + databases.name() + " set search_path = elsewhere, public");

        ObligationResult result = judge(databases, "{ }");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("settings that differ of main at target is 3; rule: exactly 0 (databases.main.may-differ)")
                .contains("setting TimeZone is the server's own (which the gate's connection cannot see) on source,"
                        + " 'Asia/Tokyo' on target")
                .contains(
                        "setting default_text_search_config is 'pg_catalog.english' on source, 'pg_catalog.german' on target")
                .contains("setting search_path of role teller is '\"$user\", public' on source,"
                        + " 'elsewhere, public' on target");
        assertThat(result.recorded().notes())
                .contains(
                        "settings that differ without a change of meaning of main: setting statement_timeout is '0' on"
                                + " source, '5s' on target");
    }

    @Test
    void theSameValueFromAnotherPlaceIsTheSame(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.target(
                set(databases, "intervalstyle = 'Postgres'"),
                set(databases, "search_path = \"$user\",public"),
                set(databases, "array_nulls = yes"));

        ObligationResult result = judge(databases, "{ }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
    }

    @Test
    void anotherLocaleOrEncodingIsTold(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        servers.target()
                .execute(
                        "postgres",
                        "drop database " + databases.name(),
                        "create database " + databases.name()
                                + " template template0 encoding 'LATIN1' locale_provider icu icu_locale 'de'");

        assertThat(judge(databases, "{ }").cause())
                .contains("setting encoding of the database is 'UTF8' on source, 'LATIN1' on target")
                .contains("setting locale provider of the database is 'libc' on source, 'icu' on target")
                .contains("setting locale of the database is 'none' on source, 'de' on target");
    }

    @Test
    void whatMayDifferIsToldAndNotFailed(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create();
        databases.target(set(databases, "timezone = 'Asia/Tokyo'"));

        ObligationResult result = judge(
                databases, "{ may-differ: [ { what: setting Time*, why: every client sets its own, owner: jo } ] }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(result.recorded().notes())
                .contains("1 known by databases.main.may-differ: setting TimeZone is the server's own (which the gate's"
                        + " connection cannot see) on source, 'Asia/Tokyo' on target (every client sets its own; jo)");
    }

    @Test
    void indexesThatAnotherLibraryMadeAreNamed(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(
                "create collation german (provider = icu, locale = 'de')",
                "create table t (a text collate german primary key, b text)",
                "create index t_b on t (b collate german)");
        databases.target("update pg_collation set collversion = '1' where collname = 'german'");

        ObligationResult result = judge(databases, "{ }");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("collations whose library has changed of main at target is 1")
                .contains("collation public.german was of version 1 and is now ")
                .contains(": rebuild public.t_b, public.t_pkey, then ALTER COLLATION … REFRESH VERSION");
    }
}
