package io.shopoms.order.mapping;

import io.shopoms.sync.odoo.ExternalId;
import java.util.Optional;

/**
 * A customer, guest or company to be made in Odoo unless it exists. Texts are empty where nothing is known.
 *
 * @param identity by what it is recognised, if Odoo has it already
 * @param id its external id
 * @param company the company that it is a contact of
 * @param reference where it comes from, {@code shopify:<customer id>}
 * @param place where it is: for a new contact, the address that it ordered with
 * @param ownAddress the fingerprint of the address of the order that {@code place} says in full, so that the contact itself
 *     can stand for it; empty for none
 */
public record PartnerDraft(
        CustomerIdentity identity,
        ExternalId id,
        Optional<ExternalId> company,
        boolean isCompany,
        String name,
        String companyName,
        String email,
        String phone,
        String reference,
        PostalFields place,
        String ownAddress) {

    PartnerDraft at(AddressDraft address) {
        return new PartnerDraft(
                identity,
                id,
                company,
                isCompany,
                name,
                companyName,
                email,
                phone,
                reference,
                address.place(),
                address.fingerprint());
    }

    /** Whether an address names the same person, company and phone. */
    boolean isMeantBy(AddressDraft address) {
        return address.name().equals(name)
                && address.companyName().equals(companyName)
                && (address.phone().isEmpty() || address.phone().equals(phone));
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "PartnerDraft[" + id + "]";
    }
}
