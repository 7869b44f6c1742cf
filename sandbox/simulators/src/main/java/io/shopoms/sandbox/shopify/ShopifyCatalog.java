package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinition;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.Shop;
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

    ShopifyCatalog(Shop shop, CatalogWriting writing, CatalogWriting silent) {
        this.shop = shop;
        this.catalog = shop.catalog();
        this.writing = writing;
        this.silent = silent;
    }

    /** A published product with one variant. */
    public Product create(String sku, String title, String price) {
        return create(ProductDraft.parse(
                "{\"sku\":" + quoted(sku) + ",\"title\":" + quoted(title) + ",\"price\":" + quoted(price) + "}"));
    }

    private static String quoted(String text) {
        return io.shopoms.sandbox.fault.Json.MAPPER.valueToTree(text).toString();
    }

    /** A published product, written as {@link ProductDraft} takes it. */
    public Product create(String draft) {
        return create(ProductDraft.parse(draft));
    }

    /** The same, already read. */
    public Product create(Input draft) {
        synchronized (shop) {
            Product product = silent.sets().set((Input) null, draft);
            silent.products().publish(product, shop.now());
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
