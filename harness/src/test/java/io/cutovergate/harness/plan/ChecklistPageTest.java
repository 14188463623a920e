package io.cutovergate.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What we say is built is built, and nothing else. */
class ChecklistPageTest {

    private static final String BEGIN = "<!-- generated: what is built -->\n";
    private static final String END = "<!-- end -->";

    private final ChecklistPage page = ChecklistPage.ours();

    @Test
    void pageIsUpToDate() throws IOException {
        assertThat(page.items()).hasSize(49);
        Generated.assertUpToDate(Generated.inProject("docs/checklist.md"), page.page());
    }

    @Test
    void readmeIsUpToDate() throws IOException {
        Path file = Generated.inProject("README.md");
        String readme = Files.readString(file);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END, begin);
        assertThat(readme).contains(BEGIN).contains(END);
        Generated.assertUpToDate(file, readme.substring(0, begin) + page.summary() + readme.substring(end));
    }
}
