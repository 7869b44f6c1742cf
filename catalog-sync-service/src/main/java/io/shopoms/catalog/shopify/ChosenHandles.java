package io.shopoms.catalog.shopify;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;

/**
 * Remembers under which handle a product is created for a record. Handles are unique in a store: as long as every try uses
 * the same one, no second product can come of a creation whose answer was lost.
 */
public interface ChosenHandles {

    /** The handle that was chosen for a record before, or else {@code proposal}, which is it from now on. */
    Uni<String> choose(Store store, String reference, String proposal);

    /** Chooses another one: something else has the first. */
    Uni<Void> change(Store store, String reference, String handle);
}
