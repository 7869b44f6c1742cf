package io.shopoms.catalog;

import io.shopoms.catalog.feed.run.FeedRecord;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.sync.failure.SyncFailure;
import java.util.Set;

/** What a feed's product means for Shopify. */
sealed interface FeedDecision {

    FeedRecord record();

    /** Shopify has no such product. */
    record Create(FeedRecord record, Product wanted) implements FeedDecision {}

    /** @param led the fields that feeds may change */
    record Update(FeedRecord record, ShopifyProduct present, Product wanted, Set<ProductField> led, boolean structure)
            implements FeedDecision {}

    /** The feed no longer holds it: it is archived or deleted, as the record says. */
    record Remove(FeedRecord record, ShopifyProduct present) implements FeedDecision {}

    /** @param reason why nothing is done, for people */
    record LeaveAlone(FeedRecord record, String reason) implements FeedDecision {}

    /** A person must act first. */
    record Refuse(FeedRecord record, SyncFailure failure) implements FeedDecision {}
}
