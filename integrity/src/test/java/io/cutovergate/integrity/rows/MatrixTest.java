package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.rows.CellCases.Cell;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.ShapeCases.Shape;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise of the comparison of rows: every difference of one cell is found, over all types and shapes of tables,
 * between servers of the same and of another major version. Its other half is {@link LooksDifferentTest}.
 */
@ExtendWith(ServersExtension.class)
class MatrixTest {

    @Test
    void noCaseGotLost() {
        assertThat(CellCases.ALL).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        assertThat(ShapeCases.ALL).hasSizeGreaterThanOrEqualTo(35);
        assertThat(ShapeCases.ALL).extracting(Shape::table).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "across versions: {0}")
    @ValueSource(booleans = {false, true})
    void everyCellIsFoundByTableKeyAndColumn(boolean acrossVersions, Servers servers) throws SQLException {
        Databases databases = databases(servers, acrossVersions);
        databases.both(CellCases.TYPES);
        List<String> onSource = new ArrayList<>();
        List<String> onTarget = new ArrayList<>();
        for (int i = 0; i < CellCases.ALL.size(); i++) {
            Cell cell = CellCases.ALL.get(i);
            String table = "create table t" + i + " (id int primary key, c " + cell.type() + ", d int);"
                    + " insert into t" + i + " values (1, %1$s, 7), (2, %2$s, 7), (3, %1$s, 7)";
            onSource.add(table.formatted(cell.source(), cell.source()));
            onTarget.add(table.formatted(cell.source(), cell.target()));
        }
        databases.source(onSource.toArray(String[]::new));
        databases.target(onTarget.toArray(String[]::new));

        Compared compared = Compared.of(databases);

        assertThat(compared.result().uncompared()).isEmpty();
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < CellCases.ALL.size(); i++) {
            all.assertThat(compared.differences("t" + i))
                    .as(CellCases.ALL.get(i).toString())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference).startsWith("changed id='2': c "));
        }
        all.assertAll();
    }

    @ParameterizedTest(name = "across versions: {0}")
    @ValueSource(booleans = {false, true})
    void everyShapeOfTableIsCompared(boolean acrossVersions, Servers servers) throws SQLException {
        Databases databases = databases(servers, acrossVersions);
        for (Shape shape : ShapeCases.ALL) {
            databases.both(shape.setup());
            databases.target(shape.change());
        }

        Compared compared = Compared.of(databases);

        assertThat(compared.result().uncompared()).isEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Shape shape : ShapeCases.ALL) {
            all.assertThat(compared.differences(shape.table()))
                    .as(shape.table())
                    .containsExactlyElementsOf(shape.expected());
        }
        all.assertAll();
    }

    @Test
    void rowsWithoutAColumnAreCounted(Servers servers) throws SQLException {
        Databases databases = servers.create("create table columnless (); insert into columnless default values");
        databases.target("insert into columnless default values");

        assertThat(Compared.of(databases).table("columnless").counts()).containsEntry(Kind.EXTRA, 1L);
    }

    @Test
    void aTableOfAllTheColumnsThatThereCanBeIsCompared(Servers servers) throws SQLException {
        String columns =
                IntStream.range(1, 1600).mapToObj(i -> "c" + i + " int4").collect(Collectors.joining(", "));
        Databases databases = servers.create(
                "create table wide (id int primary key, " + columns + ")",
                "insert into wide (id, c1599) values (1, 7)");
        databases.target("update wide set c1599 = 8");

        assertThat(Compared.of(databases).differences("wide"))
                .containsExactly("changed id='1': c1599 '7' on source, '8' on target");
    }

    @Test
    void aRowOf20MegabytesIsComparedInSeconds(Servers servers) throws SQLException {
        int size = 20 * 1024 * 1024;
        Databases databases = servers.create(
                "create table huge (id int primary key, a bytea)",
                "insert into huge values (1, decode(repeat('00ff', " + size / 2 + "), 'hex'))");
        databases.target("update huge set a = set_byte(a, " + (size - 1) + ", 254)");

        long start = System.nanoTime();
        List<String> differences = Compared.of(databases).differences("huge");

        // One or two on an idle machine; five times the size takes five times as long.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(differences).singleElement().satisfies(difference -> assertThat(difference)
                .startsWith("changed id='1': a ")
                .hasSizeLessThan(1_000));
    }

    private static Databases databases(Servers servers, boolean acrossVersions) throws SQLException {
        return acrossVersions ? servers.acrossVersions().create() : servers.create();
    }
}
