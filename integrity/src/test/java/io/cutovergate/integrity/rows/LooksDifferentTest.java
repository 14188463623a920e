package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pairs of equal rows that look different in one way: none is reported. */
@ExtendWith(ServersExtension.class)
class LooksDifferentTest {

    private static final String ROWS = " select i, 'v' || i, i / 3.0 from generate_series(1, 50) i";

    /** What makes the pair look different, with the statements of source and target. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry(
                    "column_order",
                    List.of(
                            "create table column_order (a int primary key, b text, c numeric);"
                                    + " insert into column_order" + ROWS,
                            "create table column_order (c numeric, b text, a int primary key);"
                                    + " insert into column_order (a, b, c)" + ROWS)),
            Map.entry(
                    "physical_order",
                    List.of(
                            "create table physical_order (a int primary key, b text, c numeric);"
                                    + " insert into physical_order" + ROWS,
                            "create table physical_order (a int primary key, b text, c numeric);"
                                    + " insert into physical_order" + ROWS + " order by i desc")),
            Map.entry(
                    "bag_order",
                    List.of(
                            "create table bag_order (a int, b text, c numeric); insert into bag_order" + ROWS
                                    + "; insert into bag_order" + ROWS,
                            "create table bag_order (a int, b text, c numeric); insert into bag_order" + ROWS
                                    + " order by i desc; insert into bag_order" + ROWS)),
            Map.entry(
                    "row_versions",
                    List.of(
                            "create table row_versions (a int primary key, b text, c numeric);"
                                    + " insert into row_versions" + ROWS,
                            "create table row_versions (a int primary key, b text, c numeric);"
                                    + " insert into row_versions" + ROWS + "; update row_versions set b = b")),
            Map.entry(
                    "dropped_column",
                    List.of(
                            "create table dropped_column (a int primary key, b text, c numeric);"
                                    + " insert into dropped_column" + ROWS,
                            "create table dropped_column (a int primary key, x int default 7, b text, c numeric);"
                                    + " insert into dropped_column (a, b, c)" + ROWS
                                    + "; alter table dropped_column drop column x")),
            Map.entry(
                    "added_column",
                    List.of(
                            "create table added_column (a int primary key, d int); insert into added_column"
                                    + " select i, 7 from generate_series(1, 9) i",
                            "create table added_column (a int primary key); insert into added_column"
                                    + " select i from generate_series(1, 9) i;"
                                    + " alter table added_column add column d int default 7")),
            Map.entry(
                    "toast",
                    List.of(
                            "create table toast (a int primary key, b text);"
                                    + " alter table toast alter b set storage external;"
                                    + " insert into toast values (1, repeat('long ', 20000))",
                            "create table toast (a int primary key, b text);"
                                    + " insert into toast values (1, repeat('long ', 20000))")),
            Map.entry(
                    "partitions",
                    List.of(
                            "create table partitions (a int primary key, b text, c numeric);"
                                    + " insert into partitions" + ROWS,
                            "create table partitions (a int primary key, b text, c numeric) partition by hash (a);"
                                    + " create table p0 partition of partitions for values with (modulus 2, remainder 0);"
                                    + " create table p1 partition of partitions for values with (modulus 2, remainder 1);"
                                    + " insert into partitions" + ROWS)),
            Map.entry(
                    "wider_types",
                    List.of(
                            "create table wider_types (a int primary key, b varchar(9), c char(4), d int);"
                                    + " insert into wider_types values (1, 'b', 'c', -7)",
                            "create table wider_types (a bigint primary key, b text, c text, d bigint);"
                                    + " insert into wider_types values (1, 'b', 'c', -7)")),
            Map.entry(
                    "domain",
                    List.of(
                            "create domain score as numeric check (value > 0);"
                                    + " create table domain (a int primary key, b score); insert into domain values (1, 1.50)",
                            "create table domain (a int primary key, b numeric); insert into domain values (1, 1.50)")),
            Map.entry(
                    "type_oids",
                    List.of(
                            "create type mood as enum ('sad', 'ok'); create type pair as (a int, b mood);"
                                    + " create table type_oids (a mood primary key, b mood[], c pair, d regclass);"
                                    + " insert into type_oids values ('ok', '{sad,ok}', (1, 'sad'), 'type_oids')",
                            "create type other as enum ('x'); create type mood as enum ('sad', 'ok');"
                                    + " create type pair as (a int, b mood);"
                                    + " create table type_oids (a mood primary key, b mood[], c pair, d regclass);"
                                    + " insert into type_oids values ('ok', '{sad,ok}', (1, 'sad'), 'type_oids')")),
            Map.entry(
                    "other_key",
                    List.of(
                            "create table other_key (a int primary key, b text not null unique, c numeric);"
                                    + " insert into other_key" + ROWS,
                            "create table other_key (a int not null, b text primary key, c numeric);"
                                    + " insert into other_key" + ROWS)));

    /** Of every type that a setting changes the look of. */
    private static final String SETTINGS_TABLE =
            "create table settings (id timestamptz primary key, a interval, b float8,"
                    + " c bytea, d money, e tstzrange, f timestamptz[], g date, h xml);"
                    + " insert into settings values ('2026-11-22 12:00+00', '1 mon 2 days 03:04', 0.1, '\\x00ff', '12.34',"
                    + " '[2026-11-22 12:00+00,)', '{2026-11-22 12:00+00}', '2026-11-22', '<a>b</a>')";

    private static final List<String> SETTINGS = List.of(
            "TimeZone = 'Asia/Tokyo'",
            "DateStyle = 'German'",
            "IntervalStyle = 'iso_8601'",
            "extra_float_digits = 0",
            "bytea_output = 'escape'",
            "search_path = 'elsewhere'",
            "xmlbinary = 'hex'",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off",
            "default_transaction_isolation = 'serializable'");

    @Test
    void tablesThatAreMadeInAnotherWayAreEqual(Servers servers) throws SQLException {
        Databases databases = servers.create();
        for (List<String> pair : TABLES.values()) {
            databases.source(pair.get(0));
            databases.target(pair.get(1));
        }

        Compared compared = Compared.of(databases);

        compared.findsNothing();
        assertThat(compared.result().tables()).hasSameSizeAs(TABLES.keySet());
    }

    @Test
    void settingsOfADatabaseMakeNoDifference(Servers servers) throws SQLException {
        Databases databases = servers.create(SETTINGS_TABLE);
        for (String setting : SETTINGS) {
            databases.target("alter database " + databases.name() + " set " + setting);
        }

        Compared.of(databases).findsNothing();
    }
}
