package io.shopoms.order.mapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What shopOMS last wrote of those fields that people also edit. Only a change in Shopify writes them again: what people
 * changed in Odoo meanwhile stays.
 *
 * @param note fingerprint of the note as a reader sees it
 * @param tagIds tags that shopOMS put on the order
 * @param invoicePartnerId the invoice address that was set
 * @param deliveryPartnerId the delivery address that was set
 * @param cancelled whether a cancellation in Shopify was carried out; an order that people reopen then stays open
 */
public record Applied(String note, Set<Long> tagIds, long invoicePartnerId, long deliveryPartnerId, boolean cancelled) {

    public Applied {
        tagIds = Set.copyOf(tagIds);
    }

    /** What a draft calls for, with its references resolved. */
    public static Applied of(SaleOrderDraft draft, List<Long> tagIds, long invoicePartnerId, long deliveryPartnerId) {
        return new Applied(
                Fingerprint.of(OdooText.seen(draft.note())),
                new TreeSet<>(tagIds),
                invoicePartnerId,
                deliveryPartnerId,
                false);
    }

    /** What Odoo has, taken as written by us: for an order that was just created. */
    public static Applied of(SaleOrderState state) {
        return new Applied(
                Fingerprint.of(OdooText.seen(state.note())),
                new TreeSet<>(state.tagIds()),
                state.invoicePartnerId(),
                state.deliveryPartnerId(),
                false);
    }

    /** The same, with the cancellation carried out. */
    public Applied withCancellation() {
        return new Applied(note, tagIds, invoicePartnerId, deliveryPartnerId, true);
    }
}
