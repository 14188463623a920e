package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayFilesTest {

    private static final String CHECKSUM = "1517666636";

    private final Flyway flyway = new Flyway();

    @TempDir
    Path folder;

    @Test
    void readsVersionsInTheirOrderAndRepeatableOnesLast() throws IOException {
        write("V10__last.sql", "");
        write("R__a_view.sql", "");
        write("sub/V9_1__add_index.sql", "");
        write("V2__in_code.java", "");
        write("notes.sql", "");
        assertThat(expected(history()))
                .extracting(Change::title)
                .containsExactly("2 in code", "9.1 add index", "10 last", "repeatable a view");
    }

    @Test
    void computesTheChecksumWhateverTheLineEnds() throws IOException {
        // CRC-32 of the lines without their ends, as a signed number of 32 bits.
        write("V1__unix.sql", "create table t (id int);\n-- end\n");
        write("V2__windows.sql", "\uFEFFcreate table t (id int);\r\n-- end");
        assertThat(expected(history())).extracting(Change::checksum).containsExactly(CHECKSUM, CHECKSUM);
    }

    @Test
    void doesNotExpectWhatABaselineStandsFor() throws IOException {
        write("V1__one.sql", "");
        write("V2__two.sql", "");
        write("V3__three.sql", "");
        History baselined = history(new Change("2", "baseline 2", null));
        assertThat(expected(baselined)).extracting(Change::title).containsExactly("baseline 2", "3 three");
    }

    @Test
    void namesWhatIsMissingUnknownAndChanged() {
        Drift drift = Drift.between(
                List.of(change("1", "a"), change("2", "b"), change("10", "c")),
                List.of(change("1", "a"), change("2", "other"), change("11", "d")));
        assertThat(drift.missing()).containsExactly("10 title");
        assertThat(drift.unknown()).containsExactly("11 title");
        assertThat(drift.changed()).containsExactly("2 title");
    }

    private List<Change> expected(History history) {
        return flyway.expected(folder, history);
    }

    private static History history(Change... applied) {
        return new History(new Flyway(), "t", List.of(applied), List.of(), List.of());
    }

    private static Change change(String id, String checksum) {
        return new Change(id, id + " title", checksum);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
