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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were loaded past a constraint, each told; and rows that look as if they broke one. */
@ExtendWith(ServersExtension.class)
class ConstraintChecksTest {

    private static final String[] SCHEMA = {
        "create extension citext; create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "create table one (id bigint primary key, parent bigint references one); insert into one values (1, null), (2, 1)",
        "create table simple (id int primary key, one int references one); insert into simple values (1, 1), (2, null)",
        "create table pair (a int, b int, primary key (a, b)); insert into pair values (1, 1)",
        "create table partly (a int, b int, foreign key (a, b) references pair);"
                + " insert into partly values (1, 1), (7, null), (null, 7), (null, null)",
        "create table fully (a int, b int, foreign key (a, b) references pair match full);"
                + " insert into fully values (1, 1), (null, null)",
        "create table words (w citext primary key); insert into words values ('Word')",
        "create table word (w citext references words); insert into word values ('WORD')",
        "create table names (n text collate blind primary key); insert into names values ('Name')",
        "create table name (n text collate \"C\" references names); insert into name values ('NAME')",
        "create table days (d date primary key) partition by range (d);"
                + " create table days_1 partition of days for values from ('2026-01-01') to ('2027-01-01');"
                + " insert into days values ('2026-11-22')",
        "create table shifts (d date references days, e int) partition by list (e);"
                + " create table shifts_1 partition of shifts for values in (1); insert into shifts values ('2026-11-22', 1)",
        "create table \"Odd Name\" (\"a b\" bigint references one (id)); insert into \"Odd Name\" values (1)"
    };

    private static final String PAST_TRIGGERS = "set session_replication_role = replica";

    @TempDir
    private Path folder;

    /** What became of each claim, by its last part. */
    private Map<String, ObligationResult> judge(Databases databases, String integrity, String rules)
            throws IOException {
        return Gated.run(ConstraintChecks.class, folder, databases.sourceUrl(), databases.targetUrl(), integrity, rules)
                .result()
                .items()
                .stream()
                .flatMap(item -> item.obligations().stream())
                .collect(Collectors.toMap(
                        result -> result.obligation().claim().id().replaceAll(".*/", ""), result -> result));
    }

    private ObligationResult judge(Databases databases, String claim) throws IOException {
        return Objects.requireNonNull(judge(databases, "{ }", "{ }").get(claim), claim);
    }

    @Test
    void whatHoldsIsProvenAndCounted(Servers servers) throws SQLException, IOException {
        Map<String, ObligationResult> results = judge(servers.create(SCHEMA), "{ }", "{ }");

        assertThat(results).hasSize(3).allSatisfy((claim, result) -> assertThat(result.status())
                .as(claim + ": " + result.cause())
                .isEqualTo(Status.PROVEN));
        assertThat(Objects.requireNonNull(results.get("foreign-keys-hold"))
                        .recorded()
                        .samples())
                .extracting(Sample::sentence)
                .containsExactly(
                        "foreign keys examined of main at target is 8; rule: exactly 8 (all that target declares)");
        assertThat(Objects.requireNonNull(results.get("unique-keys-hold"))
                        .recorded()
                        .samples())
                .extracting(Sample::value)
                .containsExactly("2");
    }

    @Test
    void everyOrphanIsToldByWhatItRefersTo(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SCHEMA);
        databases.target(
                PAST_TRIGGERS,
                "insert into simple values (3, 99), (4, 99), (5, 98)",
                "update one set parent = 77 where id = 2",
                "insert into partly values (1, 9)",
                "insert into fully values (null, 1)",
                "insert into word values ('other')",
                "insert into name values ('other')",
                "insert into shifts values ('2026-11-23', 1)",
                "insert into \"Odd Name\" values (5)");

