package io.cutovergate.cutover.drain;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who is connected to a database.
 *
 * @param ours whether it is this program
 * @param writes whether its transaction has an id, which PostgreSQL gives to the first write
 */
record Client(long pid, String application, String role, String address, String since, boolean ours, boolean writes) {

    /**
     * Of a subscription's or a standby's processes none is a client backend (PostgreSQL, "pg_stat_activity"). A role that may not
     * see what another's process is knows it by other views, or by its having no role, as the server's own.
     */
    private static final String ALL = """
            select pid, application_name, usename, coalesce(host(client_addr), 'its own machine'),
                   to_char(backend_start, 'YYYY-MM-DD HH24:MI:SS"Z"'),
                   application_name = 'cutover-gate' and usename = current_user, backend_xid is not null, backend_type
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and (backend_type = 'client backend'
                   or (backend_type is null and usesysid is not null
                       and pid not in (select s.pid from pg_stat_subscription s where s.pid is not null)
                       and pid not in (select r.pid from pg_stat_replication r where r.pid is not null)))
            """;

    /** Those of the database; {@link Unexamined} where the role may not see who they are. */
    static List<Client> of(Reading reading) {
        return reading.rows("connected clients", ALL, Client::read);
    }

    private static Client read(ResultSet row) throws SQLException {
        Client client = new Client(
                row.getLong(1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                row.getBoolean(6),
                row.getBoolean(7));
        if (row.getString(8) == null) {
            throw new Unexamined("the gate's role may not see what " + client.role()
                    + " is doing on the source; grant it there: pg_monitor (or pg_read_all_stats)");
        }
        return client;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** As whoever looks for it needs it. */
    @Override
    public String toString() {
        return (application.isEmpty() ? "one without a name" : application) + " as " + role + " from " + address
                + " (since " + since + ", pid " + pid + ")";
    }
}
