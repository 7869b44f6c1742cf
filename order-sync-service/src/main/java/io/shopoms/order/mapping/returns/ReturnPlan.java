package io.shopoms.order.mapping.returns;

import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comes back of an order, and what its lines hold until it is back. Computed from what Shopify says now and what was
 * moved so far, so that computing it again after any part of it was done yields the rest.
 *
 * <p>A return is planned for units that were shipped, that a refund says come back, and that nobody has taken back or is
 * about to: never more than was shipped, and none for units that never left.
 */
public final class ReturnPlan {

    private static final ReturnPlan NONE = new ReturnPlan(Map.of());

    private final Map<Long, LineMovements> lines;
    private final Map<Long, BigDecimal> planned = new HashMap<>();
    private final List<ReturnDraft> drafts = new ArrayList<>();

    private ReturnPlan(Map<Long, LineMovements> lines) {
        this.lines = lines;
    }

    /** Nothing comes back. */
    public static ReturnPlan none() {
        return NONE;
    }

    /** Whether movements are to be looked at: something was shipped that Shopify has taken off again, to come back. */
    public static boolean isNeeded(ShopifyOrder order, SaleOrderState state) {
        Set<Long> returned = order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(ReturnPlan::comesBack)
                .map(line -> line.lineId().value())
                .collect(Collectors.toSet());
        return !returned.isEmpty()
                && state.lines().stream()
                        .anyMatch(line -> line.delivered().signum() > 0
                                && line.shopifyLine().filter(returned::contains).isPresent()
                                && line.quantity().compareTo(wanted(order, line)) > 0);
    }

    /** @param movements of the order's lines; a return of ours that people cancelled is not prepared again */
    public static ReturnPlan of(ShopifyOrder order, SaleOrderState state, Collection<Movement> movements) {
        Map<Long, LineMovements> byLine = new HashMap<>();
        movements.stream()
                .collect(Collectors.groupingBy(Movement::lineId))
                .forEach((line, moves) -> byLine.put(line, new LineMovements(moves)));
        ReturnPlan plan = new ReturnPlan(byLine);
        plan.prepare(order, state, prepared(movements));
        return plan;
    }

    /** Returns to prepare, in the order of their refunds. */
    public List<ReturnDraft> drafts() {
        return List.copyOf(drafts);
    }

    /** Returns that shopOMS prepared and that are not done. */
    public List<OpenReturn> open() {
        Map<Long, OpenReturn> open = new LinkedHashMap<>();
        lines.values().stream()
                .flatMap(line -> line.all().stream())
                .filter(move -> !move.isDone() && move.refund().isPresent())
                .forEach(move -> open.put(
                        move.pickingId(),
                        new OpenReturn(move.pickingId(), move.picking(), move.progress() == Movement.Progress.DRAFT)));
        return List.copyOf(open.values());
    }

    /** Units of a line that are on the way back, or will be. */
    public BigDecimal expected(SaleLineState line) {
        LineMovements moves = lines.get(line.id());
        BigDecimal returning = moves == null ? BigDecimal.ZERO : moves.returning();
        return returning.add(planned.getOrDefault(line.id(), BigDecimal.ZERO));
    }

    /**
     * The quantity to order of a line. What was delivered stays ordered until it is back. While units are on the way back,
     * only units that are still in the house are taken off: Odoo would ship the returned ones again if it were told the
     * smaller quantity before it has them.
     *
     * @param wanted what Shopify says
     * @throws SyncFailureException with {@code MissingDependency} where Odoo's arithmetic needs the goods back first
     */
    public BigDecimal quantity(SaleLineState line, BigDecimal wanted) {
        BigDecimal expected = expected(line);
        if (expected.signum() == 0) {
            return wanted.max(line.delivered());
        }
        LineMovements moves = lines.get(line.id());
        BigDecimal excess = moves.committed()
                .subtract(planned.getOrDefault(line.id(), BigDecimal.ZERO))
                .subtract(wanted);
        BigDecimal fewer = excess.max(BigDecimal.ZERO).min(moves.open());
        boolean more = excess.signum() < 0 && wanted.compareTo(line.quantity()) > 0;
        if (moves.returning().signum() > 0 && (more || fewer.signum() > 0)) {
            throw new SyncFailureException(waitFor(moves, line));
        }
        return line.quantity().subtract(fewer);
    }

