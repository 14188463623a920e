package io.cutovergate.integrity.rows;

import java.util.List;

/** Tables of equal rows that were made, stored or are shown in another way. */
final class EqualCases {

    /** A table of each side, made by its statements; it has the case's name. */
    record Pair(String table, String source, String target) {}

    /** A setting of the target's database. */
    static final List<String> SETTINGS = List.of(
            "TimeZone = 'Asia/Tokyo'",
            "DateStyle = 'German'",
            "DateStyle = 'SQL, DMY'",
            "IntervalStyle = 'iso_8601'",
            "extra_float_digits = 0",
            "bytea_output = 'escape'",
            "search_path = 'elsewhere'",
            "xmlbinary = 'hex'",
            "xmloption = 'document'",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off",
            "lc_monetary = 'C.utf8'",
            "lc_time = 'C.utf8'",
            "array_nulls = off",
            "transform_null_equals = on",
            "default_transaction_isolation = 'serializable'",
            "default_text_search_config = 'pg_catalog.german'",
            "timezone_abbreviations = 'India'",
            "default_toast_compression = 'pglz'",
            "enable_hashagg = off");

    /** A value of every type that a setting changes the look of. */
    static final String SETTINGS_TABLE =
            "create table settings (id timestamptz primary key, a interval, b float8, c bytea,"
                    + " d money, e tstzrange, f timestamptz[], g date, h xml, i float4, j timestamp, k timetz, l text[], m tsvector,"
                    + " n regclass, o tstzmultirange, p numeric, q float8[]);"
                    + " insert into settings values ('2026-11-22 12:00+00', '1 mon 2 days 03:04', 0.1, '\\x00ff', '12.34',"
                    + " '[2026-11-22 12:00+00,)', '{2026-11-22 12:00+00}', '2026-11-22', '<a>b</a>', 0.1, '2026-03-04 05:06',"
                    + " '12:00+02', '{a,NULL}', 'a:1', 'pg_catalog.pg_class', '{[2026-11-22 12:00+00,)}', 1.50, '{0.1}')";

    private static final String A_B_C = " (a int primary key, b text, c numeric); insert into ";
    private static final String ROWS = " select i, 'v' || i, i / 3.0 from generate_series(1, 50) i";

