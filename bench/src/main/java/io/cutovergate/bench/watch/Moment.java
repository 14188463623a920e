package io.cutovergate.bench.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When something was done from outside: at some time between the two, microseconds of the wall clock, which all processes
 * of this machine share.
 */
record Moment(long before, long after) {

    /** Of two numbers, as a process has printed them. */
    static Moment of(String text) {
        String[] numbers = text.strip().split(" ", -1);
        return new Moment(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    long middle() {
        return before + (after - before) / 2;
    }

    /** How wrong the middle can be at most, microseconds. */
    long doubt() {
        return (after - before + 1) / 2;
    }

    /** Returns at that time of the wall clock, not before. */
    static void await(long micros) {
        for (long left = micros - now(); left > 0; left = micros - now()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
        }
    }
}
