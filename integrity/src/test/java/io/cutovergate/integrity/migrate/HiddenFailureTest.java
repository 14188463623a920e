package io.cutovergate.integrity.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenFailureTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_dump shop | psql new",
                "pg_dump shop |& psql new",
                "a || b | c",
                "x=\"$(pg_dump shop | wc -l)\"",
                "x=\"`a | b`\"",
                "echo 'it is' \\' ; a | b",
                "a | b\nset -o pipefail",
                "# set -o pipefail\na | b",
                "set -eu\na | b",
                "x=$(\na\n) ; cat <<E | psql\nit's\nE\n",
            })
    void aPipeIsFound(String text) {
        assertThat(of("bash", "-c", text)).contains(new HiddenFailure("the command that bash -c is given"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_dump -f d shop && psql -f d new",
                "a || b",
                "echo 'a | b' \"c | d\" e\\|f # g | h",
                "echo x >| y",
                "set -euo pipefail; a | b",
                "set -eu -o pipefail\na | b",
                "case $1 in\n  -h|--help) usage ;;\nesac",
                "psql <<'SQL'\nselect a | b\nSQL\necho end",
            })
    void whatIsNoUnguardedPipeIsLetThrough(String text) {
        assertThat(of("bash", "-c", text)).isEmpty();
    }

    @Test
    void theOptionsOfTheShellCount() {
        assertThat(of("bash", "-o", "pipefail", "-c", "a | b")).isEmpty();
        assertThat(of("bash", "-euo", "pipefail", "-c", "a | b")).isEmpty();
        assertThat(of("/bin/bash", "-ec", "a | b")).isNotEmpty();
        assertThat(of("timeout", "30m", "sh", "-c", "a | b")).isNotEmpty();
    }

    @Test
    void scriptsAreRead() throws IOException {
        Files.writeString(folder.resolve("m"), "#!/bin/sh\n# moves\na | b\n");
        Files.writeString(folder.resolve("sound"), "#!/usr/bin/env bash\nset -euo pipefail\na | b\n");
        Files.writeString(folder.resolve("bare"), "a | b\n");
        Files.writeString(folder.resolve("python"), "#!/usr/bin/env python3\na | b\n");

        assertThat(of("./m")).contains(new HiddenFailure("line 3 of the script ./m"));
        assertThat(of("nice", "./m")).isNotEmpty();
        assertThat(of("sh", "bare", "x")).contains(new HiddenFailure("line 1 of the script bare"));
        assertThat(of("./sound")).isEmpty();
        assertThat(of("./python")).isEmpty();
        assertThat(of("./absent")).isEmpty();
    }

    private Optional<HiddenFailure> of(String... arguments) {
        return HiddenFailure.of(List.of(arguments), folder);
    }
}
