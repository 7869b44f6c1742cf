package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.catalog.Media;
import io.shopoms.sandbox.shopify.catalog.Metafield;
import io.shopoms.sandbox.shopify.catalog.OptionValue;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductOption;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the control API shows of products. */
final class ProductView {

    private ProductView() {}

    static Map<String, Object> of(Product product) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", product.id());
        view.put("gid", "gid://shopify/Product/" + product.id());
        view.put("title", product.title());
        view.put("handle", product.handle());
        view.put("status", product.status().name());
        view.put("vendor", product.text().vendor());
        view.put("productType", product.text().productType());
        view.put("descriptionHtml", product.text().descriptionHtml());
        view.put("tags", product.tags());
        view.put("created_at", product.createdAt().toString());
        view.put("updated_at", product.updatedAt().toString());
        view.put("published_at", product.publishedAt().map(Object::toString).orElse(null));
        view.put("options", options(product));
        view.put(
                "variants",
                product.variants().stream().map(ProductView::variant).toList());
        view.put("media", product.media().stream().map(Media::url).toList());
        view.put("metafields", metafields(product.metafields()));
        return view;
    }

    private static Map<String, Object> options(Product product) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (ProductOption option : product.options()) {
            options.put(
                    option.name(),
                    option.values().stream().map(OptionValue::name).toList());
        }
        return options;
    }

    static Map<String, Object> variant(Variant variant) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", variant.id());
        view.put("inventoryItemId", variant.inventoryItemId());
        view.put("title", variant.title());
        view.put("sku", variant.sku());
        view.put("barcode", variant.offer().barcode());
        view.put("price", variant.price().toPlainString());
        view.put("position", variant.position());
        view.put("quantity", variant.quantity());
        view.put("metafields", metafields(variant.metafields()));
        return view;
    }

    private static Map<String, String> metafields(List<Metafield> metafields) {
        Map<String, String> view = new LinkedHashMap<>();
        metafields.forEach(each -> view.put(each.namespace() + "." + each.key(), each.value()));
        return view;
    }
}
