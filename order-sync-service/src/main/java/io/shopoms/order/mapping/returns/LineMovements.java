package io.shopoms.order.mapping.returns;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** The movements of one order line, without cancelled ones. */
record LineMovements(List<Movement> all) {

    LineMovements {
        all = all.stream().filter(move -> !move.isCancelled()).toList();
    }

    /** What the customer ends up with once everything open is done. */
    BigDecimal committed() {
        return sum(Movement::outgoing).subtract(sum(move -> !move.outgoing() && move.counted()));
    }

    /** Still to be shipped. */
    BigDecimal open() {
        return sum(move -> move.outgoing() && !move.isDone());
    }

    /** On the way back. */
    BigDecimal returning() {
        return sum(move -> !move.outgoing() && !move.isDone());
    }

    /** Units that people took back, or are about to, without a refund telling shopOMS to prepare it. */
    BigDecimal returnedByPeople() {
        return sum(move -> !move.outgoing() && move.refund().isEmpty());
    }

    List<Movement> shipments() {
        return all.stream().filter(move -> move.outgoing() && move.isDone()).toList();
    }

    /** Units of one shipment that nobody has taken back yet. */
    BigDecimal returnable(Movement shipment) {
        return shipment.quantity()
                .subtract(sum(move ->
                        move.returned().filter(id -> id == shipment.id()).isPresent()));
    }

    private BigDecimal sum(Predicate<Movement> which) {
        return all.stream().filter(which).map(Movement::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
