package io.cutovergate.probe.jobs;

import io.cutovergate.harness.evidence.Unexamined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes pieces of rows. */
final class PieceRow {

    private PieceRow() {}

    /** Id, kind and due. */
    static Piece of(ResultSet row) throws SQLException {
        return new Piece(text(row, 1), text(row, 2), time(row, 3));
    }

    /** The same where the latter two may be missing. */
    static Piece declared(ResultSet row, String key) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        if (row.getString(1) == null) {
            throw new Unexamined("a piece of work has no id (" + key + ".pending)");
        }
        return new Piece(text(row, 1), columns > 1 ? text(row, 2) : "", columns > 2 ? time(row, 3) : null);
    }

    static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** A time without a zone is taken for UTC: a zone that only one side has would show as another time. */
    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnType(column) == Types.TIMESTAMP
                && row.getMetaData().getColumnTypeName(column).equals("timestamp")) {
            LocalDateTime local = row.getObject(column, LocalDateTime.class);
            return local == null ? null : local.toInstant(ZoneOffset.UTC);
        }
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
