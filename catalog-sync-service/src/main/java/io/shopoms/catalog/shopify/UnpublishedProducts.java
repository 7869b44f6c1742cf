package io.shopoms.catalog.shopify;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/**
 * Remembers which creations lack their last step, which is to publish the product. A creation lacks it from the moment on
 * that its handle is chosen, see {@link ChosenHandles}.
 */
public interface UnpublishedProducts {

    /** Those of the references whose product was not published yet. */
    Uni<Set<String>> among(Store store, Collection<String> references);

    /** Nothing is to be published any more: a person may take the products out of the sales channels again. */
    Uni<Void> published(Store store, Collection<String> references);
}