    // spotless:off: a table
    static final List<Pair> ALL = List.of(
            // how it was made
            new Pair("column_order",
                    "create table column_order" + A_B_C + "column_order" + ROWS,
                    "create table column_order (c numeric, b text, a int primary key); insert into column_order (a, b, c)" + ROWS),
            new Pair("dropped_column",
                    "create table dropped_column" + A_B_C + "dropped_column" + ROWS,
                    "create table dropped_column (a int primary key, x int default 7, b text, c numeric);"
                            + " insert into dropped_column (a, b, c)" + ROWS + "; alter table dropped_column drop column x"),
            new Pair("added_column",
                    "create table added_column (a int primary key, d int); insert into added_column select i, 7 from generate_series(1, 9) i",
                    "create table added_column (a int primary key); insert into added_column select i from generate_series(1, 9) i;"
                            + " alter table added_column add column d int default 7"),
            new Pair("other_key",
                    "create table other_key (a int primary key, b text not null unique, c numeric); insert into other_key" + ROWS,
                    "create table other_key (a int not null, b text primary key, c numeric); insert into other_key" + ROWS),
            new Pair("other_indexes",
                    "create table other_indexes" + A_B_C + "other_indexes" + ROWS,
                    "create table other_indexes" + A_B_C + "other_indexes" + ROWS
                            + "; create index on other_indexes (b); create index on other_indexes using hash (c); create statistics both_of_it on b, c from other_indexes; analyze other_indexes"),
            new Pair("numbered",
                    "create table numbered (a serial primary key, b text); insert into numbered (b) values ('x'), ('y')",
                    "create table numbered (a int generated always as identity primary key, b text); insert into numbered (b) values ('x'), ('y')"),
            new Pair("computed",
                    "create table computed (a int primary key, b int generated always as (a * 2) stored); insert into computed values (1), (2)",
                    "create table computed (a int primary key, b int); insert into computed values (1, 2), (2, 4)"),
            new Pair("defaults",
                    "create table defaults (a int primary key, b text default 'x' check (b <> '')); insert into defaults values (1, 'y')",
                    "create table defaults (a int primary key, b text not null); insert into defaults values (1, 'y')"),
            new Pair("guarded",
                    "create table guarded (a int primary key); insert into guarded values (1)",
                    "create table guarded (a int primary key); insert into guarded values (1); alter table guarded enable row level security;"
                            + " create policy none on guarded using (false)"),
            new Pair("triggered",
                    "create table triggered (a int primary key, b int); insert into triggered values (1, 1)",
                    "create function noop() returns trigger language plpgsql as 'begin return new; end';"
                            + " create table triggered (a int primary key, b int); insert into triggered values (1, 1);"
                            + " create trigger t before update on triggered for each row execute function noop()"),
            // where it stands
            new Pair("physical_order",
                    "create table physical_order" + A_B_C + "physical_order" + ROWS,
                    "create table physical_order" + A_B_C + "physical_order" + ROWS + " order by i desc"),
            new Pair("bag_order",
                    "create table bag_order (a int, b text, c numeric); insert into bag_order" + ROWS + "; insert into bag_order" + ROWS,
                    "create table bag_order (a int, b text, c numeric); insert into bag_order" + ROWS + " order by i desc; insert into bag_order" + ROWS),
            new Pair("row_versions",
                    "create table row_versions" + A_B_C + "row_versions" + ROWS,
                    "create table row_versions" + A_B_C + "row_versions" + ROWS + "; update row_versions set b = b"),
            new Pair("holes",
                    "create table holes" + A_B_C + "holes" + ROWS,
                    "create table holes" + A_B_C + "holes" + ROWS + "; insert into holes select i, 'gone', 0 from generate_series(100, 900) i; delete from holes where a >= 100"),
            new Pair("clustered",
                    "create table clustered" + A_B_C + "clustered" + ROWS,
                    "create table clustered (a int, b text primary key, c numeric); insert into clustered" + ROWS + "; cluster clustered using clustered_pkey"),
            new Pair("half_full",
                    "create table half_full" + A_B_C + "half_full" + ROWS,
                    "create table half_full (a int primary key, b text, c numeric) with (fillfactor = 10); insert into half_full" + ROWS),
            new Pair("unlogged",
                    "create table unlogged" + A_B_C + "unlogged" + ROWS,
                    "create unlogged table unlogged" + A_B_C + "unlogged" + ROWS),
            new Pair("stored_outside",
                    "create table stored_outside (a int primary key, b text); alter table stored_outside alter b set storage external;"
                            + " insert into stored_outside values (1, repeat('long ', 20000))",
                    "create table stored_outside (a int primary key, b text); insert into stored_outside values (1, repeat('long ', 20000))"),
            new Pair("stored_inside",
                    "create table stored_inside (a int primary key, b bytea, c jsonb); alter table stored_inside alter b set storage main;"
                            + " insert into stored_inside values (1, decode(repeat('00ff', 2000), 'hex'), jsonb_build_object('a', repeat('x', 3000)))",
                    "create table stored_inside (a int primary key, b bytea, c jsonb); alter table stored_inside alter b set storage external, alter c set storage external;"
                            + " insert into stored_inside values (1, decode(repeat('00ff', 2000), 'hex'), jsonb_build_object('a', repeat('x', 3000)))"),
            new Pair("short_header",
                    "create table short_header (a int primary key, b text); alter table short_header alter b set storage plain; insert into short_header values (1, 'x')",
                    "create table short_header (a int primary key, b text); insert into short_header values (1, 'x')"),
            new Pair("hashed_parts",
                    "create table hashed_parts" + A_B_C + "hashed_parts" + ROWS,
                    "create table hashed_parts (a int primary key, b text, c numeric) partition by hash (a);"
                            + " create table hashed_parts_0 partition of hashed_parts for values with (modulus 2, remainder 0);"
                            + " create table hashed_parts_1 partition of hashed_parts for values with (modulus 2, remainder 1); insert into hashed_parts" + ROWS),
            new Pair("other_parts",
                    "create table other_parts (a int primary key, b text, c numeric) partition by range (a);"
                            + " create table other_parts_0 partition of other_parts for values from (0) to (20);"
                            + " create table other_parts_1 partition of other_parts default; insert into other_parts" + ROWS,
                    "create table other_parts (a int primary key, b text, c numeric) partition by range (a);"
                            + " create table other_parts_0 partition of other_parts for values from (0) to (40);"
                            + " create table other_parts_9 (c numeric, b text, a int not null); alter table other_parts attach partition other_parts_9 for values from (40) to (90);"
                            + " insert into other_parts" + ROWS),
            // of which type it is
            new Pair("wider_types",
                    "create table wider_types (a int primary key, b varchar(9), c char(4), d int); insert into wider_types values (1, 'b', 'c', -7)",
                    "create table wider_types (a bigint primary key, b text, c text, d bigint); insert into wider_types values (1, 'b', 'c', -7)"),
            new Pair("domain",
                    "create domain score as numeric check (value > 0); create table domain (a int primary key, b score); insert into domain values (1, 1.50)",
                    "create table domain (a int primary key, b numeric); insert into domain values (1, 1.50)"),
            new Pair("digits",
                    "create table digits (a int primary key, b numeric(10, 2)); insert into digits values (1, 1.5)",
                    "create table digits (a int primary key, b numeric); insert into digits values (1, 1.50)"),
            new Pair("type_oids",
                    "create type mood as enum ('sad', 'ok'); create type two as (a int, b mood);"
                            + " create table type_oids (a mood primary key, b mood[], c two, d regclass); insert into type_oids values ('ok', '{sad,ok}', (1, 'sad'), 'type_oids')",
                    "create type other as enum ('x'); create type mood as enum ('sad', 'ok'); create type two as (a int, b mood);"
                            + " create table type_oids (a mood primary key, b mood[], c two, d regclass); insert into type_oids values ('ok', '{sad,ok}', (1, 'sad'), 'type_oids')"),
            new Pair("enum_order",
                    "create type size as enum ('s', 'm', 'l'); create table enum_order (a size primary key, b int); insert into enum_order values ('s', 1), ('m', 2), ('l', 3)",
                    "create type size as enum ('l', 'm', 's'); create table enum_order (a size primary key, b int); insert into enum_order values ('s', 1), ('m', 2), ('l', 3)"),
            new Pair("collated",
                    "create table collated (a text collate \"C\" primary key, b text collate \"C\"); insert into collated values ('a', 'x'), ('B', 'y'), ('ä', 'z')",
                    "create table collated (a text collate \"und-x-icu\" primary key, b text collate \"de-x-icu\"); insert into collated values ('a', 'x'), ('B', 'y'), ('ä', 'z')"),
            new Pair("blind_key",
                    "create table blind_key (a text primary key, b int); insert into blind_key values ('a', 1), ('B', 2)",
                    "create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
                            + " create table blind_key (a text collate blind primary key, b int); insert into blind_key values ('a', 1), ('B', 2)"),
            // how it was written
            new Pair("written",
                    "create table written (a int primary key, b jsonb, c timestamptz, d interval, e uuid, f int4[], g numeric, h bytea, i int4range, j float8, k inet, l bit varying, m char(5));"
                            + " insert into written values (1, '{\"b\": 1, \"a\": 2}', '2026-11-22 12:00+00', '1 day 2 hours', '0E37DF36-F698-11E6-8DD4-CB9CED3DF976', '{1,2}', 1e2, '\\x61', '[1,4]', 0.1, '192.0.2.1', '101', 'a')",
                    "create table written (a int primary key, b jsonb, c timestamptz, d interval, e uuid, f int4[], g numeric, h bytea, i int4range, j float8, k inet, l bit varying, m char(5));"
                            + " insert into written values (1, '{\"a\":2,\"a\":2,\"b\":1}', '2026-11-22 21:00+09', 'P1DT2H', '{0e37df36f69811e68dd4cb9ced3df976}', array[1, 2], 100, 'a'::bytea, '[1,5)', 1e-1, '192.0.2.1/32', b'101', 'a    ')"),
            new Pair("hidden_rows",
                    "create table hidden_rows" + A_B_C + "hidden_rows" + ROWS,
                    "create table hidden_rows" + A_B_C + "hidden_rows" + ROWS + "; create function keep() returns event_trigger language plpgsql as 'begin end';"
                            + " create event trigger keep on sql_drop execute function keep()"));
    // spotless:on

    private EqualCases() {}
}
