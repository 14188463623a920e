package io.cutovergate.testbed.standin;

import io.cutovergate.testbed.Lifeline;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An object store with the S3 protocol: S3Proxy over a directory, in a process of its own, with the bucket {@code shop}. */
public final class ObjectStore {
    private ObjectStore() {}

    /** Arguments: directory for objects, endpoint URL, access key, secret key. */
    public static void main(String[] args) throws Exception {
        Lifeline.endWithStandardInput();
        Path objects = Path.of(args[0]);
        Path bucket = Files.createDirectories(objects.resolve("shop"));
        // what everybody may read on disk, S3Proxy lets everybody read without a key
        Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .endpoint(URI.create(args[1]))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, args[2], args[3])
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
    }
}
