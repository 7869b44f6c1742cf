package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.Canonical.ToldOption;
import io.shopoms.catalog.shopify.ShopifyProduct.MediaIdentity;
import io.shopoms.catalog.shopify.ShopifyProduct.VariantIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the payload of {@code products/create} and {@code products/update}. Of more than 100 variants it carries the first
 * 100 and the ids of all; cost, weight, and whether a variant is tracked or shipped are missing since 2024.
 */
final class WebhookProductDecoder {

    private final PayloadReader product;
    private final List<ToldOption> options;

    private WebhookProductDecoder(PayloadReader product) {
        this.product = product;
        this.options = product.list("options").stream()
                .sorted(Comparator.comparing(option ->
                        option.amount("position").map(Number::intValue).orElse(0)))
                .map(option -> new ToldOption(option, option.requiredText("name"), option.texts("values")))
                .toList();
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyProduct decode(PayloadReader product) {
        return new WebhookProductDecoder(product).decode();
    }

    private ShopifyProduct decode() {
        List<PayloadReader> told = product.list("variants");
        List<Variant> variants = told.stream().map(this::variant).toList();
        Product content = Canonical.checked(() -> new Product(
                product.told("title"),
                product.told("body_html"),
                product.told("vendor"),
                product.told("product_type"),
                product.told("tags").map(tags -> Canonical.tags(Arrays.asList(tags.split(",")))),
                Canonical.status(product),
                Canonical.options(options, variants),
                variants,
                images(),
                List.of()));
        return new ShopifyProduct(
                product.requiredId("id"),
                product.requiredText("handle"),
                product.requiredInstant("updated_at"),
                Optional.empty(),
                content,
                Canonical.identities(options, variants),
                told.stream().map(WebhookProductDecoder::identity).toList(),
                product.list("media").stream()
                        .map(media -> new MediaIdentity(
                                media.requiredText("admin_graphql_api_id"),
                                media.text("media_content_type").equals(Optional.of("IMAGE"))))
                        .toList(),
                product.list("variant_gids").size() <= variants.size());
    }

    private Variant variant(PayloadReader variant) {
        return new Variant(
                values(variant),
                Canonical.code(variant, "sku"),
                Canonical.code(variant, "barcode"),
                variant.amount("price"),
                Canonical.amountOrNone(variant, "compare_at_price"),
                Optional.empty(),
                Canonical.weight(variant, "weight", "weight_unit"),
                variant.flag("taxable"),
                variant.flag("requires_shipping"),
                variant.told("inventory_management").map(keeper -> !keeper.isEmpty()));
    }

    private List<String> values(PayloadReader variant) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= Math.max(1, options.size()); i++) {
            values.add(variant.requiredText("option" + i));
        }
        return values;
    }

    private static VariantIdentity identity(PayloadReader variant) {
        return new VariantIdentity(variant.requiredId("id"), variant.id("inventory_item_id"));
    }

    private Optional<List<ProductImage>> images() {
        return product.tells("images")
                ? Optional.of(product.list("images").stream()
                        .map(image ->
                                new ProductImage(Canonical.imageSource(image.requiredText("src")), image.text("alt")))
                        .toList())
                : Optional.empty();
    }
}
