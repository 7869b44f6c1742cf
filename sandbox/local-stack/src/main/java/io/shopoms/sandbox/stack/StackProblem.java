package io.shopoms.sandbox.stack;

/** Something that keeps the stack from doing what was asked; the message is one line for the person who asked. */
public final class StackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackProblem(String message) {
        super(message);
    }

    public StackProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
