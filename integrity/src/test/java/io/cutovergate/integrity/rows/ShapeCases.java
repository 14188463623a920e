package io.cutovergate.integrity.rows;

import java.util.List;

/** Tables of every shape in which one row differs, and what is said of it. */
final class ShapeCases {

    /**
     * A table that is the same on both sides until the target is changed.
     *
     * @param table its name
     * @param expected what is said, sorted
     */
    record Shape(String table, String setup, String change, List<String> expected) {}

    private static final String COPIES = " select i, 'v' || i from generate_series(1, 9) i";

    // spotless:off: a table
    static final List<Shape> ALL = List.of(
            new Shape("shifted", "create table shifted (id int primary key, a text, b text); insert into shifted values (1, 'ab', 'c')",
                    "update shifted set a = 'a', b = 'bc'",
                    List.of("changed id='1': a 'ab' on source, 'a' on target, b 'c' on source, 'bc' on target")),
            new Shape("null_moved", "create table null_moved (id int primary key, a int, b int); insert into null_moved values (1, 1, null)",
                    "update null_moved set a = null, b = 1",
                    List.of("changed id='1': a '1' on source, NULL on target, b NULL on source, '1' on target")),
            new Shape("swapped", "create table swapped (id int primary key, a text); insert into swapped values (1, 'x'), (2, 'y')",
                    "update swapped set a = case a when 'x' then 'y' else 'x' end",
                    List.of("changed id='1': a 'x' on source, 'y' on target", "changed id='2': a 'y' on source, 'x' on target")),
            new Shape("elements_traded", "create table elements_traded (id int primary key, a int[] not null); insert into elements_traded values (1, '{1,2}'), (2, '{3,4}')",
                    "update elements_traded set a = array[4 - a[1], a[2]]",
                    List.of("changed id='1': a '{1,2}' on source, '{3,2}' on target", "changed id='2': a '{3,4}' on source, '{1,4}' on target")),
            new Shape("signs_traded", "create table signs_traded (id int primary key, a numeric not null, b float8 not null); insert into signs_traded values (1, 1.5, 0), (2, -1.5, '-0')",
                    "update signs_traded set a = -a, b = -b",
                    List.of("changed id='1': a '1.5' on source, '-1.5' on target, b '0' on source, '-0' on target",
                            "changed id='2': a '-1.5' on source, '1.5' on target, b '-0' on source, '0' on target")),
            new Shape("composite", "create table composite (a int, b text, c int, primary key (a, b)); insert into composite values (1, 'x', 1), (1, 'y', 2)",
                    "update composite set c = 3 where b = 'y'", List.of("changed a='1', b='y': c '2' on source, '3' on target")),
            new Shape("by_uuid", "create table by_uuid (id uuid primary key, a int); insert into by_uuid select ('00000000-0000-0000-0000-00000000000' || i)::uuid, i from generate_series(1, 9) i",
                    "update by_uuid set a = 0 where a = 7", List.of("changed id='00000000-0000-0000-0000-000000000007': a '7' on source, '0' on target")),
            new Shape("by_text", "create table by_text (id text primary key, a int); insert into by_text select 'Käse ' || i, i from generate_series(1, 9) i",
                    "update by_text set a = 0 where a = 7", List.of("changed id='Käse 7': a '7' on source, '0' on target")),
            new Shape("by_date", "create table by_date (id date primary key, a int); insert into by_date select date '2026-01-01' + i, i from generate_series(1, 9) i",
                    "update by_date set a = 0 where a = 7", List.of("changed id='2026-01-08': a '7' on source, '0' on target")),
            new Shape("by_time", "create table by_time (id timestamptz primary key, a int); insert into by_time select timestamptz '2026-01-01 00:00+00' + i * interval '1 microsecond', i from generate_series(1, 9) i",
                    "update by_time set a = 0 where a = 7", List.of("changed id='2026-01-01 00:00:00.000007+00': a '7' on source, '0' on target")),
            new Shape("by_bytes", "create table by_bytes (id bytea primary key, a int); insert into by_bytes values ('\\x00', 1), ('\\xff', 2)",
                    "update by_bytes set a = 0 where a = 2", List.of("changed id='\\xff': a '2' on source, '0' on target")),
            new Shape("by_numeric", "create table by_numeric (id numeric primary key, a int); insert into by_numeric values (1.5, 1), (12345678901234567890, 2)",
                    "update by_numeric set a = 0 where a = 2", List.of("changed id='12345678901234567890': a '2' on source, '0' on target")),
            new Shape("key_changed", "create table key_changed (id int primary key, a text); insert into key_changed" + COPIES,
                    "update key_changed set id = 99 where id = 7", List.of("extra id='99'", "missing id='7'")),
            new Shape("row_missing", "create table row_missing (id int primary key, a text); insert into row_missing" + COPIES,
                    "delete from row_missing where id = 7", List.of("missing id='7'")),
            new Shape("row_extra", "create table row_extra (id int primary key, a text); insert into row_extra" + COPIES,
                    "insert into row_extra values (-1, null)", List.of("extra id='-1'")),
            new Shape("emptied", "create table emptied (id int primary key); insert into emptied values (1)",
                    "delete from emptied", List.of("missing id='1'")),
            new Shape("by_unique", "create table by_unique (a int not null unique, b text); insert into by_unique" + COPIES,
                    "update by_unique set b = null where a = 2", List.of("changed a='2': b 'v2' on source, NULL on target")),
            new Shape("unique_or_null", "create table unique_or_null (a int unique, b text); insert into unique_or_null values (null, 'x')",
                    "insert into unique_or_null values (null, 'x')", List.of("extra a=NULL, b='x'")),
            new Shape("deferred_key", "create table deferred_key (id int primary key deferrable, a text); insert into deferred_key values (1, 'x')",
                    "update deferred_key set a = 'y'", List.of("extra id='1', a='y'", "missing id='1', a='x'")),
            new Shape("bag_doubled", "create table bag_doubled (a text, b text); insert into bag_doubled values ('x', null), ('y', '')",
                    "insert into bag_doubled values ('x', null)", List.of("extra a='x', b=NULL")),
            new Shape("bag_fewer", "create table bag_fewer (a text); insert into bag_fewer select 'x' from generate_series(1, 5)",
                    "delete from bag_fewer where ctid in (select ctid from bag_fewer limit 2)", List.of("missing a='x' (2 times)")),
            new Shape("bag_swapped", "create table bag_swapped (a int, b text); insert into bag_swapped values (1, 'x'), (2, 'y')",
                    "update bag_swapped set b = case b when 'x' then 'y' else 'x' end",
                    List.of("extra a='1', b='y'", "extra a='2', b='x'", "missing a='1', b='x'", "missing a='2', b='y'")),
            new Shape("bag_traded", "create table bag_traded (a text); insert into bag_traded values ('x'), ('x'), ('y')",
                    "update bag_traded set a = 'y' where ctid = (select min(ctid) from bag_traded)", List.of("extra a='y'", "missing a='x'")),
            new Shape("parted", "create table parted (a int primary key, b text) partition by range (a);"
                    + " create table parted_1 partition of parted for values from (0) to (5); create table parted_2 partition of parted default;"
                    + " insert into parted" + COPIES,
                    "update parted set b = 'x' where a = 7", List.of("changed a='7': b 'v7' on source, 'x' on target")),
            new Shape("parted_twice", "create table parted_twice (a int, b int, c int, primary key (a, b)) partition by list (a);"
                    + " create table parted_twice_1 partition of parted_twice for values in (1) partition by hash (b);"
                    + " create table parted_twice_1_0 partition of parted_twice_1 for values with (modulus 1, remainder 0);"
                    + " insert into parted_twice values (1, 1, 1)",
                    "update parted_twice set c = 2", List.of("changed a='1', b='1': c '1' on source, '2' on target")),
            new Shape("Order Items", "create table \"Order Items\" (\"Order \"\"No\"\"\" int primary key, \"a?b\" text); insert into \"Order Items\" values (1, 'x')",
                    "update \"Order Items\" set \"a?b\" = 'y'", List.of("changed Order \"No\"='1': a?b 'x' on source, 'y' on target")),
            new Shape("Größe_日本", "create table \"Größe_日本\" (\"schlüssel\" int primary key, \"wert$1\" text); insert into \"Größe_日本\" values (1, 'x')",
                    "update \"Größe_日本\" set \"wert$1\" = 'y'", List.of("changed schlüssel='1': wert$1 'x' on source, 'y' on target")),
            new Shape("select", "create table \"select\" (\"from\" int primary key, \"where\" text); insert into \"select\" values (1, 'x')",
                    "update \"select\" set \"where\" = 'y'", List.of("changed from='1': where 'x' on source, 'y' on target")),
            new Shape("elsewhere", "create schema \"Other One\"; create table \"Other One\".elsewhere (id int primary key, a int); insert into \"Other One\".elsewhere values (1, 1)",
                    "update \"Other One\".elsewhere set a = 2", List.of("changed id='1': a '1' on source, '2' on target")),
            new Shape("generated", "create table generated (a int primary key, b int, c int generated always as (b * 2) stored); insert into generated values (1, 2)",
                    "update generated set b = 3", List.of("changed a='1': b '2' on source, '3' on target, c '4' on source, '6' on target")),
            new Shape("unlogged", "create unlogged table unlogged (id int primary key, a int); insert into unlogged values (1, 1)",
                    "delete from unlogged", List.of("missing id='1'")),
            new Shape("parent", "create table parent (a int primary key, b text); create table child (c text) inherits (parent); insert into parent values (1, 'x'); insert into child values (2, 'y', 'z')",
                    "update only parent set b = 'y'", List.of("changed a='1': b 'x' on source, 'y' on target")),
            new Shape("heir", "create table ancestor (a int); create table heir (b text) inherits (ancestor); insert into heir values (1, 'x')",
                    "update heir set b = 'y'", List.of("extra a='1', b='y'", "missing a='1', b='x'")),
            new Shape("computed", "create table computed_from (a int primary key); insert into computed_from values (1);"
                    + " create materialized view computed as select count(*) as n from computed_from",
                    "insert into computed_from values (2); refresh materialized view computed; delete from computed_from where a = 2",
                    List.of("extra n='2'", "missing n='1'")),
            new Shape("toasted", "create table toasted (id int primary key, a text); alter table toasted alter a set storage external;"
                    + " insert into toasted values (1, repeat('x', 5000) || 'a'), (2, 'b')",
                    "update toasted set a = 'c' where id = 2", List.of("changed id='2': a 'b' on source, 'c' on target")),
            new Shape("dropped", "create table dropped (id int primary key, x int, a text); alter table dropped drop column x; insert into dropped values (1, 'x')",
                    "update dropped set a = 'y'", List.of("changed id='1': a 'x' on source, 'y' on target")),
            new Shape("added", "create table added (id int primary key); insert into added values (1); alter table added add a int default 7",
                    "update added set a = 8", List.of("changed id='1': a '7' on source, '8' on target")),
            new Shape("guarded", "create table guarded (id int primary key, a int); insert into guarded values (1, 1);"
                    + " alter table guarded enable row level security",
                    "update guarded set a = 2", List.of("changed id='1': a '1' on source, '2' on target")),
            new Shape("pg_largeobject", "select lo_from_bytea(4711, 'a'), lo_from_bytea(4712, 'b')",
                    "select lo_put(4711, 0, 'x')", List.of("changed oid='4711': content '\\x61' on source, '\\x78' on target")));
    // spotless:on

    private ShapeCases() {}
}
