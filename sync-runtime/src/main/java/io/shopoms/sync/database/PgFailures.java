package io.shopoms.sync.database;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.Set;

/** What a failed statement says about its cause, by SQLSTATE and never by the translated message. */
public final class PgFailures {

    /** Bad values (22), broken constraints (23), one row named twice (21), a value too large for an index (54). */
    private static final Set<String> DATA_CLASSES = Set.of("21", "22", "23", "54");

    private PgFailures() {}

    /**
     * The reason, if the data is to blame: the same statement would fail again, but may pass without the offending row.
     * Empty for an outage, a deadlock, a missing table, a timeout: then the same statement may pass later. The text holds
     * no values.
     */
    public static Optional<String> dataReason(Throwable failure) {
        if (failure instanceof PgException pg
                && pg.getSqlState() != null
                && pg.getSqlState().length() == 5
                && DATA_CLASSES.contains(pg.getSqlState().substring(0, 2))) {
            return Optional.of("the database refuses it (SQLSTATE " + pg.getSqlState() + ")");
        }
        return Optional.empty();
    }

    /** Whether PostgreSQL itself answered, and so can be reached. */
    public static boolean answered(Throwable failure) {
        return failure instanceof PgException;
    }

    /** The failure in one line, without values that the statement carried. */
    public static String describe(Throwable failure) {
        if (failure instanceof PgException pg) {
            return "PostgreSQL answered SQLSTATE " + pg.getSqlState();
        }
        return failure.getClass().getSimpleName();
    }
}
