package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogEvents;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.GeneratedCatalog;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinition;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What the store's people do to its products in the admin. Safe for use by several threads. Every act sends the webhooks
 * that it sends in Shopify, throws {@link NoSuchElementException} for a record that there is not, and {@link
 * IllegalArgumentException} for what Shopify would refuse; then nothing changes.
 */
public final class ShopifyCatalog {

    private final Shop shop;
    private final Catalog catalog;
    private final CatalogWriting writing;
    private final CatalogWriting silent;
    private final CatalogWriting toldLater;
    private int generated;
    private boolean touchedByOrders;

    ShopifyCatalog(Shop shop, CatalogWriting writing) {
        this.shop = shop;
        this.catalog = shop.catalog();
        this.writing = writing;
        this.silent = shop.unheardWriting();
        this.toldLater = shop.writing(CatalogEvents.none());
    }

    /** A published product with one variant. */
    public Product create(String sku, String title, String price) {
        return create(ProductDraft.parse(
                "{\"sku\":" + quoted(sku) + ",\"title\":" + quoted(title) + ",\"price\":" + quoted(price) + "}"));
    }

    private static String quoted(String text) {
        return Json.MAPPER.valueToTree(text).toString();
    }

    /**
     * Adds products quickly, without webhooks: {@link GeneratedCatalog} says which.
     *
     * @param variants of each product, 1 to 2048
     */
    public void generate(int products, int variants) {
        for (int i = 0; i < products; i++) {
            synchronized (shop) {
                Product made = silent.sets().set((Input) null, GeneratedCatalog.product(++generated, variants));
                silent.products().publish(made, shop.now());
            }
        }
    }

    /** A published product, written as {@link ProductDraft} takes it. */
    public Product create(String draft) {
        return create(ProductDraft.parse(draft));
    }

    /** The same, already read. */
    public Product create(Input draft) {
        synchronized (shop) {
            Product product = toldLater.sets().set((Input) null, draft);
            toldLater.products().publish(product, shop.now());
            writing.events().created(product);
            return product;
        }
    }

    /** Makes a product into what the draft says; what it does not name stays, lists that it has are the whole list. */
    public Product change(long id, String draft) {
        return change(id, ProductDraft.parse(draft));
    }

    public Product change(long id, Input draft) {
        synchronized (shop) {
            return writing.sets().set(catalog.product(id), draft);
        }
    }

    public void delete(long id) {
        synchronized (shop) {
            writing.products().delete(catalog.product(id));
        }
    }

    public void rename(long id, String title) {
        change(id, Input.of(Map.of("title", title)));
    }

    /** Gives the first variant with this SKU another price. */
    public void price(String sku, String price) {
        changeVariant(variant(sku).id(), "{\"price\":" + quoted(price) + "}");
    }

    /** @param change as {@code ProductVariantsBulkInput}: price, barcode, inventoryItem with sku, … */
    public void changeVariant(long variantId, String change) {
        changeVariant(variantId, ProductDraft.fields(change));
    }

    /** The same, already read. */
    public void changeVariant(long variantId, Input change) {
        synchronized (shop) {
            Variant variant = find(variantId);
            Input input = change.with("id", Long.toString(variantId));
            writing.variants().update(variant.product(), List.of(input), List.of(), false);
        }
    }

    /** @param variant as {@code ProductVariantsBulkInput}, its values short: {@code {"options":{"Size":"L"},"price":"9"}} */
    public Variant addVariant(long productId, String variant) {
        return addVariant(productId, ProductDraft.variant(variant));
    }

    /** The same, already read. */
    public Variant addVariant(long productId, Input variant) {
        synchronized (shop) {
            return writing.variants()
                    .create(catalog.product(productId), List.of(variant), List.of(), "DEFAULT")
                    .get(0);
        }
    }

    public void removeVariant(long variantId) {
        synchronized (shop) {
            writing.variants().delete(find(variantId).product(), List.of(Long.toString(variantId)));
        }
    }

    /** Two variants exchange their SKUs, in one change if they are of one product. */
    public void swapSkus(String first, String second) {
        synchronized (shop) {
            Variant one = variant(first);
            Variant other = variant(second);
            if (one.product() == other.product()) {
                writing.variants()
                        .update(one.product(), List.of(withSku(one, second), withSku(other, first)), List.of(), false);
            } else {
                writing.variants().update(one.product(), List.of(withSku(one, second)), List.of(), false);
                writing.variants().update(other.product(), List.of(withSku(other, first)), List.of(), false);
            }
        }
    }

    private static Input withSku(Variant variant, String sku) {
        return Input.of(Map.of("id", Long.toString(variant.id()), "inventoryItem", Map.of("sku", sku)));
    }

    private Variant find(long variantId) {
        return catalog.findVariant(variantId)
                .orElseThrow(() -> new NoSuchElementException("there is no variant " + variantId));
    }

    /** How long searches do not find a product that was just made, as in Shopify; none at first. */
    public void searchLag(Duration lag) {
        synchronized (shop) {
            catalog.searchLag(lag);
        }
    }

    /** Whether an order sends products/update for what was bought, as it does in Shopify. Not at first. */
    public void touchedByOrders(boolean touched) {
        synchronized (shop) {
            touchedByOrders = touched;
        }
    }

    void reset() {
        generated = 0;
        touchedByOrders = false;
    }

    /** Tells that the products of this order were bought. */
    void bought(Order order) {
        if (touchedByOrders) {
            order.lines().stream()
                    .flatMap(line -> line.variant().stream())
                    .map(Variant::product)
                    .distinct()
                    .forEach(writing.products()::touch);
        }
    }

    /** Sends products/update without a change, as Shopify does when somebody buys it. */
    public void touch(long id) {
        synchronized (shop) {
            writing.products().touch(catalog.product(id));
        }
    }

    /** Takes the product out of the online store, or puts it there. */
    public void publish(long id, boolean visible) {
        synchronized (shop) {
            if (visible) {
                writing.products().publish(catalog.product(id), shop.now());
            } else {
                writing.products().unpublish(catalog.product(id));
            }
        }
    }

    public Product product(long id) {
        synchronized (shop) {
            return catalog.product(id);
        }
    }

    public Optional<Product> find(String handle) {
        synchronized (shop) {
            return catalog.findByHandle(handle);
        }
    }

    public List<Product> products() {
        synchronized (shop) {
            return List.copyOf(catalog.products().values());
        }
    }

    public int size() {
        synchronized (shop) {
            return catalog.size();
        }
    }

    /** The first variant that got this SKU. */
    public Variant variant(String sku) {
        synchronized (shop) {
            return catalog.withSku(sku).stream()
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("there is no variant with SKU " + sku));
        }
    }

    /** @param ownerType PRODUCT or PRODUCTVARIANT */
    public MetafieldDefinition defineMetafield(String ownerType, String namespace, String key, String type) {
        synchronized (shop) {
            return catalog.definitions().define(ownerType, namespace, key, null, type);
        }
    }
}
