package io.cutovergate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The commit that the program was built from. */
final class Commit {

    private Commit() {}

    /** The short id, with a plus where files are changed; {@code unknown} outside a checkout. */
    static String current() {
        String id = git("rev-parse", "--short", "HEAD");
        if (id.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? id : id + "+";
    }

    private static String git(String... arguments) {
        try {
            String[] command = new String[arguments.length + 1];
            command[0] = "git";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Process process = new ProcessBuilder(command)
                    .directory(Program.home().toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
