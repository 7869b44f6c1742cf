package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.mapping.PushPlan;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.sync.failure.SyncFailure;
import java.util.Optional;

/** What a template means for Shopify. */
sealed interface PushDecision {

    long templateId();

    /**
     * Shopify has no such product.
     *
     * @param gone the link to the one that somebody deleted
     */
    record Create(OdooProduct template, Product wanted, Optional<ProductLink> gone) implements PushDecision {

        @Override
        public long templateId() {
            return template.templateId();
        }
    }

    /** @param link absent for a product that was just recognised */
    record Update(OdooProduct template, ShopifyProduct shown, PushPlan plan, Optional<ProductLink> link)
            implements PushDecision {

        @Override
        public long templateId() {
            return template.templateId();
        }
    }

    /** The template was deleted in Odoo. */
    record Archive(long templateId, ShopifyProduct shown, ProductLink link) implements PushDecision {}

    /** @param reason why nothing is done, for people */
    record LeaveAlone(long templateId, String reason) implements PushDecision {}

    /** A person must act first. */
    record Refuse(long templateId, SyncFailure failure) implements PushDecision {}
}
