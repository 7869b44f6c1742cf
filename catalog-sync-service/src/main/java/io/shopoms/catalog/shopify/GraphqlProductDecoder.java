package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.Canonical.ToldOption;
import io.shopoms.catalog.shopify.ShopifyProduct.MediaIdentity;
import io.shopoms.catalog.shopify.ShopifyProduct.VariantIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a product node as {@code products_updated_since.graphql} and {@code products_by_id.graphql} ask for it. */
final class GraphqlProductDecoder {

    private final PayloadReader product;
    private final List<ToldOption> options;

    private GraphqlProductDecoder(PayloadReader product) {
        this.product = product;
        this.options = product.list("options").stream()
                .sorted(Comparator.comparing(option ->
                        option.amount("position").map(Number::intValue).orElse(0)))
                .map(option -> new ToldOption(
                        option,
                        option.requiredText("name"),
                        option.list("optionValues").stream()
                                .map(value -> value.requiredText("name"))
                                .toList()))
                .toList();
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyProduct decode(PayloadReader product) {
        return new GraphqlProductDecoder(product).decode();
    }

    private ShopifyProduct decode() {
        PayloadReader connection = product.at("variants");
        List<PayloadReader> told = connection.list("nodes");
        List<Variant> variants = told.stream().map(this::variant).toList();
        Product content = Canonical.checked(() -> new Product(
                product.told("title"),
                product.told("descriptionHtml"),
                product.told("vendor"),
                product.told("productType"),
                product.tells("tags") ? Optional.of(Canonical.tags(product.texts("tags"))) : Optional.empty(),
                Canonical.status(product),
                Canonical.options(options, variants),
                variants,
                images(),
                metafields()));
        return new ShopifyProduct(
                product.requiredId("id"),
                product.requiredText("handle"),
                product.requiredInstant("updatedAt"),
                product.at("source").text("value"),
                content,
                Canonical.identities(options, variants),
                told.stream().map(GraphqlProductDecoder::identity).toList(),
                product.at("media").list("nodes").stream()
                        .map(media -> new MediaIdentity(media.requiredText("id"), isImage(media)))
                        .toList(),
                !connection.at("pageInfo").flag("hasNextPage").orElse(false));
    }

    private Variant variant(PayloadReader variant) {
        PayloadReader item = variant.at("inventoryItem");
        return new Variant(
                values(variant),
                Canonical.code(variant, "sku"),
                Canonical.code(variant, "barcode"),
                variant.amount("price"),
                Canonical.amountOrNone(variant, "compareAtPrice"),
                item.at("unitCost").amount("amount"),
                Canonical.weight(item.at("measurement").at("weight"), "value", "unit"),
                variant.flag("taxable"),
                item.flag("requiresShipping"),
                item.flag("tracked"));
    }

    /** In the options' order, which the selected options need not have. */
    private List<String> values(PayloadReader variant) {
        List<PayloadReader> selected = variant.list("selectedOptions");
        if (options.isEmpty()) {
            return selected.stream().map(each -> each.requiredText("value")).toList();
        }
        List<String> values = new ArrayList<>();
        for (ToldOption option : options) {
            values.add(selected.stream()
                    .filter(each -> each.requiredText("name").equals(option.name()))
                    .findFirst()
                    .orElseThrow(() -> variant.invalid("selectedOptions", "one value for each option"))
                    .requiredText("value"));
        }
        return values;
    }

    private static VariantIdentity identity(PayloadReader variant) {
        return new VariantIdentity(
                variant.requiredId("id"), variant.at("inventoryItem").id("id"));
    }

    /** A picture that Shopify is still fetching has no address yet. */
    private Optional<List<ProductImage>> images() {
        if (!product.tells("media")) {
            return Optional.empty();
        }
        return Optional.of(product.at("media").list("nodes").stream()
                .filter(GraphqlProductDecoder::isImage)
                .map(media -> new ProductImage(
                        media.at("image")
                                .text("url")
                                .map(Canonical::imageSource)
                                .orElseGet(() -> media.requiredText("id")),
                        media.text("alt")))
                .toList());
    }

    private static boolean isImage(PayloadReader media) {
        return media.text("mediaContentType").equals(Optional.of("IMAGE"));
    }

    /** Those of the merchant: the mark that shopOMS makes is none of them. */
    private List<Metafield> metafields() {
        return product.at("metafields").list("nodes").stream()
                .map(field -> new Metafield(
                        field.requiredText("namespace"),
                        field.requiredText("key"),
                        field.requiredText("type"),
                        field.told("value").orElse("")))
                .filter(field -> !field.name().equals(SourceMark.NAME))
                .toList();
    }
}
