package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates a Shopify order into the Odoo order that stands for it. Pure: the same input gives the same draft. The rules
 * of its money are listed in docs/money.md.
 */
public final class SaleOrderMapper {

    private SaleOrderMapper() {}

    /**
     * Maps one order.
     *
     * @param tags names of the tags that the order gets
     * @throws io.shopoms.sync.failure.SyncFailureException with {@code MissingDependency} or {@code RejectedByTarget},
     *     naming everything that Odoo lacks for this order
     */
    public static SaleOrderDraft map(ShopDomain shop, ShopifyOrder order, List<String> tags, References references) {
        LineReferences known = new LineReferences(shop, references);
        List<DraftLine> lines = new ArrayList<>(new ItemLines(shop, order, known).lines());
        lines.addAll(ChargeLines.of(shop, order, known));
        discountNote(shop, order).ifPresent(lines::add);
        Optional<Pricelist> pricelist = known.pricelist(order.currency());
        known.requireAll();
        return new SaleOrderDraft(
                ExternalId.of(shop, "order", order.id()),
                OdooText.line(order.name()),
                origin(shop, order),
                order.orderedAt(),
                OrderNotes.html(order),
                tags,
                pricelist.orElseThrow().id(),
                pricelist.orElseThrow().currencyId(),
                known.roundingProduct(),
                lines);
    }

    /** The mark by which a person or another service finds the order's origin. */
    static String origin(ShopDomain shop, ShopifyOrder order) {
        return "shopify:" + shop + ":" + order.id();
    }

    private static Optional<DraftLine> discountNote(ShopDomain shop, ShopifyOrder order) {
        String text = OrderNotes.discounts(order);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(DraftLine.note(ExternalId.of(shop, "noteline", order.id()), LineSequence.NOTE, text));
    }
}