        assertThat(List.of(judge(databases, "foreign-keys-hold").cause().split("rows that break it of ")))
                .filteredOn(part -> !part.isBlank())
                .extracting(part -> part.strip().replaceFirst("[;/]$", "").strip())
                .allSatisfy(part -> assertThat(part).contains("0 of them also on source, which has 0"))
                .extracting(part -> part.replaceAll("; rule: .*\\(databases.main.may-differ\\); | \\(0 of them.*", " "))
                .containsExactly(
                        "foreign key public.Odd Name.Odd Name_a b_fkey of main at target is 1 1 row breaks it: a b='5' (1 row) ",
                        "foreign key public.fully.fully_a_b_fkey of main at target is 1 1 row breaks it: a=NULL, b='1' (1 row) ",
                        "foreign key public.name.name_n_fkey of main at target is 1 1 row breaks it: n='other' (1 row) ",
                        "foreign key public.one.one_parent_fkey of main at target is 1 1 row breaks it: parent='77' (1 row) ",
                        "foreign key public.partly.partly_a_b_fkey of main at target is 1 1 row breaks it: a='1', b='9' (1 row) ",
                        "foreign key public.shifts.shifts_d_fkey of main at target is 1 1 row breaks it: d='2026-11-23' (1 row) ",
                        "foreign key public.simple.simple_one_fkey of main at target is 3 3 rows break it: one='98' (1 row); one='99' (2 rows) ",
                        "foreign key public.word.word_w_fkey of main at target is 1 1 row breaks it: w='other' (1 row) ");
    }

    @Test
    void orphansOfTheSourceAreNoted(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SCHEMA);
        databases.both(PAST_TRIGGERS, "insert into simple values (3, 99), (4, 98)");

        ObligationResult same = judge(databases, "foreign-keys-hold");
        databases.target(PAST_TRIGGERS, "delete from simple where id = 4", "insert into simple values (5, 97)");
        ObligationResult other = judge(databases, "foreign-keys-hold");

        assertThat(same.status()).as(same.cause()).isEqualTo(Status.PROVEN);
        assertThat(same.recorded().notes())
                .containsExactly("foreign keys that do not hold, on source as well in main: foreign key"
                        + " public.simple.simple_one_fkey: 2 rows break it: one='98' (1 row); one='99' (1 row)"
                        + " (2 of them also on source, which has 2)");
        assertThat(other.cause())
                .contains("is 1; rule: exactly 0")
                .contains("one='97' (1 row); one='99' (1 row) (1 of them also on source, which has 2)");
    }

    @Test
    void maskedValuesAndExcludedTablesAreNotShown(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SCHEMA);
        databases.target(PAST_TRIGGERS, "insert into simple values (3, 4711)", "insert into word values ('secret')");

        ObligationResult result = Objects.requireNonNull(judge(
                        databases,
                        "{ exclude: [ { table: simple, why: kept apart, owner: jo, until: 2999-12-31 } ] }",
                        "{ masked: { word: [w] } }")
                .get("foreign-keys-hold"));

        assertThat(result.cause()).contains("w='***' (1 row)").doesNotContain("4711");
        assertThat(result.toString()).doesNotContain("secret");
        assertThat(result.recorded().notes())
                .containsExactly("foreign keys of tables that are left out in main: foreign key"
                        + " public.simple.simple_one_fkey");
    }

    @Test
    void aPeriodThatIsNotCoveredIsTold(Servers servers) throws SQLException, IOException {
        Databases databases = servers.acrossVersions().create("create extension btree_gist");
        databases.target(
                "create table rooms (id int, open daterange, primary key (id, open without overlaps));"
                        + " insert into rooms values (1, '[2026-01-01,2026-06-01)'), (1, '[2026-06-01,2027-01-01)')",
                "create table stays (room int, days daterange, foreign key (room, period days)"
                        + " references rooms (id, period open)); insert into stays values (1, '[2026-05-01,2026-07-01)')",
                PAST_TRIGGERS,
                "insert into stays values (1, '[2026-12-01,2027-02-01)'), (2, '[2026-01-01,2026-01-02)')");

        assertThat(judge(databases, "foreign-keys-hold").cause())
                .contains("foreign key public.stays.stays_room_days_fkey of main at target is 2")
                .contains("source could not be asked");
    }

    @Test
    void aTableThatMayNotBeReadLeavesTheClaimUnproven(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SCHEMA);
        databases.target(
                "do 'begin if not exists (select from pg_roles where rolname = ''peeper'') then create role peeper login;"
                        + " end if; end'",
                "grant select on all tables in schema public to peeper; revoke select on words from peeper");

        ObligationResult result = Gated.run(
                        ConstraintChecks.class,
                        folder,
                        databases.sourceUrl(),
                        databases.targetUrl().replace("postgres@", "peeper@"),
                        "{ }",
                        "{ }")
                .result()
                .items()
                .get(0)
                .obligations()
                .stream()
                .filter(one -> one.obligation().claim().id().endsWith("foreign-keys-hold"))
                .findFirst()
                .orElseThrow();

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause())
                .contains("of 8 foreign keys of main not examined: foreign key public.word.word_w_fkey")
                .contains("permission denied for table words");
    }

    @Test
    void doublesThatAnIndexLetInAreTold(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(
                "create extension citext",
                "create table users (id int primary key, email citext unique, login text, gone bool)",
                "create unique index users_login on users (lower(login)) where not gone",
                "insert into users values (1, 'a@shop.example', 'A', false), (2, null, 'a', true), (3, null, null, false)");
        String ready = "update pg_index set indisready = %s where indexrelid in ('users_login'::regclass,"
                + " 'users_email_key'::regclass)";
        databases.target(ready.formatted("false"));
        databases.target("insert into users values (4, 'A@shop.example', 'a', false)");
        databases.target(ready.formatted("true"));

        ObligationResult result = Objects.requireNonNull(
                judge(databases, "{ }", "{ masked: { users: [email] } }").get("unique-keys-hold"));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("unique key public.users.users_email_key of main at target is 2")
                .contains("email='***' (2 rows)")
                .contains("unique key public.users.users_login of main at target is 2")
                .contains("lower(login)='a' (2 rows)")
                .doesNotContain("@shop");
    }

    @Test
    void rowsThatBreakACheckThatIsNotValidAreTold(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(
                "create table t (id int primary key, a int); insert into t values (1, -1), (2, null), (3, 5)",
                "alter table t add constraint positive check (a > 0) not valid");

        ObligationResult same = judge(databases, "unvalidated-checks-hold");
        databases.target(
                "alter table t drop constraint positive",
                "insert into t values (4, -7)",
                "alter table t add constraint positive check (a > 0) not valid");
        ObligationResult more = judge(databases, "unvalidated-checks-hold");

        assertThat(same.status()).as(same.cause()).isEqualTo(Status.PROVEN);
        assertThat(same.recorded().notes())
                .containsExactly("checks that are not valid that do not hold, on source as well in main: check"
                        + " public.t.positive: 1 row breaks it (1 of them also on source, which has 1)");
        assertThat(more.cause()).contains("check public.t.positive of main at target is 1; rule: exactly 0");
    }
}
