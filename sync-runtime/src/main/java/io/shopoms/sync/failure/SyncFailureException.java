package io.shopoms.sync.failure;

import java.util.Objects;

/** Carries a {@link SyncFailure} through a reactive chain. Costs no stack trace unless it has a cause. */
public final class SyncFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;

    public SyncFailureException(SyncFailure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    public SyncFailureException(SyncFailure failure, Throwable cause) {
        super(failure.message(), Objects.requireNonNull(cause, "cause"));
        this.failure = failure;
    }

    public SyncFailure failure() {
        return failure;
    }
}
