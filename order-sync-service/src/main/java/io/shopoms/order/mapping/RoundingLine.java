package io.shopoms.order.mapping;

import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The one line that makes up for what two ways of rounding leave. */
public final class RoundingLine {

    private RoundingLine() {}

    /**
     * The change that gives the rounding line its amount.
     *
     * @param productId the product to book it on, for an order without such a line
     */
    public static OrderChange of(SaleOrderState state, ExternalId order, long productId, BigDecimal amount) {
        Optional<SaleLineState> present = state.lines().stream()
                .filter(line -> line.isOurs(MoneyCheck.ROUNDING_KIND))
                .findFirst();
        List<LineChange> changed = present.map(line -> List.of(new LineChange(
                        line.id(),
                        Optional.of(BigDecimal.ONE),
                        Optional.of(amount),
                        Optional.empty(),
                        Optional.empty())))
                .orElse(List.of());
        List<DraftLine> added = present.isPresent()
                ? List.of()
                : List.of(DraftLine.charge(
                        new ExternalId(order.shop(), MoneyCheck.ROUNDING_KIND, order.key()),
                        LineSequence.ROUNDING,
                        productId,
                        ServiceProduct.ROUNDING.label(),
                        amount,
                        List.of()));
        return new OrderChange(
                changed, added, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
