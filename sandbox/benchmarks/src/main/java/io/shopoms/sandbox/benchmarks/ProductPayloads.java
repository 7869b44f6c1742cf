package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Products in the full shape of a webhook: one is made in the simulated Shopify, which sends it; the others are it under
 * other numbers.
 */
final class ProductPayloads {

    static final List<String> COLOURS = List.of("Blue", "Red");
    static final List<String> SIZES = List.of("S", "M", "L");
    static final String DESCRIPTION = "<p>Of cotton.</p>";
    static final String TYPE = "Shirts";
    static final String TAG = "new";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String PRODUCT = """
            {"title": "Benchmark shirt", "descriptionHtml": "%s", "vendor": "Acme", "productType": "%s",
             "tags": ["%s"], "options": {"Colour": %s, "Size": %s}, "sku": "BENCH", "price": "24.90"}""";

    private final ObjectNode pattern;
    private final String secret;

    private ProductPayloads(ObjectNode pattern, String secret) {
        this.pattern = pattern;
        this.secret = secret;
    }

    static ProductPayloads from(String simulatedShopify, String secret, CacheDatabase database)
            throws InterruptedException {
        JsonNode made = new ControlCall(simulatedShopify, "")
                .post("/control/products", PRODUCT.formatted(DESCRIPTION, TYPE, TAG, json(COLOURS), json(SIZES)));
        long id = made.path("id").asLong();
        if (!Figures.await(() -> database.raw(id).isPresent(), LIMIT)) {
            throw new IllegalStateException("the webhook of the first product did not come within " + LIMIT);
        }
        try {
            return new ProductPayloads(
                    (ObjectNode) OdooCalls.JSON.readTree(database.raw(id).orElseThrow()), secret);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the first product is not JSON", e);
        }
    }

    /** Products numbered {@code first} to {@code first + count - 1}. */
    List<SignedWebhook> products(long first, int count) {
        List<SignedWebhook> webhooks = new ArrayList<>(count);
        for (long id = first; id < first + count; id++) {
            webhooks.add(SignedWebhook.of("benchmark-product-" + id, "products/create", product(id), secret));
        }
        return webhooks;
    }

    static String sku(long product, int variant) {
        return "BENCH-" + product + "-" + variant;
    }

    static String title(long product) {
        return "Benchmark shirt " + product;
    }

    private String product(long id) {
        ObjectNode product = pattern.deepCopy();
        product.put("id", id);
        product.put("admin_graphql_api_id", "gid://shopify/Product/" + id);
        product.put("handle", "benchmark-shirt-" + id);
        product.put("title", title(id));
        ArrayNode gids = product.putArray("variant_gids");
        int number = 0;
        for (JsonNode each : product.path("variants")) {
            ObjectNode variant = (ObjectNode) each;
            long variantId = id * 10 + number;
            String gid = "gid://shopify/ProductVariant/" + variantId;
            variant.put("id", variantId);
            variant.put("admin_graphql_api_id", gid);
            variant.put("product_id", id);
            variant.put("inventory_item_id", variantId);
            variant.put("sku", sku(id, number));
            variant.put("barcode", sku(id, number));
            gids.addObject().put("admin_graphql_api_id", gid).set("updated_at", variant.get("updated_at"));
            number++;
        }
        for (JsonNode option : product.path("options")) {
            ((ObjectNode) option).put("id", id * 10 + number++).put("product_id", id);
        }
        return product.toString();
    }

    private static String json(List<String> names) {
        return OdooCalls.JSON.valueToTree(names).toString();
    }
}
