package io.shopoms.order.odoo;

import io.shopoms.order.mapping.SaleOrderDraft;
import java.util.List;

/** A draft with everything that it refers to. */
public record OrderToPlace(SaleOrderDraft draft, PartnerIds partners, List<Long> tagIds) {

    public OrderToPlace {
        tagIds = List.copyOf(tagIds);
    }
}
