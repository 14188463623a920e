package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.Caller;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Ticking;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Somebody still uses the source after production has moved. */
final class DrainFaults {

    private static final long EVERY_MILLIS = 300;

    private DrainFaults() {}

    /** A report that somebody once pointed at the old database. */
    static Broken clientLeft(Installation installation) throws SQLException {
        Connection connection = connect(installation, "report");
        return new Broken("'report' is connected to the source's database", connection::close);
    }

    /** A program that has its own mind about a server that is closed, under a name that is expected there. */
    static Broken writerLeft(Installation installation) throws SQLException {
        Connection connection = connect(installation, "backend-9");
        Statement statement = connection.createStatement();
        statement.execute(CutoverFaults.NEVERTHELESS);
        Ticking writing = Ticking.start(
                EVERY_MILLIS,
                "writer",
                () -> statement.execute(
                        "insert into job_effects (probe, worker) values ('testbed-late', 'backend-9')"));
        return new Broken("a session of the source that writes nevertheless", () -> {
            writing.stop();
            statement.execute("delete from job_effects where probe = 'testbed-late'");
            connection.close();
        });
    }

    /** Whoever keeps an address of the source, whatever the name says. */
    static Broken stillAsked(Installation installation) throws Exception {
        Caller caller = new Caller(installation.root());
        String host = installation.plan().host("api");
        String address = installation.source().side().address();
        int port = installation.plan().httpsPort();
        caller.get(address, port, host, "/api/products?limit=2");
        Ticking asking =
                Ticking.start(EVERY_MILLIS, "caller", () -> caller.get(address, port, host, "/api/products?limit=2"));
        return new Broken("a client asks the source's entry", asking::stop);
    }

    private static Connection connect(Installation installation, String application) throws SQLException {
        Database owner = Objects.requireNonNull(
                        installation.databases().get(installation.source().side()))
                .owner();
        return DriverManager.getConnection(
                owner.jdbc() + "?ApplicationName=" + application, owner.user(), owner.password());
    }
}
