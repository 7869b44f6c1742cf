package io.shopoms.catalog;

import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what became of the products of one batch. A product that fails at a stage ends here and the others go on; only
 * what concerns all of them, a misconfiguration, fails the batch.
 */
final class ProductOutcomes {

    private final List<Outcome> outcomes = new ArrayList<>();

    List<Outcome> all() {
        return List.copyOf(outcomes);
    }

    void processed(long productId, String note) {
        outcomes.add(new Outcome.Processed(productId, note));
    }

    void failed(long productId, SyncFailure failure) {
        outcomes.add(new Outcome.Failed(productId, failure));
    }

    /** Does pure work for one product; empty if it failed. */
    <T> Optional<T> attempt(long productId, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (SyncFailureException e) {
            failed(productId, e.failure());
            return Optional.empty();
        }
    }

    static boolean concernsOneProduct(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof Misconfigured);
    }

    static SyncFailure failure(Throwable failure) {
        return ((SyncFailureException) failure).failure();
    }
}
