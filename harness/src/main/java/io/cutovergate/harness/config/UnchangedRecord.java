package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that the move must leave as they are. */
@Section("Records that the move must leave as they are, such as those of mail: MX, SPF, DKIM and DMARC.")
public record UnchangedRecord(
        @Key(value = "Name that they stand at.", example = "shop.example")
        String name,

        @Key(value = "Type of record.", example = "MX") String type,

        @Key(value = "Of TXT records only those that begin so.", example = "v=spf1") @Nullable
        String beginning,

        @Key(
                value =
                        "What they say, all of them, as a zone file writes it, a text without its quotes; without it what the servers of public.dns.before say.",
                example = "[\"10 mail.shop.example.\"]")
        List<String> values) {}
