package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.OptionValue;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductOption;
import io.shopoms.sandbox.shopify.catalog.Seo;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.catalog.Weight;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of products, their options, variants and inventory items. */
final class CatalogFields {

    private record Option(Product product, ProductOption option, int position) {}

    private record Value(OptionValue value, boolean hasVariants) {}

    private record Selected(String name, OptionValue value) {}

    private record Measurement(long id, Weight weight) {}

    private final Shop shop;

    CatalogFields(Shop shop) {
        this.shop = shop;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        products(wiring);
        variants(wiring);
        items(wiring);
        options(wiring);
        MediaFields.addTo(wiring);
        new MetafieldFields(shop.catalog()).addTo(wiring);
        TypeFields.of("Count", Count.class)
                .field("count", Count::count)
                .field("precision", Count::precision)
                .addTo(wiring);
    }

    private void products(RuntimeWiring.Builder wiring) {
        TypeFields.of("Product", Product.class)
                .ids("Product", Product::id)
                .field("title", Product::title)
                .field("handle", Product::handle)
                .field("description", CatalogFields::description)
                .field("descriptionHtml", each -> each.text().descriptionHtml())
                .field("vendor", each -> each.text().vendor())
                .field("productType", each -> each.text().productType())
                .field("category", each -> each.text().category())
                .field("templateSuffix", each -> each.text().templateSuffix())
                .field("seo", each -> each.text().seo())
                .field("status", Product::status)
                .field("tags", Product::tags)
                .field("createdAt", Product::createdAt)
                .field("updatedAt", Product::updatedAt)
                .field("publishedAt", each -> each.publishedAt().orElse(null))
                .field("isGiftCard", each -> false)
                .field("hasOnlyDefaultVariant", Product::hasOnlyDefaultVariant)
                .field("hasVariantsThatRequiresComponents", each -> false)
                .field("hasOutOfStockVariants", each -> each.variants().stream().anyMatch(CatalogFields::isOut))
                .field("totalInventory", each -> stock(each))
                .field(
                        "tracksInventory",
                        each -> each.variants().stream()
                                .anyMatch(variant -> variant.item().tracked()))
                .field("priceRangeV2", each -> each)
                .field("variantsCount", each -> Count.exact(each.variants().size()))
                .field(
                        "featuredMedia",
                        each -> each.media().stream().findFirst().orElse(null))
                .field("variants", CatalogFields::variantsOf)
                .list("options", CatalogFields::optionsOf)
                .connection("media", Product::media)
                .field("metafield", MetafieldFields::one)
                .field("metafields", MetafieldFields::page)
                .field("availablePublicationsCount", each -> Count.exact(1))
                .field("publishedOnPublication", CatalogFields::isPublished)
                .field(
                        "resourcePublicationsCount",
                        each -> Count.exact(each.publishedAt().isPresent() ? 1 : 0))
                .addTo(wiring);
        TypeFields.of("ProductPriceRangeV2", Product.class)
                .field("minVariantPrice", each -> price(each, Comparator.naturalOrder()))
                .field("maxVariantPrice", each -> price(each, Comparator.reverseOrder()))
                .addTo(wiring);
        TypeFields.of("SEO", Seo.class)
                .field("title", Seo::title)
                .field("description", Seo::description)
                .addTo(wiring);
        TypeFields.of("TaxonomyCategory", String.class)
                .field("id", each -> each)
                .addTo(wiring);
    }

    private static Object isPublished(Product product, DataFetchingEnvironment env) {
        return product.publishedAt().isPresent() && Publications.ONLINE_STORE.equals(env.getArgument("publicationId"));
    }

    private static Object description(Product product, DataFetchingEnvironment env) {
        String plain =
                product.text().descriptionHtml().replaceAll("<[^>]*>", "").trim();
        Integer most = env.getArgument("truncateAt");
        return most == null || plain.length() <= most ? plain : plain.substring(0, most);
    }

    private static Object variantsOf(Product product, DataFetchingEnvironment env) {
        String sortKey = env.getArgument("sortKey");
        if (sortKey.equals("POSITION")) {
            return Connection.of(product.variants(), env);
        }
        List<Variant> sorted = new ArrayList<>(product.variants());
        sorted.sort(VariantSort.valueOf(sortKey).comparator());
        return Connection.of(sorted, env);
    }

    private static boolean isOut(Variant variant) {
        return variant.item().tracked() && variant.quantity() <= 0;
    }

    private static int stock(Product product) {
        return product.variants().stream()
                .filter(variant -> variant.item().tracked())
                .mapToInt(Variant::quantity)
                .sum();
    }

    private Money price(Product product, Comparator<BigDecimal> order) {
        return money(product.variants().stream().map(Variant::price).min(order).orElseThrow());
    }

