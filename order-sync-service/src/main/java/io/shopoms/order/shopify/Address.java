package io.shopoms.order.shopify;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A postal address. Every part may be missing: Shopify withholds them from apps without access to customer data. */
public record Address(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> company,
        Optional<String> address1,
        Optional<String> address2,
        Optional<String> city,
        Optional<String> zip,
        Optional<String> provinceCode,
        Optional<String> province,
        Optional<String> countryCode,
        Optional<String> country,
        Optional<String> phone) {

    /** First and last name, as far as known; may be empty. */
    public String personName() {
        return Stream.of(firstName, lastName).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** Whether it says anything at all. */
    public boolean isEmpty() {
        return Stream.of(firstName, lastName, company, address1, address2, city, zip, province, country, phone)
                .allMatch(Optional::isEmpty);
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "Address[***]";
    }
}
