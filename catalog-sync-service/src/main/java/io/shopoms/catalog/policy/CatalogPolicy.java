package io.shopoms.catalog.policy;

import io.shopoms.catalog.product.ProductField;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a merchant chose for one store. The settings are described in {@link CatalogPolicySettings}.
 *
 * @param leader which side decides what products and variants exist, and every field that {@code leaders} does not name
 * @param leaders fields that another side leads
 * @param matchBy how a product is recognised on the other side, tried in the order given, after the stored link
 * @param publishTo names of the sales channels that show what shopOMS creates in Shopify
 */
public record CatalogPolicy(
        CatalogSide leader,
        Map<ProductField, CatalogSide> leaders,
        List<ProductMatch> matchBy,
        List<String> publishTo) {

    public CatalogPolicy {
        leaders = Map.copyOf(leaders);
        matchBy = List.copyOf(matchBy);
        publishTo = List.copyOf(publishTo);
    }

    /** How two products are recognised as one. */
    public enum ProductMatch {
        SKU,
        BARCODE,
        /** The title, the options and their values are the same. */
        NAME
    }

    /** Which side leads a field. */
    public CatalogSide leaderOf(ProductField field) {
        return leaders.getOrDefault(field, leader);
    }

    /** The fields that Odoo takes over: from Shopify, or from a feed by way of Shopify. */
    public Set<ProductField> writtenToOdoo() {
        return fields(field -> leaderOf(field) != CatalogSide.ODOO);
    }

    /** The fields that Shopify takes over from Odoo. */
    public Set<ProductField> writtenFromOdoo() {
        return fields(field -> leaderOf(field) == CatalogSide.ODOO);
    }

    /** The fields that Shopify takes over from a feed. */
    public Set<ProductField> writtenFromFeeds() {
        return fields(field -> leaderOf(field) == CatalogSide.FEED);
    }

    private static Set<ProductField> fields(Predicate<ProductField> wanted) {
        Set<ProductField> fields = EnumSet.noneOf(ProductField.class);
        for (ProductField field : ProductField.values()) {
            if (wanted.test(field)) {
                fields.add(field);
            }
        }
        return fields;
    }
}
