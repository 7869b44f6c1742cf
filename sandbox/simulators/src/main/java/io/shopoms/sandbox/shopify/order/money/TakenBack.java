package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.List;

/**
 * What edits, refunds and a cancellation took off an order, in one currency. Lists follow the order's lines, shipping
 * lines, duties and fees.
 *
 * @param unitsLeft of each line
 * @param shipping of each shipping line's discounted price
 * @param adjustments what refunds gave back beyond (negative) or short of (positive) their lines
 */
public record TakenBack(
        List<Integer> unitsLeft,
        List<BigDecimal> shipping,
        List<BigDecimal> duties,
        List<BigDecimal> fees,
        BigDecimal tip,
        BigDecimal adjustments) {}