    private static MissingDependency waitFor(LineMovements moves, SaleLineState line) {
        String documents = moves.all().stream()
                .filter(move -> !move.outgoing() && !move.isDone())
                .map(Movement::picking)
                .distinct()
                .collect(Collectors.joining(", "));
        return new MissingDependency(
                "the quantity of " + line.label() + " cannot change while " + documents + " is open",
                "Receive the goods with " + documents + " in Odoo, or cancel it; the order then goes on by itself.");
    }

    private static Set<Long> prepared(Collection<Movement> movements) {
        return movements.stream().flatMap(move -> move.refund().stream()).collect(Collectors.toSet());
    }

    private void prepare(ShopifyOrder order, SaleOrderState state, Set<Long> prepared) {
        Map<Long, SaleLineState> byShopifyLine = new HashMap<>();
        state.lines().forEach(line -> line.shopifyLine().ifPresent(id -> byShopifyLine.put(id, line)));
        Map<Long, BigDecimal> byPeople = new HashMap<>();
        lines.forEach((line, moves) -> byPeople.put(line, moves.returnedByPeople()));
        Map<Long, BigDecimal> taken = new HashMap<>();
        for (Refund refund : order.refunds()) {
            Map<Movement, BigDecimal> parts = new LinkedHashMap<>();
            for (Refund.Line goods : refund.lines()) {
                SaleLineState line = byShopifyLine.get(goods.lineId().value());
                boolean known = line != null && lines.containsKey(line.id());
                if (known && comesBack(goods) && !prepared.contains(refund.id().value())) {
                    BigDecimal units = BigDecimal.valueOf(goods.quantity());
                    BigDecimal covered = units.min(byPeople.get(line.id()));
                    byPeople.merge(line.id(), covered.negate(), BigDecimal::add);
                    take(line, wanted(order, line), units.subtract(covered), taken)
                            .forEach((shipment, now) -> parts.merge(shipment, now, BigDecimal::add));
                }
            }
            if (!parts.isEmpty()) {
                drafts.add(new ReturnDraft(order.id(), refund.id(), parts));
            }
        }
    }

    private Map<Movement, BigDecimal> take(
            SaleLineState line, BigDecimal wanted, BigDecimal units, Map<Long, BigDecimal> taken) {
        LineMovements moves = lines.get(line.id());
        BigDecimal soFar = planned.getOrDefault(line.id(), BigDecimal.ZERO);
        BigDecimal left = units.min(moves.committed().subtract(wanted).subtract(soFar));
        Map<Movement, BigDecimal> parts = new LinkedHashMap<>();
        for (Movement shipment : moves.shipments()) {
            BigDecimal available =
                    moves.returnable(shipment).subtract(taken.getOrDefault(shipment.id(), BigDecimal.ZERO));
            BigDecimal now = left.min(available);
            if (now.signum() > 0) {
                parts.put(shipment, now);
                taken.merge(shipment.id(), now, BigDecimal::add);
                planned.merge(line.id(), now, BigDecimal::add);
                left = left.subtract(now);
            }
        }
        return parts;
    }

    /** A cancelled order wants nothing any more, whatever its lines still say. */
    private static BigDecimal wanted(ShopifyOrder order, SaleLineState line) {
        if (order.cancelledAt().isPresent()) {
            return BigDecimal.ZERO;
        }
        return order.lines().stream()
                .filter(item ->
                        line.shopifyLine().filter(id -> id == item.id().value()).isPresent())
                .map(item -> BigDecimal.valueOf(item.currentQuantity()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static boolean comesBack(Refund.Line line) {
        return line.restock() == RestockType.RETURN;
    }
}
