package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of every shape, with what is said of them when the target was tampered with. */
@ExtendWith(ServersExtension.class)
class ShapesTest {

    @Test
    void everyShapeIsComparedByTheBestKeyThatItHas(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table composite (a uuid, b date, c text, d text, primary key (a, b, c));"
                        + " insert into composite select 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', date '2026-01-01' + i,"
                        + " 'Käse ' || i, 'd' from generate_series(1, 9) i",
                "create table by_unique (a int not null, b text); create unique index on by_unique (a);"
                        + " insert into by_unique values (1, 'x'), (2, 'y')",
                "create table nullable_unique (a int unique, b text); insert into nullable_unique values (null, 'x')",
                "create table \"Order Items\" (\"Order \"\"No\"\"\" int primary key, \"a?b\" text);"
                        + " insert into \"Order Items\" values (1, 'x')",
                "create table generated (a int primary key, b int, c int generated always as (b * 2) stored);"
                        + " insert into generated values (1, 2)",
                "create table empty (a int primary key)",
                "create table columnless (); insert into columnless default values",
                "create table parted (a int, b text, primary key (a)) partition by range (a);"
                        + " create table parted_1 partition of parted for values from (0) to (10);"
                        + " create table parted_2 partition of parted for values from (10) to (20);"
                        + " insert into parted select i, 'x' from generate_series(1, 19) i",
                "create table parent (a int primary key); create table child (b text) inherits (parent);"
                        + " insert into parent values (1); insert into child values (1, 'x')",
                "create materialized view computed as select count(*) as n from composite");
        databases.target(
                "update composite set d = 'D' where c = 'Käse 4'",
                "update by_unique set b = null where a = 2",
                "insert into nullable_unique values (null, 'x')",
                "update \"Order Items\" set \"a?b\" = 'y'",
                "update generated set b = 3",
                "insert into columnless default values",
                "delete from parted where a = 15",
                "update child set b = 'y'",
                "insert into composite values ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12', '2026-01-01', '', null);"
                        + " refresh materialized view computed");

        Compared compared = Compared.of(databases);

