package io.cutovergate.cli;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.TableName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that would make the target equal, in a file that only its owner reads. Nothing here runs them. */
final class RepairFile implements AutoCloseable {

    private final @Nullable BufferedWriter file;

    private RepairFile(@Nullable BufferedWriter file) {
        this.file = file;
    }

    /** Opens the file, which must not exist yet; of null, one that takes nothing. */
    static RepairFile of(@Nullable Path path, CompareSides.Pair pair) {
        if (path == null) {
            return new RepairFile(null);
        }
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            BufferedWriter file =
                    Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
            file.write("""
                    -- Would make %s equal to the source, as both were compared.
                    -- Holds the data as it is. Read it before you run it: psql --single-transaction --set ON_ERROR_STOP=1
                    set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
                    set standard_conforming_strings = on; set search_path = '';
                    -- Neither triggers nor foreign keys act meanwhile; needs a superuser, or leave it out and mind the order.
                    set session_replication_role = replica;
                    """.formatted(pair.databases().on(Side.TARGET)));
            return new RepairFile(file);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--repair-sql: " + path + " exists already; nothing was overwritten");
        } catch (IOException e) {
            throw new UsageException("--repair-sql: " + path + " cannot be written: " + e);
        }
    }

    boolean wanted() {
        return file != null;
    }

    void write(TableName table, List<String> statements) {
        if (file == null) {
            return;
        }
        try {
            file.write("-- " + table + "\n");
            for (String statement : statements) {
                file.write(statement + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the repair file cannot be written", e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the repair file cannot be written", e);
            }
        }
    }
}
