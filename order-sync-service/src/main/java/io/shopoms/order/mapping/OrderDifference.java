package io.shopoms.order.mapping;

import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The difference between the order that Odoo has and the one it should have. Knows nothing of events: whatever happened in
 * between, in whatever order, applying the difference ends in the same order, and doing so again changes nothing.
 *
 * <p>Lines that people added are left alone. A line is never taken below what was delivered of it; what comes back leaves
 * the line once it is back, see {@link ReturnPlan}.
 */
public final class OrderDifference {

    /** Kinds of external ids whose lines follow Shopify; a rounding line follows the money check instead. */
    private static final Set<String> FOLLOWING = Set.of(
            "line",
            ChargeLines.SHIPPING,
            ChargeLines.DUTY,
            ChargeLines.FEE,
            ChargeLines.UNTAXED_FEE,
            ChargeLines.TIP,
            ChargeLines.ADJUSTMENT,
            ChargeLines.CASH_ROUNDING);

    /** Kinds of external ids whose lines are text only. */
    private static final Set<String> NOTES = Set.of("noteline", "groupline");

    private static final String REMOVED = "-";

    // Unit prices carry eight decimals or more; Odoo hands them back as floating point.
    private static final BigDecimal SAME_PRICE = new BigDecimal("0.000000005");

    private final List<LineChange> changes = new ArrayList<>();
    private final List<DraftLine> added = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private final ReturnPlan returns;

    private OrderDifference(ReturnPlan returns) {
        this.returns = returns;
    }

    /**
     * Compares an order of which nothing comes back.
     *
     * @see #between(SaleOrderState, SaleOrderDraft, Applied, Applied, ReturnPlan)
     */
    public static OrderChange between(SaleOrderState present, SaleOrderDraft draft, Applied last, Applied wanted) {
        return between(present, draft, last, wanted, ReturnPlan.none());
    }

    /**
     * Compares.
     *
     * @param present what Odoo has
     * @param draft what it should have
     * @param last what was last written of the fields that people edit
     * @param wanted what these fields should be now
     * @param returns what comes back
     * @throws io.shopoms.sync.failure.SyncFailureException with {@code MissingDependency}, where a quantity can change only
     *     after goods were received
     */
    public static OrderChange between(
            SaleOrderState present, SaleOrderDraft draft, Applied last, Applied wanted, ReturnPlan returns) {
        OrderDifference difference = new OrderDifference(returns);
        difference.compareLines(present, draft);
        return new OrderChange(
                difference.changes,
                difference.added,
                without(wanted.tagIds(), present.tagIds()).stream()
                        .filter(tag -> !last.tagIds().contains(tag))
                        .toList(),
                without(last.tagIds(), wanted.tagIds()).stream()
                        .filter(present.tagIds()::contains)
                        .toList(),
                last.note().equals(wanted.note()) ? Optional.empty() : Optional.of(draft.note()),
                changed(last.invoicePartnerId(), wanted.invoicePartnerId()),
                changed(last.deliveryPartnerId(), wanted.deliveryPartnerId()),
                difference.remarks);
    }

    private void compareLines(SaleOrderState present, SaleOrderDraft draft) {
        Map<ExternalId, DraftLine> wanted =
                draft.lines().stream().collect(Collectors.toMap(DraftLine::id, Function.identity(), (a, b) -> a));
        for (SaleLineState line : present.lines()) {
            Optional<DraftLine> draftLine = line.externalId().map(wanted::remove);
            if (draftLine.isPresent()) {
                change(line, draftLine.get()).ifPresent(changes::add);
            } else if (FOLLOWING.stream().anyMatch(line::isOurs)) {
                toQuantity(line, BigDecimal.ZERO)
                        .map(quantity -> LineChange.quantity(line, quantity))
                        .ifPresent(changes::add);
            } else if (NOTES.stream().anyMatch(line::isOurs)) {
                renamed(line, REMOVED).ifPresent(changes::add);
            }
        }
        draft.lines().stream().filter(line -> wanted.containsKey(line.id())).forEach(added::add);
    }

    private Optional<LineChange> change(SaleLineState line, DraftLine wanted) {
        if (wanted.isNote()) {
            return renamed(line, wanted.name());
        }
        Optional<BigDecimal> quantity = toQuantity(line, wanted.quantity());
        // The wanted price is that of the wanted quantity; units that were delivered keep the price they had.
        BigDecimal unitPrice =
                line.delivered().compareTo(wanted.quantity()) > 0 ? line.unitPrice() : wanted.unitPrice();
        boolean price = quantity.isPresent() || !samePrice(line.unitPrice(), unitPrice);
        LineChange change = new LineChange(
                line.id(),
                quantity,
                price ? Optional.of(unitPrice) : Optional.empty(),
                line.taxIds().equals(wanted.taxIds()) ? Optional.empty() : Optional.of(wanted.taxIds()),
                Optional.empty());
        return change.isEmpty() ? Optional.empty() : Optional.of(change);
    }

    private static Optional<LineChange> renamed(SaleLineState line, String name) {
        return OdooText.seen(line.name()).equals(OdooText.seen(name))
                ? Optional.empty()
                : Optional.of(new LineChange(
                        line.id(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name)));
    }

    private Optional<BigDecimal> toQuantity(SaleLineState line, BigDecimal wanted) {
        BigDecimal possible = returns.quantity(line, wanted);
        if (possible.compareTo(wanted) != 0) {
            remarks.add(remark(line, possible.subtract(wanted)));
        }
        return possible.compareTo(line.quantity()) == 0 ? Optional.empty() : Optional.of(possible);
    }

    private String remark(SaleLineState line, BigDecimal beyond) {
        BigDecimal expected = returns.expected(line).min(beyond);
        BigDecimal staying = beyond.subtract(expected);
        String back = expected.signum() == 0 ? "" : plain(expected) + " on the way back";
        String stay = staying.signum() == 0 ? "" : plain(staying) + " delivered and taken off in Shopify";
        return line.label() + ": " + back + (back.isEmpty() || stay.isEmpty() ? "" : ", ") + stay;
    }

    private static boolean samePrice(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(SAME_PRICE) < 0;
    }

    private static Optional<Long> changed(long last, long wanted) {
        return last == wanted ? Optional.empty() : Optional.of(wanted);
    }

    private static List<Long> without(Set<Long> ids, Collection<Long> others) {
        return ids.stream().filter(id -> !others.contains(id)).sorted().toList();
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
