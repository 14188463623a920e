package io.cutovergate.integrity.rows;

import java.util.List;

/** One cell, two values: over every type that PostgreSQL and its common extensions have. */
final class CellCases {

    /** A type with a value on the source and another on the target, both as SQL. */
    record Cell(String type, String source, String target) {}

    /** What the types need. PostGIS is not in the embedded servers: types of its kind are compared through their text. */
    static final String TYPES = "create extension hstore; create extension citext; create extension ltree;"
            + " create extension seg; create extension cube; create extension isn; create extension intarray;"
            + " create type mood as enum ('sad', 'ok', 'happy'); create domain amount as numeric;"
            + " create domain codes as text[]; create type address as (street text, zip int);"
            + " create type textrange as range (subtype = text, collation = \"C\");"
            + " create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)";

    // spotless:off: a table
    static final List<Cell> ALL = List.of(
            // texts
            new Cell("text", "null", "''"),
            new Cell("text", "'a'", "'a '"),
            new Cell("text", "'a'", "'A'"),
            new Cell("text", "E'a\\nb'", "E'a\\r\\nb'"),
            new Cell("text", "'Straße'", "'Strasse'"),
            new Cell("text", "E'a\\u00e9'", "E'ae\\u0301'"), // NFC and NFD
            new Cell("text", "E'a\\u200b'", "'a'"), // a space of no width
            new Cell("text", "repeat('x', 100000) || 'a'", "repeat('x', 100000) || 'b'"), // TOASTed
            new Cell("text collate blind", "'case'", "'CASE'"),
            new Cell("varchar(9)", "'a'", "'b'"),
            new Cell("varchar", "'a'", "'a '"),
            new Cell("char(5)", "'a'", "'b'"),
            new Cell("bpchar", "'a'", "'a '"),
            new Cell("citext", "'Case'", "'case'"),
            new Cell("name", "'a'", "'b'"),
            new Cell("\"char\"", "'a'", "'b'"),
            // numbers
            new Cell("int2", "1", "-1"),
            new Cell("int4", "2147483647", "2147483646"),
            new Cell("int4", "0", "null"),
            new Cell("int8", "9007199254740993", "9007199254740992"), // the same as doubles
            new Cell("int8", "-1", "4294967295"), // the same to hashint8, as every other bigint is to some
            new Cell("int8", "1", "4294967296"),
            new Cell("oid", "4294967295", "0"),
            new Cell("numeric", "1.0", "1.00"),
            new Cell("numeric", "1.2", "1.3"),
            new Cell("numeric", "5", "-5"),
            new Cell("numeric", "0", "0.00"),
            new Cell("numeric", "12345678901234567890.1", "12345678901234567890.2"),
            new Cell("numeric", "1e-300", "1e-301"),
            new Cell("numeric", "'NaN'", "null"),
            new Cell("numeric", "'Infinity'", "'-Infinity'"),
            new Cell("numeric(12,2)", "10.00", "10.01"),
            new Cell("amount", "5", "5.0"),
            new Cell("float8", "'0'", "'-0'"),
            new Cell("float8", "0.1", "0.10000000000000002"),
            new Cell("float8", "'NaN'", "0"),
            new Cell("float4", "0.1", "0.10000001"),
            new Cell("float4", "'0'", "'-0'"),
            new Cell("float4", "'NaN'", "'Infinity'"),
            new Cell("money", "'1.00'", "'1.01'"),
            // truth and bytes
            new Cell("bool", "null", "false"),
            new Cell("bool", "true", "false"),
            new Cell("bytea", "'\\x00'", "'\\x0000'"),
            new Cell("bytea", "''", "null"),
            new Cell("bit(3)", "'101'", "'100'"),
            new Cell("varbit", "'10'", "'100'"),
            new Cell("uuid", "'0e37df36-f698-11e6-8dd4-cb9ced3df976'", "'0e37df36-f698-11e6-8dd4-cb9ced3df977'"),
            // times
            new Cell("date", "'2026-11-22'", "'infinity'"),
            new Cell("date", "'0044-03-15 BC'", "'0044-03-15'"),
            new Cell("time", "'12:00:00'", "'12:00:00.000001'"),
            new Cell("time", "'00:00'", "'24:00'"),
            new Cell("timetz", "'12:00+00'", "'13:00+01'"),
            new Cell("timestamp", "'2026-11-22 12:00:00.000001'", "'2026-11-22 12:00:00.000002'"),
            // 2³² microseconds and one apart: the same to timestamp_hash
            new Cell("timestamp", "'2000-01-01 00:00:00.000001'", "'2000-01-01 01:11:34.967296'"),
            new Cell("timestamptz", "'2026-11-22 12:00:00.1+00'", "'2026-11-22 12:00:00.2+00'"),
            new Cell("timestamptz", "'2026-11-01 01:30 EDT'", "'2026-11-01 01:30 EST'"), // the hour that comes twice
            new Cell("timestamptz", "'infinity'", "'-infinity'"),
            new Cell("interval", "'1 day'", "'24:00:00'"),
            new Cell("interval", "'1 mon'", "'30 days'"),
            // documents
            new Cell("json", "'{\"a\":1}'", "'{\"a\": 1}'"),
            new Cell("json", "'{\"a\":1,\"b\":2}'", "'{\"b\":2,\"a\":1}'"),
            new Cell("jsonb", "'{\"a\": 1.0}'", "'{\"a\": 1}'"),
            new Cell("jsonb", "'{\"a\": null}'", "'{}'"),
            new Cell("jsonb", "'null'", "null"),
            new Cell("jsonpath", "'$.a'", "'$.b'"),
            new Cell("xml", "'<a/>'", "'<a></a>'"),
            new Cell("tsvector", "'a:1'", "'a:2'"),
            new Cell("tsquery", "'a & b'", "'a | b'"),
            // the network
            new Cell("inet", "'192.0.2.1/24'", "'192.0.2.1/25'"),
            new Cell("inet", "'192.0.2.1/24'", "'192.0.2.2/24'"), // bits of the host
            new Cell("cidr", "'192.0.2.0/24'", "'192.0.2.0/25'"),
            new Cell("macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"),
            new Cell("macaddr8", "'08:00:2b:ff:fe:01:02:03'", "'08:00:2b:ff:fe:01:02:04'"),
            // geometry
            new Cell("point", "'(1,2)'", "'(1,2.0000000000000004)'"),
            new Cell("line", "'{1,-1,0}'", "'{1,-1,1}'"),
            new Cell("lseg", "'((0,0),(1,1))'", "'((1,1),(0,0))'"),
            new Cell("box", "'((0,0),(1,1))'", "'((0,0),(1,2))'"),
            new Cell("path", "'((0,0),(1,1))'", "'[(0,0),(1,1)]'"), // closed and open
            new Cell("polygon", "'((0,0),(1,1))'", "'((0,0),(1,2))'"),
            new Cell("circle", "'<(0,0),1>'", "'<(0,0),1.0000001>'"),
            // arrays, composites, ranges
            new Cell("int4[]", "'{1,2,3,4}'", "'{{1,2},{3,4}}'"),
            new Cell("int4[]", "'{1,2}'", "'[0:1]={1,2}'"),
            new Cell("int4[]", "'{}'", "null"),
            new Cell("int4[]", "'{1,NULL}'", "'{1}'"),
            new Cell("int4[]", "'{1,2}'", "'{2,1}'"),
            new Cell("int4[]", "'{NULL}'", "'{}'"),
            new Cell("text[]", "'{a,b}'", "'{b,a}'"),
            new Cell("varchar[]", "'{\"a \"}'", "'{a}'"),
            new Cell("uuid[]", "'{0e37df36-f698-11e6-8dd4-cb9ced3df976}'", "'{0e37df36-f698-11e6-8dd4-cb9ced3df977}'"),
            new Cell("date[]", "'{2026-11-22,infinity}'", "'{2026-11-22,-infinity}'"),
            new Cell("bytea[]", "array['\\x00'::bytea]", "array['\\x0000'::bytea]"),
            new Cell("inet[]", "'{10.0.0.1}'", "'{10.0.0.1/8}'"),
            new Cell("text[]", "'{a,NULL}'", "'{a,\"NULL\"}'"),
            new Cell("text[]", "'{\"a,b\"}'", "'{a,b}'"),
            new Cell("numeric[]", "'{1.0}'", "'{1.00}'"),
            new Cell("float8[]", "'{0}'", "'{-0}'"),
            new Cell("int8[]", "'{-1}'", "'{4294967295}'"),
            new Cell("timestamptz[]", "'{2026-11-22 12:00+00}'", "'{2026-11-22 12:00:00.000001+00}'"),
            new Cell("jsonb[]", "array['{\"a\": 1.0}'::jsonb]", "array['{\"a\": 1}'::jsonb]"),
            new Cell("codes", "'{a}'", "'{a,b}'"),
            new Cell("mood", "'ok'", "'happy'"),
            new Cell("mood[]", "'{ok}'", "'{happy}'"),
            new Cell("address", "('a', 1)", "('a', null)"),
            new Cell("address", "(null, null)", "null"),
            new Cell("address[]", "array[('a', 1)::address]", "array[('a', 2)::address]"),
            new Cell("int4range", "'[1,5)'", "'[1,6)'"),
            new Cell("int4range", "'empty'", "'(,)'"),
            new Cell("numrange", "'[1.0,2]'", "'[1.00,2]'"),
            new Cell("int8range", "'[-1,0)'", "'[4294967295,4294967296)'"),
            new Cell("tstzrange", "'[2026-01-01,)'", "'(2026-01-01,)'"),
            new Cell("textrange", "'[a,b]'", "'[a,b)'"),
            new Cell("int4multirange", "'{[1,2)}'", "'{}'"),
            new Cell("nummultirange", "'{[1.0,2)}'", "'{[1,2)}'"),
            // extensions
            new Cell("hstore", "'a=>NULL'", "'a=>\"NULL\"'"),
            new Cell("ltree", "'a.b'", "'a.c'"),
            new Cell("lquery", "'a.*'", "'b.*'"),
            new Cell("seg", "'1 .. 2'", "'1 .. 3'"),
            new Cell("cube", "'(1,2)'", "'(1,3)'"),
            new Cell("isbn13", "'978-0-11-000222-4'", "'978-0-393-04002-9'"),
            new Cell("query_int", "'1&2'", "'1|2'"),
            // of the system
            new Cell("pg_lsn", "'0/1'", "'1/0'"),
            new Cell("pg_snapshot", "'10:20:10'", "'10:20:11'"),
            new Cell("txid_snapshot", "'10:20:10'", "'10:20:11'"),
            new Cell("xid8", "'1'", "'4294967297'"),
            new Cell("xid", "'1'", "'2'"),
            new Cell("cid", "'1'", "'2'"),
            new Cell("tid", "'(0,1)'", "'(0,2)'"),
            new Cell("oidvector", "'1 2'", "'1 3'"),
            new Cell("int2vector", "'1 2'", "'1 3'"),
            new Cell("regclass", "'pg_class'", "'pg_type'"),
            new Cell("regtype", "'int4'", "'int8'"),
            new Cell("regproc", "'now'", "'version'"),
            new Cell("regnamespace", "'pg_catalog'", "'public'"),
            new Cell("refcursor", "'a'", "'b'"));
    // spotless:on

    private CellCases() {}
}
