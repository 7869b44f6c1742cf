package io.shopoms.sync.failure;

import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names failures that nobody classified. Their messages are not repeated: they are foreign text, and may quote a
 * customer's data.
 */
public final class UnexpectedFailures {

    private UnexpectedFailures() {}

    /**
     * The failure that {@code error} stands for. A network or database error passes by itself; anything else is a mistake
     * in the program, tried a few times because it may depend on the moment, and then shown to people.
     *
     * @param attempts how often it was tried, this time included
     * @param patience after how many attempts a mistake counts as permanent
     */
    public static SyncFailure of(Throwable error, int attempts, int patience) {
        if (error instanceof SyncFailureException classified) {
            return classified.failure();
        }
        if (passes(error) || attempts < patience) {
            return new TransientFailure("unexpected " + describe(error));
        }
        return new InvalidPayload(
                "unexpected " + describe(error),
                "This is a mistake in the program that this record brings to light. Report it; retry the record once it is corrected.");
    }

    /**
     * The error's type and the place in our code where it arose: {@code NullPointerException at SaleOrderMapper:42}; of the
     * database's the SQLSTATE and what of the schema it names.
     */
    public static String describe(Throwable error) {
        return error instanceof PgException pg ? describe(pg) : place(error);
    }

    /** Names of tables and constraints are ours; the message and the detail may quote values. */
    private static String describe(PgException error) {
        return Stream.of(error.getTable(), error.getColumn(), error.getConstraint())
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.joining(", ", "PgException SQLSTATE " + error.getSqlState() + " (", ")"))
                .replace(" ()", "");
    }

    private static String place(Throwable error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith("io.shopoms.")) {
                String simple =
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                return error.getClass().getSimpleName() + " at " + simple + ":" + frame.getLineNumber();
            }
        }
        return error.getClass().getSimpleName();
    }

    private static boolean passes(Throwable error) {
        return error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof VertxException
                || error instanceof PgException pg && !isMistake(String.valueOf(pg.getSqlState()));
    }

    /** Bad values (22), broken constraints (23), a row named twice (21), SQL that does not fit the schema (42), limits (54). */
    private static boolean isMistake(String state) {
        return Stream.of("21", "22", "23", "42", "54").anyMatch(state::startsWith);
    }
}
