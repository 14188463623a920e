package io.cutovergate.integrity.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecodedLineTest {

    @Test
    void rowsAreReadBeforeAndAfter() {
        Change change = parse("table public.users: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2"
                + " \"full Name\"[character varying]:'O''Hara new-tuple: x' n[numeric]:null t[text]:unchanged-toast-datum"
                + " a[integer[]]:'{1,2}' b[bit]:B'101' f[boolean]:true");

        assertThat(change.tables()).containsExactly(new TableName("public", "users"));
        assertThat(change.rows())
                .containsExactly(
                        Map.of("id", "1"),
                        Map.of("id", "2", "full Name", "O'Hara new-tuple: x", "a", "{1,2}", "b", "101", "f", "true"));
    }

    @Test
    void namesMayHoldAnything() {
        assertThat(parse("table \"My.Schema\".\"a\"\"b: c\": DELETE: \"k[x]\"[text]:'v'"))
                .isEqualTo(new Change(List.of(new TableName("My.Schema", "a\"b: c")), List.of(Map.of("k[x]", "v"))));
    }

    @Test
    void whatIsNotToldHasNoCells() {
        assertThat(parse("table public.log: DELETE: (no-tuple-data)").rows()).containsExactly(Map.of());
    }

    @Test
    void truncatedTablesAreNamedTogether() {
        assertThat(parse("table public.a, public.b: TRUNCATE: (no-flags)"))
                .isEqualTo(new Change(List.of(new TableName("public", "a"), new TableName("public", "b")), List.of()));
    }

    @Test
    void otherLinesAreNoChanges() {
        assertThat(DecodedLine.parse("BEGIN")).isEmpty();
        assertThat(DecodedLine.parse("message: transactional: 1 prefix: x, sz: 0 content:"))
                .isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsNotPassedOverAndNotRepeated() {
        assertThatThrownBy(() -> DecodedLine.parse("table public.users: UPSERT: name[text]:'secret'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static Change parse(String line) {
        return DecodedLine.parse(line).orElseThrow();
    }
}
