package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.catalog.Media;
import io.shopoms.sandbox.shopify.catalog.OptionValue;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductOption;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The body of {@code products/create} and {@code products/update}. Only the first variants are in it in full; the ids of all
 * are in {@code variant_gids}, those changed last first.
 */
final class ProductPayload {

    private static final int VARIANTS_IN_FULL = 100;
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Comparator<Variant> LAST_CHANGED_FIRST =
            Comparator.comparing(Variant::updatedAt).reversed().thenComparing(Variant::position);

    private final ZoneId zone;

    ProductPayload(ZoneId zone) {
        this.zone = zone;
    }

    ObjectNode of(Product product) {
        ObjectNode node = Payloads.identified(product.id(), "Product");
        node.put("body_html", product.text().descriptionHtml());
        node.put("created_at", Payloads.time(product.createdAt(), zone));
        node.put("handle", product.handle());
        node.put("product_type", product.text().productType());
        node.put("published_at", Payloads.time(product.publishedAt().orElse(null), zone));
        node.put("template_suffix", product.text().templateSuffix());
        node.put("title", product.title());
        node.put("updated_at", Payloads.time(product.updatedAt(), zone));
        node.put("vendor", product.text().vendor());
        node.put("status", product.status().name().toLowerCase(Locale.ROOT));
        node.put("published_scope", "web");
        node.put("tags", String.join(", ", product.tags()));
        List<Variant> variants = product.variants();
        node.set(
                "variants",
                Payloads.array(
                        variants.subList(0, Math.min(VARIANTS_IN_FULL, variants.size())),
                        (array, each) -> array.add(variant(each))));
        node.set("options", options(product));
        ArrayNode images = Payloads.array(product.media(), (array, each) -> array.add(image(product, each)));
        node.set("images", images);
        node.set("image", images.isEmpty() ? null : images.get(0).deepCopy());
        node.set("media", Payloads.array(product.media(), (array, each) -> array.add(media(product, each))));
        node.set("variant_gids", gids(variants));
        node.put("has_variants_that_requires_components", false);
        node.set("category", category(product.text().category()));
        return node;
    }

    private ObjectNode variant(Variant variant) {
        ObjectNode node = Payloads.identified(variant.id(), "ProductVariant");
        node.put("barcode", variant.offer().barcode());
        node.put("compare_at_price", text(variant.offer().compareAtPrice()));
        node.put("created_at", Payloads.time(variant.createdAt(), zone));
        node.put("inventory_policy", variant.offer().oversell() ? "continue" : "deny");
        node.put("position", variant.position());
        node.put("price", text(variant.price()));
        node.put("product_id", variant.productId());
        node.put("sku", variant.sku());
        node.put("taxable", variant.offer().taxable());
        node.put("title", variant.title());
        node.put("updated_at", Payloads.time(variant.updatedAt(), zone));
        List<OptionValue> values = variant.values();
        for (int i = 0; i < 3; i++) {
            node.put("option" + (i + 1), i < values.size() ? values.get(i).name() : null);
        }
        node.put("image_id", variant.mediaId() == 0 ? null : Long.valueOf(variant.mediaId()));
        node.put("inventory_item_id", variant.inventoryItemId());
        node.put("inventory_quantity", variant.quantity());
        node.put("old_inventory_quantity", variant.quantity());
        return node;
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static ArrayNode options(Product product) {
        int[] position = {0};
        return Payloads.array(product.options(), (array, option) -> {
            ObjectNode node = array.addObject()
                    .put("name", option.name())
                    .put("id", option.id())
                    .put("product_id", product.id())
                    .put("position", ++position[0]);
            values(node.putArray("values"), option);
        });
    }

    private static void values(ArrayNode array, ProductOption option) {
        option.values().forEach(value -> array.add(value.name()));
    }

    private ObjectNode image(Product product, Media media) {
        ObjectNode node = Payloads.identified(media.id(), "ProductImage");
        node.put("alt", media.alt().isEmpty() ? null : media.alt());
        node.put("position", product.media().indexOf(media) + 1);
        node.put("product_id", product.id());
        node.put("created_at", Payloads.time(media.createdAt(), zone));
        node.put("updated_at", Payloads.time(media.createdAt(), zone));
        node.put("width", Media.WIDTH);
        node.put("height", Media.HEIGHT);
        node.put("src", media.url().toString());
        ArrayNode shown = node.putArray("variant_ids");
        product.variants().stream()
                .filter(variant -> variant.mediaId() == media.id())
                .forEach(variant -> shown.add(variant.id()));
        return node;
    }

    private ObjectNode media(Product product, Media media) {
        ObjectNode node = Payloads.identified(media.id(), "MediaImage");
        node.put("position", product.media().indexOf(media) + 1);
        node.put("product_id", product.id());
        node.put("created_at", Payloads.time(media.createdAt(), zone));
        node.put("updated_at", Payloads.time(media.createdAt(), zone));
        node.put("alt", media.alt());
        node.put("status", "READY");
        node.put("media_content_type", "IMAGE");
        node.set(
                "preview_image",
                Payloads.object()
                        .put("width", Media.WIDTH)
                        .put("height", Media.HEIGHT)
                        .put("src", media.url().toString())
                        .put("status", "READY"));
        node.putArray("variant_ids");
        return node;
    }

    private static ArrayNode gids(List<Variant> variants) {
        List<Variant> sorted = variants.stream().sorted(LAST_CHANGED_FIRST).toList();
        return Payloads.array(
                sorted,
                (array, variant) -> array.addObject()
                        .put("admin_graphql_api_id", "gid://shopify/ProductVariant/" + variant.id())
                        .put("updated_at", MILLISECONDS.format(variant.updatedAt())));
    }

    /** The names of categories are not known here: their id stands for them. */
    private static ObjectNode category(String id) {
        if (id == null) {
            return null;
        }
        String name = id.substring(id.lastIndexOf('/') + 1);
        return Payloads.object()
                .put("admin_graphql_api_id", id)
                .put("name", name)
                .put("full_name", name);
    }
}
