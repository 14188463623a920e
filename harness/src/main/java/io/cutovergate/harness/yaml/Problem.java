package io.cutovergate.harness.yaml;

/**
 * A mistake in a file.
 *
 * @param file the file's path as the user gave it
 * @param line counted from 1; 0 when the file could not be read at all
 * @param column counted from 1; 0 when the file could not be read at all
 * @param keyPath for example {@code public.tls.min-days-left} or {@code cutover.steps[2].run}; empty at the file's root
 * @param message what is wrong and what is allowed; never holds a secret
 */
public record Problem(String file, int line, int column, String keyPath, String message) {

    Problem masked(Secrets secrets) {
        return new Problem(file, line, column, keyPath, secrets.mask(message));
    }

    /** One line: {@code staging.yaml:12:5: public.tls.min-days-lft: unknown key; …}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + (keyPath.isEmpty() ? "" : keyPath + ": ") + message;
    }
}