        assertThat(compared.differences("composite"))
                .containsExactly(
                        "changed a='a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', b='2026-01-05', c='Käse 4':"
                                + " d 'd' on source, 'D' on target",
                        "extra a='a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12', b='2026-01-01', c=''");
        assertThat(compared.differences("by_unique")).containsExactly("changed a='2': b 'y' on source, NULL on target");
        assertThat(compared.differences("nullable_unique")).containsExactly("extra a=NULL, b='x'");
        assertThat(compared.differences("Order Items"))
                .containsExactly("changed Order \"No\"='1': a?b 'x' on source, 'y' on target");
        assertThat(compared.differences("generated"))
                .containsExactly("changed a='1': b '2' on source, '3' on target, c '4' on source, '6' on target");
        assertThat(compared.table("empty").differing()).isZero();
        assertThat(compared.table("columnless").counts()).containsEntry(Kind.EXTRA, 1L);
        assertThat(compared.differences("parted")).containsExactly("missing a='15'");
        assertThat(compared.table("parent").differing()).isZero();
        assertThat(compared.table("parent").rows().source()).isEqualTo(1);
        assertThat(compared.differences("child")).containsExactly("extra a='1', b='y'", "missing a='1', b='x'");
        assertThat(compared.differences("computed")).containsExactly("extra n='10'", "missing n='9'");
        assertThat(compared.result().tables()).hasSize(11);
    }

    @Test
    void valuesThatTwoRowsExchangedAreFound(Servers servers) throws SQLException {
        // A sum of PostgreSQL's record hashes is the same before and after.
        Databases databases = servers.create(
                "create table swapped (id int primary key, a text); insert into swapped values (1, 'x'), (2, 'y')");
        databases.target("update swapped set a = case a when 'x' then 'y' else 'x' end");

        assertThat(Compared.of(databases).differences("swapped"))
                .containsExactly(
                        "changed id='1': a 'x' on source, 'y' on target",
                        "changed id='2': a 'y' on source, 'x' on target");
    }

    @Test
    void copiesOfARowAreCounted(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table bag (a text, b text); insert into bag select 'x', null from generate_series(1, 5);"
                        + " insert into bag values ('', 'x')");
        databases.target("delete from bag where ctid in (select ctid from bag where b is null limit 3)");

        Compared compared = Compared.of(databases);

        assertThat(compared.differences("bag")).containsExactly("missing a='x', b=NULL (3 times)");
        assertThat(compared.table("bag").counts()).containsEntry(Kind.MISSING, 3L);
    }

    @Test
    void aLargeTableIsOpenedOnlyWhereItDiffers(Servers servers) throws SQLException {
        Databases databases = servers.create("create table large (id bigint primary key, a text);"
                + " insert into large select i, 'row ' || i from generate_series(1, 60000) i");
        databases.target(
                "update large set a = 'other' where id = 31415",
                "delete from large where id = 1",
                "insert into large values (-9, 'new')");

        Compared compared = Compared.of(databases);

        assertThat(compared.differences("large"))
                .containsExactly(
                        "changed id='31415': a 'row 31415' on source, 'other' on target",
                        "extra id='-9'",
                        "missing id='1'");
        assertThat(compared.table("large").rows().source()).isEqualTo(60_000);
    }

    @Test
    void ofManyDifferencesAllAreCountedAndSomeShown(Servers servers) throws SQLException {
        Databases databases = servers.create("create table many (id int primary key, a int);"
                + " insert into many select i, i from generate_series(1, 5000) i");
        databases.target("update many set a = a + 1 where id > 1000");

        Compared compared = Compared.of(databases);

        assertThat(compared.table("many").counts()).containsEntry(Kind.CHANGED, 4_000L);
        assertThat(compared.table("many").shown()).hasSize(20);
        assertThat(compared.table("many").describe()).contains("; … (4000 changed; 5000 rows on source");
    }

    @Test
    void aLongCellIsShownByItsBeginningAndItsDigest(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table long (id int primary key, a text); insert into long values (1, repeat('a', 100000))");
        databases.target("update long set a = repeat('a', 99999) || 'b'");

        assertThat(Compared.of(databases).differences("long"))
                .singleElement()
                .satisfies(
                        difference -> assertThat(difference)
                                .hasSizeLessThan(700)
                                .contains(
                                        "a… (100000 characters, SHA-256 6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee)"));
    }

    @Test
    void tablesOfOneSideAreCounted(Servers servers) throws SQLException {
        Databases databases = servers.create("create table here (a int primary key); insert into here values (1)");
        databases.source("create table gone (a int); insert into gone values (1), (2)");
        databases.target("create table new (a int); insert into new values (1)");

        Compared compared = Compared.of(databases);

        assertThat(compared.table("gone").counts()).containsEntry(Kind.MISSING, 2L);
        assertThat(compared.table("new").counts()).containsEntry(Kind.EXTRA, 1L);
        assertThat(compared.table("gone").oneSided()).containsExactly("the table is missing on target");
    }

    @Test
    void whatCannotBeReadIsNamed(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table here (a int primary key); insert into here values (1)",
                "create extension postgres_fdw; create server far foreign data wrapper postgres_fdw;"
                        + " create foreign table remote (a int) server far",
                "create table parted (a int) partition by list (a);"
                        + " create foreign table parted_far partition of parted for values in (1) server far",
                "create materialized view never as select 1 with no data");

        Compared compared = Compared.of(databases);

        assertThat(compared.result().uncompared().toString())
                .isEqualTo("{public.never=a materialized view that was never refreshed,"
                        + " public.parted=one of its partitions is a foreign table: its rows stand in another server,"
                        + " public.remote=a foreign table: its rows stand in another server}");
        assertThat(compared.result().tables()).hasSize(1);
    }

    @Test
    void largeObjectsAreComparedByContent(Servers servers) throws SQLException {
        Databases databases = servers.create("select lo_from_bytea(4711, 'a'), lo_from_bytea(4712, 'b')");
        databases.target("select lo_unlink(4712), lo_put(4711, 0, 'x')");

        assertThat(Compared.of(databases).differences("pg_largeobject"))
                .containsExactly(
                        "changed oid='4711': content '\\x61' on source, '\\x78' on target", "missing oid='4712'");
    }

    @Test
    void partitionsInAComparedSchemaCountWhereverTheirTableStands(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create schema hidden; create table hidden.parted (a int primary key, b text) partition by range (a);"
                        + " create table part partition of hidden.parted for values from (0) to (10);"
                        + " insert into part values (1, 'x')");
        databases.target("update part set b = 'y'");
        Selection onlyPublic = new Selection(false, List.of("public"), List.of(), List.of(), Map.of());

        assertThat(Compared.of(databases, onlyPublic).differences("part")).hasSize(1);
        assertThat(Compared.of(databases).result().tables()).hasSize(1);
    }

    @Test
    void aRowTwiceUnderOneKeyIsNeverCalledEqual(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table t (id int primary key, a text);" + " insert into t values (1, 'x'), (2, 'y')");
        // As after a collation's change or a damaged index: the index does not know the second row.
        databases.target(
                "update pg_index set indisready = false where indexrelid = 't_pkey'::regclass",
                "insert into t values (2, 'y')",
                "update pg_index set indisready = true where indexrelid = 't_pkey'::regclass");

        Compared compared = Compared.of(databases);

        assertThat(compared.result().verdict()).isNotEqualTo(DataResult.Verdict.EQUAL);
        assertThat(compared.result().uncompared().toString())
                .contains("the sums of public.t differ (2 rows on source, 3 on target)");
    }
}
