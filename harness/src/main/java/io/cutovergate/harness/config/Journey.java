package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user does in a browser, step by step. */
@Section("What a user does in a browser, step by step.")
public record Journey(
        @Key("Service whose page is opened.") String service,

        @Key(value = "Path that is opened.", byDefault = "/")
        String path,

        @Key("Account that logs in.") @Nullable String as,
        @Key("Steps, in order.") List<Step> steps,

        @Key(value = "Time for each step.", byDefault = "20s")
        Duration within) {

    @Section("A step: exactly one of click, enter, see and gone.")
    public record Step(
            @Key("CSS selector of what is clicked.") @Nullable
            String click,

            @Key("Text that is entered.") @Nullable Enter enter,

            @Key("CSS selector that becomes visible.") @Nullable
            String see,

            @Key("CSS selector that disappears.") @Nullable String gone) {

        public Step {
            long given = java.util.stream.Stream.of(click, enter, see, gone)
                    .filter(java.util.Objects::nonNull)
                    .count();
            if (given != 1) {
                throw new IllegalArgumentException("exactly one of click, enter, see and gone is needed");
            }
        }
    }

    @Section("Text entered into a field: exactly one of text and credential.")
    public record Enter(
            @Key("CSS selector of the field.") String into,
            @Key("The text.") @Nullable String text,

            @Key("Which credential of the account.") @Nullable
            Credential credential) {

        public Enter {
            if ((text == null) == (credential == null)) {
                throw new IllegalArgumentException("exactly one of text and credential is needed");
            }
        }
    }

    /** A credential of the account. */
    public enum Credential {
        USERNAME,
        PASSWORD
    }
}
