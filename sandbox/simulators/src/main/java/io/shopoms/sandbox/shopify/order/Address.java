package io.shopoms.sandbox.shopify.order;

import java.util.Locale;

/** A postal address as checkout asks for it. Every part but the country may be null. */
public record Address(
        String firstName,
        String lastName,
        String company,
        String address1,
        String address2,
        String city,
        String provinceCode,
        String province,
        String zip,
        String countryCode,
        String country,
        String phone) {

    /** An address for orders that name none. */
    public static final Address EXAMPLE = new Address(
            "Ada",
            "Example",
            null,
            "12 Sample Street",
            "Floor 2",
            "New York",
            "NY",
            "New York",
            "10001",
            "US",
            "United States",
            "+12125550100");

    public Address {
        countryCode = countryCode == null ? "US" : countryCode;
        if (!countryCode.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("countryCode must be two capital letters, such as US");
        }
        country = country == null ? new Locale("", countryCode).getDisplayCountry(Locale.ENGLISH) : country;
    }

    /** First and last name, or null if there is neither. */
    public String name() {
        String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).trim();
        return name.isEmpty() ? null : name;
    }
}
