package io.shopoms.order.mapping;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import java.util.Map;
import java.util.Optional;

/**
 * Odoo's ids for what orders refer to.
 *
 * @param variants products by the Shopify variant that they are linked to; those that Odoo has
 * @param products by SKU
 * @param taxes by rate
 * @param serviceProducts by what they stand for; one is absent when it is missing and may not be created
 * @param countries by ISO code
 * @param states by place
 * @param pricelists by currency; a currency that Odoo does not know may be absent
 */
public record References(
        Map<ShopifyId, Long> variants,
        Map<Sku, ProductMatch> products,
        Map<TaxKey, TaxMatch> taxes,
        Map<ServiceProduct, Long> serviceProducts,
        Map<String, Long> countries,
        Map<Place, Long> states,
        Map<String, CurrencyMatch> pricelists) {

    public References {
        variants = Map.copyOf(variants);
        products = Map.copyOf(products);
        taxes = Map.copyOf(taxes);
        serviceProducts = Map.copyOf(serviceProducts);
        countries = Map.copyOf(countries);
        states = Map.copyOf(states);
        pricelists = Map.copyOf(pricelists);
    }

    /**
     * How an order gets its currency.
     *
     * @param id the pricelist to set; absent when Odoo has none and the company's own currency is the order's
     * @param currencyId the currency that the order then has
     */
    public record Pricelist(Optional<Long> id, long currencyId) implements CurrencyMatch {}
}
