package io.cutovergate.reports.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The templates beside this class. A name that a template uses and its view lacks is an error. */
final class Templates {

    private Templates() {}

    static Template html(String name) {
        return compiler(Escapers.HTML).compile(text(name));
    }

    /** Escapes what Markdown would take for its own, so that a cause cannot write a table or a picture. */
    static Template markdown(String name) {
        return compiler(Templates::escapeMarkdown).compile(text(name));
    }

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mustache.Compiler compiler(Mustache.Escaper escaper) {
        return Mustache.compiler()
                .withEscaper(escaper)
                .nullValue("")
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(text(name)));
    }

    private static String escapeMarkdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\R", "<br>");
    }
}
