package io.cutovergate.harness.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML 1.2 with the core schema to nodes that know their place. */
final class YamlText {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            // refused with a message of our own
            .setAllowNonScalarKeys(true)
            .build();

    private YamlText() {}

    /** The text is not one YAML document. */
    static final class SyntaxException extends Exception {

        private final transient Position position;

        SyntaxException(String message, Position position, @Nullable Throwable cause) {
            super(message, cause);
            this.position = position;
        }

        Position position() {
            return position;
        }
    }

    /** The one document; empty for a text without any. */
    static Optional<Node> parse(String text) throws SyntaxException {
        Composer composer = new Composer(SETTINGS, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
        try {
            if (!composer.hasNext()) {
                return Optional.empty();
            }
            Node document = composer.next();
            if (composer.hasNext()) {
                throw new SyntaxException(
                        "a second document (---); write one document per file",
                        position(composer.next().getStartMark()),
                        null);
            }
            return Optional.of(document);
        } catch (MarkedYamlEngineException e) {
            Position position = position(e.getProblemMark().or(e::getContextMark));
            throw new SyntaxException("not YAML: " + message(e) + hint(text, position), position, e);
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            Position position = new Position(line, before.length() - before.lastIndexOf('\n'));
            throw new SyntaxException(
                    String.format("not YAML: character U+%04X is not allowed", e.getCodePoint()), position, e);
        } catch (YamlEngineException e) {
            throw new SyntaxException("not YAML: " + e.getMessage(), Position.START, e);
        }
    }

    static Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
    }

    private static String message(MarkedYamlEngineException e) {
        String context = e.getContext();
        return context == null || context.isEmpty() ? e.getProblem() : context + ": " + e.getProblem();
    }

    /** Inside { } and [ ] the brace of an unquoted ${…} is taken for YAML's own. */
    private static String hint(String text, Position position) {
        String line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
        return line.contains("${")
                ? "; a value with ${…} needs quotes inside { } and [ ], and when it holds \": \""
                : "";
    }
}
