package io.shopoms.inventory.shopify;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stock in Shopify over the Admin GraphQL API. */
@ApplicationScoped
class GraphqlStock implements ShopifyStock {

    private final ShopifyClients shopify;
    private final WriteJournal journal;
    private final Clock clock;

    GraphqlStock(ShopifyClients shopify, WriteJournal journal, Clock clock) {
        this.shopify = shopify;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<ItemReadings> read(Store store, Collection<ShopifyId> items) {
        return Uni.createFrom().deferred(() -> new ItemReads(shopify.of(store)).read(items));
    }

    @Override
    public Uni<List<WriteResult>> write(Store store, List<LevelWrite> lines) {
        return Uni.createFrom()
                .deferred(() -> new QuantityWrites(store.shop(), shopify.of(store), journal, clock).write(lines));
    }

    @Override
    public Uni<List<WriteResult>> repeat(Store store, OpenWrite write) {
        return Uni.createFrom()
                .deferred(() -> new OutcomeInquiry(store.shop(), shopify.of(store), journal, clock).ask(write));
    }

    @Override
    public Uni<Optional<SyncFailure>> stockAt(Store store, LevelKey level) {
        return Uni.createFrom().deferred(() -> Stocking.stockAt(shopify.of(store), level));
    }
}
