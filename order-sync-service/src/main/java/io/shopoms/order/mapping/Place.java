package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Address;
import java.util.Locale;
import java.util.Optional;

/**
 * A country, and a state or province in it, by their codes.
 *
 * @param country ISO 3166 alpha-2
 * @param state Shopify's province code, which is Odoo's state code in nearly all countries
 */
public record Place(String country, Optional<String> state) {

    /** Where an address is; empty without a country. */
    public static Optional<Place> of(Address address) {
        return address.countryCode()
                .map(country -> new Place(
                        country.toUpperCase(Locale.ROOT),
                        address.provinceCode().map(code -> code.toUpperCase(Locale.ROOT))));
    }
}
