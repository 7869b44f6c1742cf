package io.shopoms.catalog.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One mutation, ready to be sent. The inputs are plain values in the shape of Shopify's input types. */
public sealed interface ShopifyStep {

    /**
     * Creates a product, or replaces the lists that its input names: what they leave out is deleted.
     *
     * @param product absent to create
     * @param variants what the variants of the input are called, for messages; in their order
     * @param removed variants that Shopify has and the input leaves out, by name
     */
    record SetProduct(
            Optional<ShopifyId> product, Map<String, Object> input, List<String> variants, List<String> removed)
            implements ShopifyStep {

        public SetProduct {
            Objects.requireNonNull(product, "product");
            variants = List.copyOf(variants);
            removed = List.copyOf(removed);
        }
    }

    /** Changes fields of a product. */
    record UpdateProduct(ShopifyId product, Map<String, Object> input) implements ShopifyStep {}

    /**
     * Changes fields of variants, at most 250.
     *
     * @param names what the variants are called, for messages; in their order
     */
    record UpdateVariants(ShopifyId product, List<Map<String, Object>> variants, List<String> names)
            implements ShopifyStep {

        /** As many as Shopify takes in one list. */
        public static final int MOST = 250;

        public UpdateVariants {
            variants = List.copyOf(variants);
            names = List.copyOf(names);
        }
    }

    /** Offers a product in sales channels, by the global ids of their publications; it stays in others. */
    record Publish(ShopifyId product, List<String> publications) implements ShopifyStep {

        public Publish {
            publications = List.copyOf(publications);
        }
    }

    /** Sets metafields of a product, at most 25; others stay. */
    record SetMetafields(ShopifyId product, List<Map<String, Object>> metafields) implements ShopifyStep {

        /** As many as Shopify takes in one call. */
        public static final int MOST = 25;

        public SetMetafields {
            metafields = List.copyOf(metafields);
        }
    }
}
