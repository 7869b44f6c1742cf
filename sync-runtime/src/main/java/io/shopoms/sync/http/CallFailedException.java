package io.shopoms.sync.http;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.Objects;

/** A failed call inside a client: the failure for its caller, and whether the other side may have acted. */
public final class CallFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;
    private final boolean notCarriedOut;
    private final String code;

    /**
     * @param failure what the caller gets to see
     * @param notCarriedOut true only if the other side certainly changed nothing, so that any call may be sent again
     */
    public CallFailedException(SyncFailure failure, boolean notCarriedOut) {
        this(failure, notCarriedOut, "");
    }

    /** @param code the other side's own name for the error, empty if it has none */
    public CallFailedException(SyncFailure failure, boolean notCarriedOut, String code) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.notCarriedOut = notCarriedOut;
        this.code = Objects.requireNonNull(code, "code");
    }

    public SyncFailure failure() {
        return failure;
    }

    public boolean notCarriedOut() {
        return notCarriedOut;
    }

    /** The same after an earlier try of which nobody knows what became. */
    CallFailedException afterUnknown() {
        return notCarriedOut ? new CallFailedException(failure, false, code) : this;
    }

    public String code() {
        return code;
    }

    /** The form in which failures leave a client. */
    public SyncFailureException forCaller() {
        return new SyncFailureException(failure, notCarriedOut);
    }
}
