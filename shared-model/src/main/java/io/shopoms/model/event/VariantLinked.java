package io.shopoms.model.event;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;

/**
 * The variants of a Shopify product exist in Odoo. Sent again whenever they change, always with all of them: a variant
 * that is missing is no longer linked. The newest {@code linkedAt} holds.
 *
 * @param shop the store
 * @param shopifyProductId the product in Shopify
 * @param odooTemplateId the {@code product.template}
 * @param variants every variant that has a product in Odoo; none if the product was deleted
 * @param linkedAt when the link was stored
 */
public record VariantLinked(
        ShopDomain shop, ShopifyId shopifyProductId, OdooId odooTemplateId, List<Variant> variants, Instant linkedAt) {

    /** The routing key on {@code shopoms.events}. */
    public static final String ROUTING_KEY = "variant.linked";

    public VariantLinked {
        variants = List.copyOf(variants);
    }

    /** Whether it says all that it must: what is read from a message may lack anything. */
    public boolean saysAll() {
        return shop != null
                && shopifyProductId != null
                && linkedAt != null
                && variants.stream()
                        .allMatch(variant -> variant.shopifyVariantId() != null && variant.odooProductId() != null);
    }

    /**
     * @param shopifyVariantId the variant
     * @param inventoryItemId what Shopify counts the stock of; null if Shopify has not said it yet
     * @param odooProductId the {@code product.product}
     * @param sku as in Shopify; empty for none
     */
    public record Variant(ShopifyId shopifyVariantId, ShopifyId inventoryItemId, OdooId odooProductId, String sku) {}
}
