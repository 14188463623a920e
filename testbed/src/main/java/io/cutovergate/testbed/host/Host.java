package io.cutovergate.testbed.host;

/** The process that runs one environment; ends when its standard input does. */
public final class Host {
    private Host() {}

    /** Arguments: environment, parts separated by commas, directory. */
    public static void main(String[] args) {
        System.err.println("not built yet: " + String.join(" ", args));
        System.exit(1);
    }
}
