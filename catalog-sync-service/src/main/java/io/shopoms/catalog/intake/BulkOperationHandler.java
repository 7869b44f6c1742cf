package io.shopoms.catalog.intake;

import io.shopoms.catalog.cache.BulkOperationNotices;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells who waits for a bulk operation in this process that it ended; in another process the wait is a little longer. */
@ApplicationScoped
class BulkOperationHandler implements EntryHandler {

    private final BulkOperations operations;

    BulkOperationHandler(BulkOperations operations) {
        this.operations = operations;
    }

    @Override
    public String kind() {
        return BulkOperationNotices.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> notices) {
        notices.forEach(notice -> operations.ended(new ShopifyId(notice.recordId())));
        return Uni.createFrom()
                .item(notices.stream()
                        .<Outcome>map(notice -> new Processed(notice.recordId(), "whoever waits for it was told"))
                        .toList());
    }
}
