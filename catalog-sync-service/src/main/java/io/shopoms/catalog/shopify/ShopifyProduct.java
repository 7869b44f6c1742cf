package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A product as Shopify has it.
 *
 * @param handle the last part of its address in the shop, unique in the store
 * @param updatedAt Shopify's date of this version, in whole seconds
 * @param source the reference that shopOMS gave it when creating it, see {@link ShopifyWriter}
 * @param content what it says; webhooks tell less of it than GraphQL does
 * @param options in the order of the content's options
 * @param variants in the order of the content's variants
 * @param media everything that is shown with it, in that order
 * @param complete false if there are more variants than the payload carried
 */
public record ShopifyProduct(
        ShopifyId id,
        String handle,
        Instant updatedAt,
        Optional<String> source,
        Product content,
        List<OptionIdentity> options,
        List<VariantIdentity> variants,
        List<MediaIdentity> media,
        boolean complete) {

    public ShopifyProduct {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(source, "source");
        options = List.copyOf(options);
        variants = List.copyOf(variants);
        media = List.copyOf(media);
        if (variants.size() != content.variants().size()) {
            throw new IllegalArgumentException("not one identity for each variant");
        }
    }

    /**
     * What Shopify knows an option by.
     *
     * @param unused values that no variant has
     */
    public record OptionIdentity(ShopifyId id, String name, List<String> unused) {

        public OptionIdentity {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            unused = List.copyOf(unused);
        }
    }

    /** What Shopify knows a variant by; stock is counted for the inventory item. */
    public record VariantIdentity(ShopifyId id, Optional<ShopifyId> inventoryItem) {

        public VariantIdentity {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(inventoryItem, "inventoryItem");
        }
    }

    /**
     * What Shopify knows a picture or a film by.
     *
     * @param gid the global id, whose type differs by kind
     * @param image whether it is one of the content's images
     */
    public record MediaIdentity(String gid, boolean image) {

        public MediaIdentity {
            Objects.requireNonNull(gid, "gid");
        }
    }

    /** The variants' identities by their option values, in the variants' order. */
    public Map<List<String>, VariantIdentity> byValues() {
        Map<List<String>, VariantIdentity> identities = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            identities.put(content.variants().get(i).optionValues(), variants.get(i));
        }
        return identities;
    }
}
