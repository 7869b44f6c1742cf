package io.shopoms.order.mapping;

import java.util.Optional;

/** Where somebody is, as Odoo's contacts hold it. Texts are empty where nothing is known. */
public record PostalFields(
        String street, String street2, String city, String zip, Optional<Long> countryId, Optional<Long> stateId) {

    public static final PostalFields NONE = new PostalFields("", "", "", "", Optional.empty(), Optional.empty());

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "PostalFields[***]";
    }
}
