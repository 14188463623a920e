package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import io.cutovergate.integrity.sql.Snapshots;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One cell of one row differs, over the types that PostgreSQL has: each is found, by table, key and column. */
@ExtendWith(ServersExtension.class)
class OneCellTest {

    /** A type with a value on the source and another on the target, both as SQL literals. */
    private record Cell(String type, String source, String target) {}

    private static final String EXTENSIONS = "create extension hstore; create extension citext; create extension ltree;"
            + " create type mood as enum ('sad', 'ok', 'happy'); create domain amount as numeric;"
            + " create type address as (street text, zip int);"
            + " create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)";

    private static final List<Cell> CELLS = List.of(
            new Cell("text", "null", "''"),
            new Cell("text", "'a'", "'a '"),
            new Cell("text", "'Straße'", "'Strasse'"),
            new Cell("text", "E'a\\u00e9'", "E'ae\\u0301'"),
            new Cell("text collate blind", "'case'", "'CASE'"),
            new Cell("varchar(9)", "'a'", "'b'"),
            new Cell("char(5)", "'a'", "'b'"),
            new Cell("bpchar", "'a'", "'a '"),
            new Cell("citext", "'Case'", "'case'"),
            new Cell("name", "'a'", "'b'"),
            new Cell("\"char\"", "'a'", "'b'"),
            new Cell("int2", "1", "-1"),
            new Cell("int4", "2147483647", "2147483646"),
            new Cell("int8", "9007199254740993", "9007199254740992"),
            // The same to hashint8, as every other bigint is to some.
            new Cell("int8", "-1", "4294967295"),
            new Cell("int8", "1", "4294967296"),
            new Cell("oid", "4294967295", "0"),
            new Cell("numeric", "1.0", "1.00"),
            new Cell("numeric", "1.2", "1.3"),
            new Cell("numeric", "12345678901234567890.1", "12345678901234567890.2"),
            new Cell("numeric", "'NaN'", "null"),
            new Cell("numeric(12,2)", "10.00", "10.01"),
            new Cell("amount", "5", "5.0"),
            new Cell("float8", "'0'", "'-0'"),
            new Cell("float8", "0.1", "0.10000000000000002"),
            new Cell("float4", "0.1", "0.10000001"),
            new Cell("float4", "'NaN'", "'Infinity'"),
            new Cell("money", "'1.00'", "'1.01'"),
            new Cell("bool", "null", "false"),
            new Cell("bool", "true", "false"),
            new Cell("date", "'2026-11-22'", "'infinity'"),
            new Cell("timestamp", "'2026-11-22 12:00:00.000001'", "'2026-11-22 12:00:00.000002'"),
            // 2³² microseconds and one apart: the same to timestamp_hash.
            new Cell("timestamp", "'2000-01-01 00:00:00.000001'", "'2000-01-01 01:11:34.967296'"),
            new Cell("timestamptz", "'2026-11-22 12:00:00.1+00'", "'2026-11-22 12:00:00.2+00'"),
            new Cell("time", "'12:00:00'", "'12:00:00.000001'"),
            new Cell("time", "'00:00'", "'24:00'"),
            new Cell("timetz", "'12:00+00'", "'13:00+01'"),
            new Cell("interval", "'1 day'", "'24:00:00'"),
            new Cell("interval", "'1 mon'", "'30 days'"),
            new Cell("uuid", "'0e37df36-f698-11e6-8dd4-cb9ced3df976'", "'0e37df36-f698-11e6-8dd4-cb9ced3df977'"),
            new Cell("bytea", "'\\x00'", "'\\x0000'"),
            new Cell("bit(3)", "'101'", "'100'"),
            new Cell("varbit", "'10'", "'100'"),
            new Cell("json", "'{\"a\":1}'", "'{\"a\": 1}'"),
            new Cell("jsonb", "'{\"a\": 1.0}'", "'{\"a\": 1}'"),
            new Cell("xml", "'<a/>'", "'<a></a>'"),
            new Cell("inet", "'192.0.2.1/24'", "'192.0.2.1/25'"),
            new Cell("cidr", "'192.0.2.0/24'", "'192.0.2.0/25'"),
            new Cell("macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"),
            new Cell("int4[]", "'{1,2,3,4}'", "'{{1,2},{3,4}}'"),
            new Cell("int4[]", "'{1,2}'", "'[0:1]={1,2}'"),
            new Cell("text[]", "'{a,NULL}'", "'{a,\"NULL\"}'"),
            new Cell("numeric[]", "'{1.0}'", "'{1.00}'"),
            new Cell("mood", "'ok'", "'happy'"),
            new Cell("mood[]", "'{ok}'", "'{happy}'"),
            new Cell("address", "('a', 1)", "('a', null)"),
            new Cell("int4range", "'[1,5)'", "'[1,6)'"),
            new Cell("tstzrange", "'[2026-01-01,)'", "'(2026-01-01,)'"),
            new Cell("int4multirange", "'{[1,2)}'", "'{}'"),
            new Cell("point", "'(1,2)'", "'(1,2.0000000000000004)'"),
            new Cell("polygon", "'((0,0),(1,1))'", "'((0,0),(1,2))'"),
            new Cell("tsvector", "'a:1'", "'a:2'"),
            new Cell("hstore", "'a=>NULL'", "'a=>\"NULL\"'"),
            new Cell("ltree", "'a.b'", "'a.c'"),
            new Cell("pg_lsn", "'0/1'", "'1/0'"),
            new Cell("regclass", "'pg_class'", "'pg_type'"));

