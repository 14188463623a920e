package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.integrity.rows.CellCases.Cell;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import io.cutovergate.integrity.sql.Snapshots;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases of {@link MatrixTest} by each of the hashes, whichever the servers would agree on. */
@ExtendWith(ServersExtension.class)
class OneCellTest {

    private static Databases databases;

    @BeforeAll
    static void create(Servers servers) throws SQLException {
        databases = servers.create(CellCases.TYPES);
        List<String> onSource = new ArrayList<>();
        List<String> onTarget = new ArrayList<>();
        for (int i = 0; i < CellCases.ALL.size(); i++) {
            Cell cell = CellCases.ALL.get(i);
            String table = "create table t" + i + " (id int primary key, c " + cell.type() + ", d int);"
                    + " insert into t" + i + " values (1, %s, 7), (2, %s, 7), (3, %s, 7)";
            onSource.add(table.formatted(cell.source(), cell.source(), cell.source()));
            onTarget.add(table.formatted(cell.source(), cell.target(), cell.source()));
        }
        databases.source(onSource.toArray(String[]::new));
        databases.target(onTarget.toArray(String[]::new));
        // Only of columns that are known to be filled the values are mixed.
        databases.both("analyze");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByTableKeyAndColumn(RowHash hash) {
        Selection everything = Databases.everything();
        try (Snapshots snapshots = Snapshots.open(databases.sides())) {
            Worklist work = Worklist.of(Catalog.ofBoth(snapshots, everything), everything);
            assertThat(work.compared()).hasSameSizeAs(CellCases.ALL);
            for (ComparedTable table : work.compared()) {
                Cell cell =
                        CellCases.ALL.get(Integer.parseInt(table.name().name().substring(1)));
                TableResult result = new TableWork(databases.sides(), table, hash, Comparing.whole(1, 20))
                        .take(Chunk.WHOLE, snapshots)
                        .orElseThrow();
                assertThat(result.shown())
                        .as("%s %s", table.name(), cell)
                        .singleElement()
                        .satisfies(difference -> {
                            assertThat(difference.toString()).startsWith("changed id='2': c ");
                            assertThat(difference.cells()).singleElement().satisfies(found -> assertThat(found.source())
                                    .isNotEqualTo(found.target()));
                        });
            }
        }
    }

    @Test
    void theServersAgreeOnTheFastHashOfEveryType() {
        Selection everything = Databases.everything();
        try (Snapshots snapshots = Snapshots.open(databases.sides())) {
            Worklist work = Worklist.of(Catalog.ofBoth(snapshots, everything), everything);
            assertThat(work.types()).hasSizeGreaterThan(30);
            assertThat(Handshake.agreed(snapshots, work.types(), Integrity.Hash.FAST))
                    .isEqualTo(RowHash.NATIVE);
        }
    }
}
