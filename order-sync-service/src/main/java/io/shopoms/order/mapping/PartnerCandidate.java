package io.shopoms.order.mapping;

import java.util.Optional;

/**
 * A contact in Odoo that may be a customer of the store.
 *
 * @param email normalised by Odoo
 * @param phone as people typed it
 * @param countryCode for reading the phone
 * @param reference the contact's {@code ref}, where shopOMS writes the Shopify customer that it made it for
 */
public record PartnerCandidate(long id, String email, String phone, Optional<String> countryCode, String reference) {

    private static final String OURS = "shopify:";

    /** Whether shopOMS made it for another customer than the one who has {@code ownReference}. */
    boolean isSomebodyElses(String ownReference) {
        return reference.startsWith(OURS) && !reference.equals(ownReference);
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "PartnerCandidate[" + id + "]";
    }
}
