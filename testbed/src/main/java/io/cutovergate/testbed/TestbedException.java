package io.cutovergate.testbed;

/** The testbed itself could not do what it was asked; says nothing about the system that it stands for. */
public final class TestbedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TestbedException(String message) {
        super(message);
    }

    public TestbedException(String message, Throwable cause) {
        super(message, cause);
    }
}
