package io.cutovergate.probe.sql;

import java.sql.SQLException;

/** Says what an SQL exception means, in one line. */
final class Failures {

    private Failures() {}

    static String explain(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
        Throwable cause = failure.getCause();
        String why = cause == null || cause.getMessage() == null || message.contains(cause.getMessage())
                ? ""
                : ": " + cause.getMessage();
        return message + why + (failure.getSQLState() == null ? "" : " (SQLSTATE " + failure.getSQLState() + ")");
    }
}