    private Money money(BigDecimal amount) {
        return amount == null ? null : new Money(amount, shop.currency());
    }

    private void variants(RuntimeWiring.Builder wiring) {
        TypeFields.of("ProductVariant", Variant.class)
                .ids("ProductVariant", Variant::id)
                .field("title", Variant::title)
                .field("displayName", each -> each.product().title() + " - " + each.title())
                .field("sku", each -> each.sku() == null ? "" : each.sku())
                .field("barcode", each -> each.offer().barcode())
                .field("price", Variant::price)
                .field("compareAtPrice", each -> each.offer().compareAtPrice())
                .field("taxable", each -> each.offer().taxable())
                .field("inventoryPolicy", each -> each.offer().oversell() ? "CONTINUE" : "DENY")
                .field("inventoryQuantity", Variant::quantity)
                .field("inventoryItem", InventoryItem::new)
                .field("availableForSale", each -> !isOut(each) || each.offer().oversell())
                .field("position", Variant::position)
                .field("product", Variant::product)
                .field("requiresComponents", each -> shop.stock().isBundle(each.inventoryItemId()))
                .field("selectedOptions", CatalogFields::selected)
                .field("createdAt", Variant::createdAt)
                .field("updatedAt", Variant::updatedAt)
                .connection(
                        "media",
                        each -> each.product().media().stream()
                                .filter(image -> image.id() == each.mediaId())
                                .toList())
                .field("metafield", MetafieldFields::one)
                .field("metafields", MetafieldFields::page)
                .addTo(wiring);
        TypeFields.of("SelectedOption", Selected.class)
                .field("name", Selected::name)
                .field("value", each -> each.value().name())
                .field("optionValue", each -> new Value(each.value(), true))
                .addTo(wiring);
    }

    private static List<Selected> selected(Variant variant) {
        List<ProductOption> options = variant.product().options();
        List<Selected> selected = new ArrayList<>();
        for (int i = 0; i < variant.values().size(); i++) {
            selected.add(new Selected(options.get(i).name(), variant.values().get(i)));
        }
        return selected;
    }

    private void items(RuntimeWiring.Builder wiring) {
        TypeFields.of("InventoryItem", InventoryItem.class)
                .ids("InventoryItem", each -> each.variant().inventoryItemId())
                .field("sku", each -> each.variant().sku())
                .field("tracked", each -> each.variant().item().tracked())
                .field("requiresShipping", each -> each.variant().item().requiresShipping())
                .field("unitCost", each -> money(each.variant().item().cost()))
                .field("duplicateSkuCount", this::others)
                .field(
                        "measurement",
                        each -> new Measurement(
                                each.variant().inventoryItemId(),
                                each.variant().item().weight()))
                .field("createdAt", each -> each.variant().createdAt())
                .field("updatedAt", each -> each.variant().updatedAt())
                .addTo(wiring);
        TypeFields.of("InventoryItemMeasurement", Measurement.class)
                .field("id", each -> Gid.of("InventoryItemMeasurement", each.id()))
                .field("weight", Measurement::weight)
                .addTo(wiring);
        TypeFields.of("Weight", Weight.class)
                .field("unit", Weight::unit)
                .field("value", Weight::value)
                .addTo(wiring);
    }

    private Object others(InventoryItem item) {
        String sku = item.variant().sku();
        return sku == null ? 0 : shop.catalog().withSku(sku).size() - 1;
    }

    private static List<Option> optionsOf(Product product) {
        List<Option> options = new ArrayList<>();
        for (ProductOption option : product.options()) {
            options.add(new Option(product, option, options.size() + 1));
        }
        return options;
    }

    private static void options(RuntimeWiring.Builder wiring) {
        TypeFields.of("ProductOption", Option.class)
                .field("id", each -> Gid.of("ProductOption", each.option().id()))
                .field("name", each -> each.option().name())
                .field("position", Option::position)
                .field("optionValues", CatalogFields::valuesOf)
                .field(
                        "values",
                        each -> valuesOf(each).stream()
                                .filter(Value::hasVariants)
                                .map(value -> value.value().name())
                                .toList())
                .addTo(wiring);
        TypeFields.of("ProductOptionValue", Value.class)
                .field("id", each -> Gid.of("ProductOptionValue", each.value().id()))
                .field("name", each -> each.value().name())
                .field("hasVariants", Value::hasVariants)
                .addTo(wiring);
    }

    private static List<Value> valuesOf(Option option) {
        Set<OptionValue> used = new HashSet<>();
        option.product().variants().forEach(variant -> used.add(variant.values().get(option.position() - 1)));
        return option.option().values().stream()
                .map(value -> new Value(value, used.contains(value)))
                .toList();
    }
}
