package io.cutovergate.bench;

import java.util.List;

/**
 * A table in a schema of its own.
 *
 * @param create statements that make and fill it
 * @param damage statements that make the target's differ
 * @param expected what the comparison must name then: key and kind
 */
record Dataset(String schema, String table, List<String> create, List<String> damage, List<String> expected) {

    /** pgbench's accounts, as {@code pgbench -i} fills them. */
    static Dataset narrow(long rows) {
        return new Dataset(
                "narrow",
                "narrow.pgbench_accounts",
                List.of(
                        "create schema narrow",
                        "create table narrow.pgbench_accounts (aid int not null, bid int, abalance int, filler char(84))",
                        "insert into narrow.pgbench_accounts select i, (i - 1) / 100000 + 1, 0, '' from generate_series(1, "
                                + rows + ") i",
                        "alter table narrow.pgbench_accounts add primary key (aid)",
                        "vacuum (freeze, analyze) narrow.pgbench_accounts"),
                List.of(
                        "update narrow.pgbench_accounts set abalance = 1 where aid in (7, 20000, " + (rows - 1) + ")",
                        "delete from narrow.pgbench_accounts where aid = 4711",
                        "insert into narrow.pgbench_accounts values (" + (rows + 1) + ", 1, 0, '')"),
                List.of(
                        "changed {\"aid\":\"20000\"}",
                        "changed {\"aid\":\"7\"}",
                        "changed {\"aid\":\"" + (rows - 1) + "\"}",
                        "extra {\"aid\":\"" + (rows + 1) + "\"}",
                        "missing {\"aid\":\"4711\"}"));
    }

    /** Twenty columns of twenty types. */
    static Dataset wide(long rows) {
        return new Dataset(
                "wide",
                "wide.wide",
                List.of(
                        "create schema wide",
                        "create table wide.wide (id bigint primary key, i4 int, i2 smallint, amt numeric(14,4), f8 float8,"
                                + " b bool, vc varchar(40), tx text, c10 char(10), ts timestamp, tz timestamptz, d date, u uuid,"
                                + " jb jsonb, js json, \"by\" bytea, ia int[], ta text[], iv interval, ip inet)",
                        "insert into wide.wide select i, (i * 7919) % 1000003, i % 30000, (i % 1000000) / 100.0, sqrt(i),"
                                + " i % 2 = 0, 'name ' || i, 'some text of a row ' || md5(i::text), 'c' || (i % 1000),"
                                + " timestamp '2020-01-01' + i * interval '37 s',"
                                + " timestamptz '2020-01-01 00:00+00' + i * interval '41 s',"
                                + " date '2000-01-01' + (i % 9000)::int, md5(i::text)::uuid,"
                                + " jsonb_build_object('a', i, 'b', array[1, 2, 3], 'c', 'x' || i),"
                                + " json_build_object('k', i, 'v', i * 1.5), decode(md5(i::text), 'hex'),"
                                + " array[i % 7, i % 11, i % 13]::int[], array['t' || i % 5, 'u' || i % 9],"
                                + " (i % 1000) * interval '1 min', ('10.' || (i % 250) || '.' || (i % 240) || '.1')::inet"
                                + " from generate_series(1::bigint, " + rows + ") i",
                        "vacuum (freeze, analyze) wide.wide"),
                List.of(
                        "update wide.wide set amt = amt + 0.0001 where id = 3",
                        "update wide.wide set js = '{\"k\":99,\"v\":148.5}' where id = 99",
                        "update wide.wide set tz = tz + interval '1 microsecond' where id = " + (rows / 2),
                        "delete from wide.wide where id = " + rows),
                List.of(
                        "changed {\"id\":\"3\"}",
                        "changed {\"id\":\"99\"}",
                        "changed {\"id\":\"" + (rows / 2) + "\"}",
                        "missing {\"id\":\"" + rows + "\"}"));
    }

    String floor() {
        return "select count(*), sum(hashtextextended(t::text, 0)) from " + table + " t";
    }
}
