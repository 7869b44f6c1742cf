package io.shopoms.catalog.policy;

import io.shopoms.catalog.policy.CatalogPolicy.ProductMatch;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a merchant chooses about the catalog, for all stores; {@link #stores()} holds what single stores choose otherwise. */
@ConfigMapping(prefix = "shopoms.catalog")
interface CatalogPolicySettings {

    /** Which side decides what products and variants exist: {@code shopify}, {@code odoo} or {@code feed}. */
    @WithDefault("shopify")
    CatalogSide leader();

    /**
     * Fields that another side leads: {@code <field>=<side>}, separated by commas, such as {@code price=odoo,barcode=odoo}.
     */
    Optional<List<String>> leaders();

    /**
     * How a product that shopOMS did not create is recognised on the other side, tried in the order given: {@code sku},
     * {@code barcode}, {@code name}; empty for not at all.
     */
    @WithDefault("sku,barcode,name")
    Optional<List<ProductMatch>> matchBy();

    /**
     * Names of the sales channels in which products are published that shopOMS creates in Shopify, separated by commas;
     * empty for none.
     */
    @WithDefault("Online Store")
    Optional<List<String>> publishTo();

    /** By the handle of the store's domain, letters and digits only. */
    Map<String, StoreChoices> stores();

    /** What a single store chooses; absent is as for all. */
    interface StoreChoices {

        Optional<CatalogSide> leader();

        Optional<List<String>> leaders();

        Optional<List<ProductMatch>> matchBy();

        Optional<List<String>> publishTo();
    }
}
