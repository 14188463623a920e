package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.process.Tasks;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;

/** Brings schema and data into the databases: seeded, copied as a subset, or replicated. */
record Data(Plan plan, ShopSettings settings, Tasks tasks) {

    /** Starts to fill; a side's future is done when its data is there. */
    Map<Side, Future<Boolean>> fill(Map<Side, Future<DatabaseServer>> servers) {
        Map<Side, Future<Boolean>> filled = new EnumMap<>(Side.class);
        for (Side side : plan.sides()) {
            boolean first = side == plan.sides().get(0);
            filled.put(side, tasks.start(() -> {
                DatabaseServer server = Tasks.result(servers, side);
                new Programs(plan.directory(side)).run("Migrate", settings.migrate(server.owner(), first));
                server.letExport();
                plan.progress().accept("database of " + side.word() + " migrated");
                if (!first) {
                    Tasks.result(filled, Side.SOURCE);
                    copy(Tasks.result(servers, Side.SOURCE), server);
                }
                if (plan.environment() == Environment.PRODUCTION) {
                    backUp(side, server);
                }
                return true;
            }));
        }
        return filled;
    }

    private void backUp(Side side, DatabaseServer server) throws IOException {
        if (Backup.possible()) {
            Backup.of(plan, side).make(server.owner());
            plan.progress().accept("database of " + side.word() + " backed up");
        } else {
            plan.progress().accept("no backup of " + side.word() + ": psql, pg_dump or pg_restore is missing");
        }
    }

    private void copy(DatabaseServer source, DatabaseServer target) throws IOException {
        switch (plan.environment()) {
            case STAGING ->
                new Programs(plan.directory(Side.TARGET))
                        .run("Subset", settings.subset(source.owner(), target.owner()));
            case PRODUCTION -> Replication.start(source.admin(), target.admin());
            case DEV -> throw new IllegalStateException("dev has no source");
        }
        plan.progress().accept("data of target copied from source");
    }
}
