package io.cutovergate.cutover.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() throws IOException {
        WatchRecord record = RecordReader.file(written(true));

        assertThat(record.observer()).isEqualTo("here");
        assertThat(record.series()).hasSize(2);
        assertThat(record.series().get(0).sent()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.OK);
            assertThat(one.seen()).isEqualTo(Seen.SOURCE);
        });
        assertThat(record.writes().get("orders")).extracting(Write::id).containsExactly("gate-run-orders-0");
        assertThat(record.whole()).isTrue();
    }

    @Test
    void knowsTheIdentifiersOfWhichNobodyHeard() throws IOException {
        WatchRecord record = RecordReader.file(written(false));

        // 0 to 2 were reserved before the first was sent; only 0 came back.
        assertThat(record.reserved().get("orders")).containsExactlyInAnyOrder("gate-run-orders-1", "gate-run-orders-2");
        assertThat(record.whole()).isFalse();
    }

    @Test
    void leavesOutALastLineThatWasCutOff() throws IOException {
        Path file = written(false);
        Files.writeString(file, Files.readString(file) + "O\tproducts/new\t12");

        assertThat(RecordReader.file(file).series().get(0).sent()).hasSize(1);
    }

    @Test
    void refusesAnyOtherLineThatIsNoneOfItsOwn() throws IOException {
        Path file = written(false);
        Files.writeString(file, Files.readString(file) + "O\tproducts/new\t12\nA\t1\t0\n");

        assertThatThrownBy(() -> RecordReader.file(file))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("is no line of a record");
    }

    @Test
    void saysThatNobodyWatched() {
        assertThatThrownBy(() -> RecordReader.folder(folder.resolve("none")))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("nobody watched")
                .hasMessageContaining("watch.record");
    }

    private Path written(boolean whole) throws IOException {
        Path file = folder.resolve("here.1" + RecordReader.ENDING);
        try (WatchLog log = WatchLog.begin(file)) {
            log.add(RecordLine.HEAD, RecordLine.FORMAT, "here", "2026-11-26T18:00:00Z", "production", "run", 1);
            log.add(RecordLine.SERIES, "products/new", 20_000, "api.shop.test", "/api/products");
            log.add(RecordLine.SERIES, "orders/write", 100_000, "api.shop.test", "/api/orders");
            log.add(
                    RecordLine.ASKED,
                    "products/new",
                    0,
                    10,
                    5_000,
                    Outcome.OK,
                    200,
                    Seen.SOURCE,
                    "127.0.10.1",
                    "system",
                    "",
                    "");
            log.force(RecordLine.RESERVED, "orders/write", "gate-run-orders-", 0, 3);
            log.add(
                    RecordLine.ASKED,
                    "orders/write",
                    0,
                    10,
                    9_000,
                    Outcome.OK,
                    201,
                    Seen.SOURCE,
                    "127.0.10.1",
                    "system",
                    "gate-run-orders-0",
                    "17");
            if (whole) {
                log.force(RecordLine.END, 20_000);
            }
        }
        return file;
    }
}
