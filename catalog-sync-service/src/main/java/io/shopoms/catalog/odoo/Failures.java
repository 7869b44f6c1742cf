package io.shopoms.catalog.odoo;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

/** Collects why single templates could not be written. What concerns all of them fails the call instead. */
final class Failures {

    private final Map<Long, SyncFailure> byTemplate = new HashMap<>();

    /** The first failure of a template counts: later ones follow from it. */
    void add(long templateId, SyncFailure failure) {
        byTemplate.putIfAbsent(templateId, failure);
    }

    boolean has(long templateId) {
        return byTemplate.containsKey(templateId);
    }

    Map<Long, SyncFailure> all() {
        return Map.copyOf(byTemplate);
    }

    /** Whether a failure concerns the records of a call, so that the others of its batch can go on. */
    static boolean concernsRecords(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof Misconfigured);
    }

    /** Does work for one template. */
    Uni<Void> guard(long templateId, Uni<Void> work) {
        return work.onFailure(Failures::concernsRecords).recoverWithItem(failure -> {
            add(templateId, ((SyncFailureException) failure).failure());
            return null;
        });
    }
}
