package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceWriterTest {

    enum Mode {
        DNS,
        CLOUDFLARE_ORIGIN
    }

    @Section("A step.")
    record Step(
            @Key("Its name.") String id,
            @Key(value = "Its deadline.", byDefault = "5m") Duration within) {}

    @Section("Limits.")
    record Limits(
            @Key(value = "How to switch.", byDefault = "dns")
            Mode by) {}

    @Section("What is moved.")
    record MovePlan(
            @Key(value = "Steps.", example = "[ { id: a | b } ]")
            List<Step> steps,

            @Key(value = "Limits.", byDefault = "{}") Limits limits,
            @Key("More steps.") Map<String, List<Step>> more,
            @Key("Password.") @Nullable Secret password) {}

    @Test
    void writesEachSectionOnceInReadingOrder() {
        String reference = ReferenceWriter.write(List.of(MovePlan.class));
        assertThat(reference.substring(reference.indexOf("## Move plan"))).isEqualTo("""
                        ## Move plan

                        What is moved.

                        | key | type | default | meaning |
                        |---|---|---|---|
                        | `steps` | list of [`steps[]`](#referencewritertest-step) | empty | Steps. Example: `[ { id: a \\| b } ]` |
                        | `limits` | [`limits`](#referencewritertest-limits) | its defaults | Limits. |
                        | `more` | mapping of names to list of [`steps[]`](#referencewritertest-step) | empty | More steps. |
                        | `password` | secret | none | Password. |

                        ### <a id="referencewritertest-step"></a>`steps[]`

                        A step.
                        The same stands at `more.<name>[]`.

                        | key | type | default | meaning |
                        |---|---|---|---|
                        | `id` | text | **required** | Its name. |
                        | `within` | duration | `5m` | Its deadline. |

                        ### <a id="referencewritertest-limits"></a>`limits`

                        Limits.

                        | key | type | default | meaning |
                        |---|---|---|---|
                        | `by` | `dns`, `cloudflare-origin` | `dns` | How to switch. |
                        """);
    }
}
