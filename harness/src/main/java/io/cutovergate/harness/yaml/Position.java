package io.cutovergate.harness.yaml;

/** A place in a file; line and column are counted from 1. */
public record Position(int line, int column) {

    static final Position START = new Position(1, 1);
}
