package io.cutovergate.testbed.standin;

import io.cutovergate.testbed.Lifeline;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** An object store with the S3 protocol: S3Proxy over a directory, in a process of its own. */
public final class ObjectStore {
    private ObjectStore() {}

    /** Arguments: directory for objects, endpoint URL, access key, secret key. */
    public static void main(String[] args) throws Exception {
        Lifeline.endWithStandardInput();
        Path objects = Path.of(args[0]);
        Files.createDirectories(objects.resolve("shop"));
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", args[1]);
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", args[2]);
        settings.setProperty("s3proxy.credential", args[3]);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty("jclouds.filesystem.basedir", objects.toString());
        settings.setProperty("jclouds.identity", args[2]);
        settings.setProperty("jclouds.credential", args[3]);
        Path file = objects.resolveSibling("s3proxy.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        org.gaul.s3proxy.Main.main(new String[] {"--properties", file.toString()});
    }
}
