package io.shopoms.inventory;

import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.mapping.Ledger;
import io.shopoms.inventory.policy.StockPolicies;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** Begins a look at items with what is known of them now. */
@Singleton
class StockRounds {

    private final StockBook book;
    private final StockPolicies policies;
    private final Clock clock;

    StockRounds(StockBook book, StockPolicies policies, Clock clock) {
        this.book = book;
        this.policies = policies;
        this.clock = clock;
    }

    Uni<StockRound> begin(Store store, Collection<ShopifyId> items) {
        return book.load(store, items)
                .map(known -> new StockRound(
                        store,
                        policies.of(store.shop()),
                        new Ledger(clock.instant(), UUID.randomUUID()),
                        known,
                        items));
    }
}
