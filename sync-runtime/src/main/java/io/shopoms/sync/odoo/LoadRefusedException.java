package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure;
import java.util.Set;

/** {@code load} answered {@code ids:false}: nothing of the table was taken. */
final class LoadRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;
    private final transient Set<String> externalIds;

    /** @param externalIds the records that Odoo's messages point at; may be empty */
    LoadRefusedException(SyncFailure failure, Set<String> externalIds) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.externalIds = Set.copyOf(externalIds);
    }

    SyncFailure failure() {
        return failure;
    }

    Set<String> externalIds() {
        return externalIds;
    }
}
