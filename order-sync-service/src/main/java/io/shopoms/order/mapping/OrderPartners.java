package io.shopoms.order.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom an order is for.
 *
 * @param customer the account, the guest, or the company's contact, as it is made if Odoo does not have it
 * @param company whom the contact buys for; addresses are then the company's
 * @param invoice where the invoice goes; absent: to the customer
 * @param delivery where the goods go; absent: to the customer
 */
public record OrderPartners(
        PartnerDraft customer,
        Optional<PartnerDraft> company,
        Optional<AddressDraft> invoice,
        Optional<AddressDraft> delivery) {

    /** The partners to make, the company first: its contact refers to it. */
    public List<PartnerDraft> partners() {
        return Stream.concat(company.stream(), Stream.of(customer)).toList();
    }

    /** Each address once. */
    public List<AddressDraft> addresses() {
        return Stream.concat(invoice.stream(), delivery.stream()).distinct().toList();
    }

    /** Whose children the addresses are. */
    public PartnerDraft addressee() {
        return company.orElse(customer);
    }
}
