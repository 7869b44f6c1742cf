package io.shopoms.sandbox.stack;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Something that keeps the stack from doing what was asked; the message is one line for the person who asked. */
public final class StackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackProblem(String message) {
        super(message);
    }

    public StackProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the file system objects to; its exceptions often name only the file. */
    static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied; --dir names another folder";
        }
        return e instanceof FileSystemException file && file.getReason() == null
                ? e.getClass().getSimpleName()
                : String.valueOf(e.getMessage());
    }
}
