package io.shopoms.order.mapping;

import io.shopoms.sync.odoo.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A {@code sale.order} as it should be. Its partners are drafts of their own, see {@link OrderPartners}.
 *
 * @param id its external id: the reason why there is never a second one
 * @param clientReference the order's name in Shopify, {@code #1001}
 * @param origin {@code shopify:<shop domain>:<order id>}
 * @param orderedAt when the customer ordered; Odoo overwrites it with the time of the confirmation
 * @param note HTML, empty for none
 * @param tags names of its tags
 * @param pricelistId sets the currency; absent where the company's own is meant
 * @param currencyId the currency that the order must come out with
 * @param roundingProductId the product of a rounding line, should one be needed
 * @param lines items, charges, shipping and notes
 */
public record SaleOrderDraft(
        ExternalId id,
        String clientReference,
        String origin,
        Instant orderedAt,
        String note,
        List<String> tags,
        Optional<Long> pricelistId,
        long currencyId,
        Optional<Long> roundingProductId,
        List<DraftLine> lines) {

    public SaleOrderDraft {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
    }
}
