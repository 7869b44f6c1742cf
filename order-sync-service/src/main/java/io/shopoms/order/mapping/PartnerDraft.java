package io.shopoms.order.mapping;

import io.shopoms.sync.odoo.ExternalId;
import java.util.Optional;

/**
 * A {@code res.partner} to create unless it exists. Texts are empty where nothing is known.
 *
 * @param id its external id
 * @param parent the customer that an address belongs to
 * @param type {@code contact}, {@code invoice} or {@code delivery}
 * @param reference where it comes from, {@code shopify:<customer id>}
 */
public record PartnerDraft(
        ExternalId id,
        Optional<ExternalId> parent,
        String type,
        String name,
        String companyName,
        String email,
        String phone,
        String reference,
        String street,
        String street2,
        String city,
        String zip,
        Optional<Long> countryId,
        Optional<Long> stateId) {

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "PartnerDraft[" + id + "]";
    }
}
