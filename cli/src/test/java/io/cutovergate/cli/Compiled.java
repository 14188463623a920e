package io.cutovergate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes jars as a user makes them: compiled against the class path of the command. */
record Compiled(Path folder) {

    /** A jar of one class of the package {@code theirs}. */
    Path jar(String className, String source) throws IOException {
        return jar(className, List.of(new Source(className, source)));
    }

    /** A jar of all sources below a folder. */
    Path jarOf(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler().getStandardFileManager(null, null, null)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return jar("sources", manager.getJavaFileObjectsFromPaths(java));
        }
    }

    private Path jar(String name, Iterable<? extends JavaFileObject> sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        if (!compiler().getTask(messages, null, null, options, null, sources).call()) {
            throw new IllegalStateException(messages.toString());
        }
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, classes.relativize(file).toString(), out);
            }
        }
        return jar;
    }

    private static void copy(Path file, String name, OutputStream out) throws IOException {
        ((JarOutputStream) out).putNextEntry(new JarEntry(name));
        Files.copy(file, out);
    }

    private static JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///theirs/" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
