package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Address;
import java.util.Locale;
import java.util.Optional;

/**
 * A country, and a state or province in it.
 *
 * @param country ISO 3166 alpha-2
 * @param stateCode Shopify's province code, which is Odoo's state code in most countries
 * @param stateName the province's name, which tells where the codes differ
 */
public record Place(String country, Optional<String> stateCode, Optional<String> stateName) {

    /** Where an address is; empty without a country. */
    public static Optional<Place> of(Address address) {
        return address.countryCode()
                .map(country -> new Place(
                        country.toUpperCase(Locale.ROOT),
                        address.provinceCode().map(code -> code.toUpperCase(Locale.ROOT)),
                        address.province()));
    }
}
