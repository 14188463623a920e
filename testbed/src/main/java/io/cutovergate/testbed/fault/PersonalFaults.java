package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Side;
import io.cutovergate.testbed.process.Database;
import java.util.List;
import java.util.Objects;

/** The rehearsal holds what only production may: anonymisation as it goes wrong. */
final class PersonalFaults {

    private PersonalFaults() {}

    /** What {@code pg_dump | sed} leaves of an address: all of it, behind a prefix. */
    static Broken addressesPrefixed(Installation installation) {
        return keep(installation, "email", List.of("7", "9", "11"), "'staging_' || %s");
    }

    static Broken namesKept(Installation installation) {
        return keep(installation, "full_name", List.of("13"), "%s");
    }

    private static Broken keep(Installation installation, String column, List<String> ids, String form) {
        Database source = Objects.requireNonNull(installation.databases().get(Side.SOURCE))
                .admin();
        Database target = installation.target().admin();
        String wanted = "select quote_nullable(" + column + ") from users where id = ";
        List<String> before = ids.stream().map(id -> one(target, wanted + id)).toList();
        ids.forEach(id -> set(target, column, id, form.formatted(one(source, wanted + id))));
        return new Broken("table public.users, column " + column + ", key id in " + ids, () -> {
            for (int i = 0; i < ids.size(); i++) {
                set(target, column, ids.get(i), before.get(i));
            }
        });
    }

    private static void set(Database target, String column, String id, String value) {
        target.execute("update users set " + column + " = " + value + " where id = " + id);
    }

    static Broken addressInText(Installation installation) {
        Database target = installation.target().admin();
        String row = one(target, "select product_id, user_id, quote_nullable(body) from reviews order by 1, 2 limit 1");
        String[] review = row.split("\\|", 3);
        String where = " where product_id = " + review[0] + " and user_id = " + review[1];
        target.execute("update reviews set body = 'Broken; write to zoe@families-of-montreal.org please'" + where);
        return new Broken(
                "table public.reviews, column body," + where.substring(" where".length()),
                () -> target.execute("update reviews set body = " + review[2] + where));
    }

    /** As an error message keeps it; the number is nobody's and its check digit fits. */
    static Broken cardInText(Installation installation) {
        Database target = installation.target().admin();
        target.execute("insert into parked_jobs (task_name, task_instance, attempts, error)"
                + " values ('testbed-charge', '1', 5, 'card 4539 1488 0343 6467 was declined')");
        return new Broken(
                "table public.parked_jobs, column error",
                () -> target.execute("delete from parked_jobs where task_name = 'testbed-charge'"));
    }

    private static String one(Database database, String sql) {
        return database.query(sql).stream().findFirst().orElseThrow(() -> new TestbedException("no row for: " + sql));
    }
}
