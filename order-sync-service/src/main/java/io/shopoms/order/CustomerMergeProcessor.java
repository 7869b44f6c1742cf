package io.shopoms.order;

import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.cache.CustomerLinks;
import io.shopoms.order.cache.CustomerMergeCache;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.shopify.CustomerJson;
import io.shopoms.order.shopify.CustomerMerge;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Two customers became one in Shopify. From then on both are the contact of the one who was kept; contacts and orders in
 * Odoo stay as they are, because merging contacts there cannot be undone.
 */
@ApplicationScoped
class CustomerMergeProcessor implements EntryHandler {

    private final CustomerLinks links;

    CustomerMergeProcessor(CustomerLinks links) {
        this.links = links;
    }

    @Override
    public String kind() {
        return CustomerMergeCache.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        return EachEntry.of(entries, entry -> merge(store, CustomerJson.merge(entry.raw())));
    }

    private Uni<String> merge(Store store, CustomerMerge merge) {
        if (!merge.completed()) {
            return Uni.createFrom().item("not completed in Shopify: both customers stay");
        }
        String kept = CustomerIdentity.customerKey(merge.kept().value());
        String deleted = CustomerIdentity.customerKey(merge.deleted().value());
        return links.find(store.shop(), List.of(kept, deleted))
                .chain(found -> merge(store, kept, deleted, found.get(kept), found.get(deleted)));
    }

    private Uni<String> merge(Store store, String kept, String deleted, CustomerLink survivor, CustomerLink loser) {
        if (loser == null) {
            return Uni.createFrom().item("the customer who is gone had no order");
        }
        if (survivor == null) {
            return links.add(store.shop(), List.of(loser.under(kept, How.MERGED)))
                    .replaceWith("contact " + loser.partnerId() + " now stands for the customer who was kept");
        }
        if (survivor.partnerId() == loser.partnerId()) {
            return Uni.createFrom().item("both were contact " + survivor.partnerId() + " already");
        }
        return links.replace(store.shop(), survivor.under(deleted, How.MERGED))
                .replaceWith("new orders go to contact " + survivor.partnerId() + "; contact " + loser.partnerId()
                        + " keeps its orders in Odoo, where people may merge the two");
    }
}
