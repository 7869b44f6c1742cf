package io.shopoms.sandbox.shopify.catalog;

/** All that can be done to the catalogue, in the admin and over the Admin API. */
public record CatalogWriting(
        CatalogEvents events,
        ProductSets sets,
        Products products,
        ProductVariants variants,
        ProductOptions options,
        OptionUpdates optionUpdates,
        MetafieldSets metafields) {

    /**
     * @param shopName the vendor of products that name none
     * @param decimals of the shop's currency
     */
    public static CatalogWriting of(Catalog catalog, CatalogEvents events, String shopName, int decimals) {
        ProductRules rules = new ProductRules(catalog, shopName);
        VariantRules variantRules = new VariantRules(catalog, decimals);
        return new CatalogWriting(
                events,
                new ProductSets(catalog, events, rules, variantRules),
                new Products(catalog, events, rules, variantRules),
                new ProductVariants(catalog, events, variantRules),
                new ProductOptions(catalog, events, variantRules),
                new OptionUpdates(catalog, events, variantRules),
                new MetafieldSets(catalog, events));
    }
}