    private static Databases databases;

    @BeforeAll
    static void create(Servers servers) throws SQLException {
        databases = servers.create(EXTENSIONS);
        List<String> onSource = new ArrayList<>();
        List<String> onTarget = new ArrayList<>();
        for (int i = 0; i < CELLS.size(); i++) {
            Cell cell = CELLS.get(i);
            String table = "create table t" + i + " (id int primary key, c " + cell.type() + ", d int);"
                    + " insert into t" + i + " values (1, %s, 7), (2, %s, 7), (3, %s, 7)";
            onSource.add(table.formatted(cell.source(), cell.source(), cell.source()));
            onTarget.add(table.formatted(cell.source(), cell.target(), cell.source()));
        }
        databases.source(onSource.toArray(String[]::new));
        databases.target(onTarget.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByTableKeyAndColumn(RowHash hash) {
        Selection everything = Databases.everything();
        try (Snapshots snapshots = Snapshots.open(databases.sides())) {
            Worklist work = Worklist.of(Catalog.ofBoth(snapshots, everything), everything);
            assertThat(work.compared()).hasSameSizeAs(CELLS);
            for (ComparedTable table : work.compared()) {
                Cell cell = CELLS.get(Integer.parseInt(table.name().name().substring(1)));
                TableResult result = new TableWork(databases.sides(), table, hash, Comparing.whole(1, 20))
                        .take(Chunk.WHOLE, snapshots)
                        .orElseThrow();
                assertThat(result.shown())
                        .as("%s %s", table.name(), cell)
                        .singleElement()
                        .satisfies(difference -> {
                            assertThat(difference.toString()).startsWith("changed id='2': c ");
                            assertThat(difference.cells()).singleElement().satisfies(found -> assertThat(found.source())
                                    .isNotEqualTo(found.target()));
                        });
            }
        }
    }

    @Test
    void theServersAgreeOnTheFastHashOfEveryType() {
        Selection everything = Databases.everything();
        try (Snapshots snapshots = Snapshots.open(databases.sides())) {
            Worklist work = Worklist.of(Catalog.ofBoth(snapshots, everything), everything);
            assertThat(work.types()).hasSizeGreaterThan(30);
            assertThat(Handshake.agreed(snapshots, work.types(), Integrity.Hash.FAST))
                    .isEqualTo(RowHash.NATIVE);
        }
    }
}
