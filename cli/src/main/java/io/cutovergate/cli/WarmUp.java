package io.cutovergate.cli;

/** Runs the commands whose start should be short, so that the class data archive holds their classes. Used by the build only. */
public final class WarmUp {

    private static final String NOBODY = "postgresql://gate@127.0.0.1:1/nobody";

    private WarmUp() {}

    /** Arguments: those of a plan. Its exit status counts; the comparison reaches nobody. */
    public static void main(String[] arguments) {
        Main.execute("compare", "--source", NOBODY, "--target", NOBODY);
        System.exit(Main.execute(arguments));
    }
}
