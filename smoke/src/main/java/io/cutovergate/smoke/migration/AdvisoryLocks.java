package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Advisory locks of this database, by which migration tools keep each other out (PostgreSQL, "Advisory Locks"). */
final class AdvisoryLocks {

    /** A key of 64 bits stands in two columns, and objsubid is 1 (PostgreSQL, "pg_locks"). */
    private static final String HOLDERS = """
            select l.pid, coalesce(a.usename::text, 'unknown'), coalesce(a.application_name, ''),
                   coalesce(a.xact_start, a.backend_start)
            from pg_locks l
            left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and ((l.classid::bigint << 32) | l.objid::bigint) between ? and ?
            order by 1
            """;

    private AdvisoryLocks() {}

    /** Who holds a lock whose key is between the two. */
    static List<String> held(Reading reading, long from, long to) {
        return reading.rows(
                "advisory locks",
                HOLDERS,
                row -> "process " + row.getString(1) + " of " + row.getString(2) + " (" + row.getString(3) + ")"
                        // of other users' sessions the time is not shown to everybody
                        + (row.getString(4) == null ? "" : " since " + row.getString(4)),
                from,
                to);
    }

    static List<String> held(Reading reading, long key) {
        return held(reading, key, key);
    }

    static String database(Reading reading) {
        return reading.row("name of the database", "select current_database()", row -> row.getString(1));
    }

    static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
