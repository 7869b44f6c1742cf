package io.shopoms.order.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom an order is for.
 *
 * @param customer the account or the guest
 * @param invoice where the invoice goes; absent: to the customer
 * @param delivery where the goods go; absent: to the customer
 */
public record OrderPartners(PartnerDraft customer, Optional<PartnerDraft> invoice, Optional<PartnerDraft> delivery) {

    /** The customer first: addresses refer to it. */
    public List<PartnerDraft> all() {
        return Stream.of(Optional.of(customer), invoice, delivery)
                .flatMap(Optional::stream)
                .toList();
    }
}
