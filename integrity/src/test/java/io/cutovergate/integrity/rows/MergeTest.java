package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.sql.Both;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void keysThatShareAHashAreToldApart() {
        List<Entry> source =
                List.of(entry(-5, 1, "a"), entry(7, 2, "b"), entry(7, 3, "c"), entry(Long.MAX_VALUE, 4, "d"));
        List<Entry> target =
                List.of(entry(7, 9, "c"), entry(7, 2, "b"), entry(7, 8, "x"), entry(Long.MAX_VALUE, 4, "d"));

        assertThat(merge(source, target)).containsExactlyInAnyOrder("a 1 / none", "c 3 / c 9", "none / x 8");
    }

    @Test
    void oneSideMayBeEmpty() {
        assertThat(merge(List.of(), List.of(entry(Long.MAX_VALUE, 1, "a")))).containsExactly("none / a 1");
        assertThat(merge(List.of(), List.of())).isEmpty();
    }

    private static List<String> merge(List<Entry> source, List<Entry> target) {
        List<String> unequal = new ArrayList<>();
        Merge.run(
                new Both<>(source.iterator(), target.iterator()),
                (ofSource, ofTarget) -> unequal.add(print(ofSource) + " / " + print(ofTarget)));
        return unequal;
    }

    private static Entry entry(long hash, long value, String key) {
        return new Entry(hash, value, List.of(key));
    }

    private static String print(@Nullable Entry entry) {
        return entry == null ? "none" : entry.key().get(0) + " " + entry.value();
    }
}
