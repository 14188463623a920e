package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the records of a gate stand: {@code watch.record/GATE/OBSERVER.N.watch.tsv}. */
public final class Records {

    private Records() {}

    /** The folder of a gate. */
    public static Path folder(Migration migration, Gate gate) {
        return migration.environment().watch().record().resolve(gate.id());
    }

    /** The next file of an observer: one that was killed goes on in another, and what lies between is a gap. */
    public static Path next(Migration migration, Gate gate, String observer) {
        Path folder = folder(migration, gate);
        int number = 1;
        while (Files.exists(file(folder, observer, number))) {
            number++;
        }
        return file(folder, observer, number);
    }

    private static Path file(Path folder, String observer, int number) {
        return folder.resolve(observer + "." + number + RecordReader.ENDING);
    }
}
