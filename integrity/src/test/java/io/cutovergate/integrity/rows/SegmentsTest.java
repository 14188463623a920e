package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large tables are summed up in segments, and nothing gets lost between them. */
@ExtendWith(ServersExtension.class)
class SegmentsTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bigint", "text"})
    void ofAWideTableTheSegmentsThatDifferAreOpened(String key, Servers servers) throws SQLException {
        String columns = IntStream.range(0, 12).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", "));
        Databases databases = servers.create(
                "create table wide (id " + key + " primary key, " + columns + ")",
                "insert into wide (id, c0, c11) select i::" + key + ", i, i from generate_series(-10000, 10000) i",
                "analyze wide");
        databases.target(
                "update wide set c11 = null where c0 in (-10000, 77)",
                "delete from wide where c0 = 10000",
                "insert into wide (id) values ('4000000000')");

        assertThat(Compared.of(databases).differences("wide"))
                .containsExactly(
                        "changed id='-10000': c11 '-10000' on source, NULL on target",
                        "changed id='77': c11 '77' on source, NULL on target",
                        "extra id='4000000000'",
                        "missing id='10000'");
    }

    @Test
    void aSegmentThatHoldsNearlyAllRowsIsNarrowedOnceMore(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table crowded (id bigint primary key)",
                "insert into crowded select i from generate_series(1, 300000) i",
                "insert into crowded values (-9223372036854775808), (9223372036854775807)");
        databases.target(
                "update crowded set id = -4 where id = 150000",
                "delete from crowded where id in (1, 9223372036854775807)");

        assertThat(Compared.of(databases).differences("crowded"))
                .containsExactly(
                        "extra id='-4'", "missing id='1'", "missing id='150000'", "missing id='9223372036854775807'");
    }
}
