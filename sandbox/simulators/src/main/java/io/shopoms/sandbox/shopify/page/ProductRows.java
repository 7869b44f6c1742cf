package io.shopoms.sandbox.shopify.page;

import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.QuantityName;
import io.shopoms.sandbox.shopify.inventory.Stock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The products on the page, with what can be done with them. */
final class ProductRows {

    /** Of a product; more are only counted. */
    private static final int VARIANTS = 8;

    private ProductRows() {}

    static String of(List<Product> products, Stock stock) {
        List<String> rows = products.stream()
                .map(product -> Html.row(
                        "<b>" + Html.text(product.title()) + "</b><br><small>" + Html.text(product.handle())
                                + "</small>",
                        Html.time(product.updatedAt()),
                        Html.badge(product.status().name().toLowerCase(Locale.ROOT)),
                        variants(product, stock),
                        actions(product)))
                .toList();
        return Html.table(
                List.of("Product", "Updated", "Status", "Variants", ""), rows, "No products yet. Add one on the left.");
    }

    private static String variants(Product product, Stock stock) {
        List<Variant> variants = product.variants();
        String shown = variants.stream()
                .limit(VARIANTS)
                .map(variant -> variant(variant) + stock(variant, stock))
                .collect(Collectors.joining("<br>"));
        return variants.size() <= VARIANTS
                ? shown
                : shown + "<br><small>and " + (variants.size() - VARIANTS) + " more</small>";
    }

    private static String variant(Variant variant) {
        return Html.text(variant.title()) + " <span class=\"amount\">"
                + Html.text(variant.price().toPlainString()) + "</span> <small>" + Html.text(variant.sku())
                + "</small>";
    }

    /** What there is of a tracked variant at each location; a click counts it anew. */
    private static String stock(Variant variant, Stock stock) {
        if (!variant.item().tracked()) {
            return variant.sku() == null
                    ? ""
                    : " <button data-sku=\"" + Html.text(variant.sku()) + "\" data-track=\"true\">Track</button>";
        }
        return stock.of(variant.inventoryItemId()).stream()
                .filter(Level::isActive)
                .map(level -> level(variant, level))
                .collect(Collectors.joining());
    }

    private static String level(Variant variant, Level level) {
        int committed = level.units(QuantityName.COMMITTED);
        return "<div class=\"parcel\">" + Html.text(level.location().name()) + ": <b>" + level.available()
                + "</b> available" + (committed == 0 ? "" : ", " + committed + " committed")
                + " <button data-sku=\"" + Html.text(variant.sku()) + "\" data-location=\""
                + Html.text(level.location().name()) + "\" data-available=\"" + level.available()
                + "\">Set</button></div>";
    }

    private static String actions(Product product) {
        return "<div class=\"actions\" data-product=\"" + product.id() + "\">"
                + "<button data-change=\"title\">Rename</button>"
                + "<button data-change=\"status\">Status</button>"
                + "<button data-change=\"price\" data-variant=\""
                + product.variants().get(0).id() + "\" title=\"Of the first variant\">Price</button>"
                + "<button data-change=\"touch\" title=\"Save without a change\">Touch</button>"
                + "<button data-change=\"delete\" class=\"danger\">Delete</button></div>";
    }
}
