package io.shopoms.order;

import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.odoo.OdooReferences;
import io.shopoms.order.odoo.Partners;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands orders to the processor as the engine does, without its queue: at once, and as often as a test likes. */
@ApplicationScoped
class Attempts {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private final OrderProcessor processor;
    private final OdooReferences references;
    private final Partners partners;
    private final Stores stores;

    Attempts(OrderProcessor processor, OdooReferences references, Partners partners, Stores stores) {
        this.processor = processor;
        this.references = references;
        this.partners = partners;
        this.stores = stores;
    }

    /** One attempt at each order, in batches; the outcomes in no particular order. */
    List<Outcome> at(List<String> webhooks) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < webhooks.size(); from += BATCH) {
            List<CacheEntry> batch = webhooks.subList(from, Math.min(webhooks.size(), from + BATCH)).stream()
                    .map(Attempts::entry)
                    .toList();
            outcomes.addAll(processor.handle(store(), batch).await().atMost(LIMIT));
        }
        return outcomes;
    }

    /** Forgets all that the process had in memory, as its end does. */
    void forgetEverything() {
        references.forget(store());
        partners.forget(store());
    }

    Store store() {
        return stores.find(OrderTables.SHOP).orElseThrow();
    }

    private static CacheEntry entry(String webhook) {
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP);
        return new CacheEntry(
                OrderTables.SHOP,
                order.id().value(),
                RawFormat.WEBHOOK,
                webhook,
                order.updatedAt(),
                Optional.of(order.updatedAt()),
                1,
                2,
                Map.of(OrderCache.PAYMENT_METHOD, PaymentMethod.PREPAID.label()));
    }
}
