package io.cutovergate.probe.written;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.probe.sql.NamedQuery;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what stands in a side's database of the writes whose identifiers begin alike. */
public final class Standing {

    private Standing() {}

    /** By identifier: what was written, once for each time that it stands there; empty texts where the query tells no content. */
    public static Map<String, List<String>> of(SqlProbe sql, Side side, Watched.Writing writing, String prefix) {
        NamedQuery query = NamedQuery.of(writing.stands(), "prefix");
        try (Reading reading = sql.at(writing.database(), side).reading()) {
            Map<String, List<String>> found = new HashMap<>();
            reading.rows("writes of the watch", query.sql(), Standing::row, query.parameters(prefix)).stream()
                    .filter(row -> row.id().startsWith(prefix))
                    .forEach(row -> found.computeIfAbsent(row.id(), absent -> new ArrayList<>())
                            .add(row.content()));
            return found;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String content = row.getMetaData().getColumnCount() > 1 ? row.getString(2) : "";
        return new Row(String.valueOf(row.getString(1)), Objects.requireNonNullElse(content, "NULL"));
    }

    private record Row(String id, String content) {}
}
