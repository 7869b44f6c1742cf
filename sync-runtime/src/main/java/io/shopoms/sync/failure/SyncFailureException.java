package io.shopoms.sync.failure;

import java.util.Objects;

/** Carries a {@link SyncFailure} through a reactive chain. Costs no stack trace unless it has a cause. */
public final class SyncFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;
    private final boolean notCarriedOut;

    public SyncFailureException(SyncFailure failure) {
        this(failure, false);
    }

    /** @param notCarriedOut true only if the other side certainly changed nothing because of the call that failed */
    public SyncFailureException(SyncFailure failure, boolean notCarriedOut) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.notCarriedOut = notCarriedOut;
    }

    public SyncFailureException(SyncFailure failure, Throwable cause) {
        super(failure.message(), Objects.requireNonNull(cause, "cause"));
        this.failure = failure;
        this.notCarriedOut = false;
    }

    public SyncFailure failure() {
        return failure;
    }

    /**
     * Whether the call that failed certainly changed nothing on the other side, in none of its tries; false if that is not
     * known.
     */
    public boolean notCarriedOut() {
        return notCarriedOut;
    }
}
