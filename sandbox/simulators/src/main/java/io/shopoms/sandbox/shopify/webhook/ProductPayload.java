package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.Locale;

/** The body of {@code products/*} for a product with one variant. */
public final class ProductPayload {

    private final Shop shop;

    public ProductPayload(Shop shop) {
        this.shop = shop;
    }

    public ObjectNode of(String sku, String title, String price) {
        String now = Payloads.time(shop.now(), shop.zone());
        long productId = shop.nextId();
        ObjectNode node = Payloads.identified(productId, "Product");
        node.put("body_html", "");
        node.put("created_at", now);
        node.put("handle", title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        node.put("product_type", "");
        node.put("published_at", now);
        node.putNull("template_suffix");
        node.put("title", title);
        node.put("updated_at", now);
        node.put("vendor", shop.domain());
        node.put("status", "active");
        node.put("published_scope", "web");
        node.put("tags", "");
        ObjectNode variant = variant(productId, sku, price, now);
        node.putArray("variants").add(variant);
        node.putArray("options");
        node.putArray("images");
        node.putNull("image");
        node.putArray("media");
        node.putArray("variant_gids")
                .addObject()
                .put("admin_graphql_api_id", variant.get("admin_graphql_api_id").asText())
                .put("updated_at", now);
        node.put("has_variants_that_requires_components", false);
        node.putNull("category");
        return node;
    }

    private ObjectNode variant(long productId, String sku, String price, String now) {
        ObjectNode node = Payloads.identified(shop.nextId(), "ProductVariant");
        Payloads.nulls(node, "barcode", "compare_at_price", "option2", "option3", "image_id");
        return node.put("created_at", now)
                .put("inventory_policy", "deny")
                .put("position", 1)
                .put("price", price)
                .put("product_id", productId)
                .put("sku", sku)
                .put("taxable", true)
                .put("title", "Default Title")
                .put("updated_at", now)
                .put("option1", "Default Title")
                .put("inventory_item_id", shop.nextId())
                .put("inventory_quantity", 0)
                .put("old_inventory_quantity", 0);
    }
}
