package io.shopoms.catalog.shopify;

import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.UserErrors.UserError;

/** Shopify understood a mutation and refused it, having changed nothing. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ShopifyStep step;
    private final transient UserError error;

    RefusedException(ShopifyStep step, UserError error) {
        super(error.message(), null, false, false);
        this.step = step;
        this.error = error;
    }

    boolean isTakenHandle() {
        return error.code().filter(WriteFailures.HANDLE_NOT_UNIQUE::equals).isPresent();
    }

    /** The form in which refusals leave this room. */
    SyncFailureException forCaller() {
        return new SyncFailureException(WriteFailures.of(step, error));
    }
}
