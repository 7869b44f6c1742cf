package io.shopoms.order.cache;

import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.mapping.WrittenContact;
import java.util.Optional;

/**
 * A customer, guest or company of a store, and the Odoo contact that stands for it.
 *
 * @param key as in {@code CustomerIdentity}
 * @param ownAddress the fingerprint of the address that the contact itself was made with; empty for none
 * @param written what was last written into the contact; empty if nothing ever was
 */
public record CustomerLink(
        String key, long partnerId, How matchedBy, String ownAddress, Optional<WrittenContact> written) {

    /** The same contact under another key. */
    public CustomerLink under(String otherKey, How how) {
        return new CustomerLink(otherKey, partnerId, how, ownAddress, written);
    }
}
