package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The amounts of an order of which something was taken back. Each line keeps its share of the discounts in proportion to
 * its remaining units, each charge in proportion to its remaining price; taxes follow from what remains.
 */
public final class Remainder {

    private final PriceInput input;
    private final Taxes taxes;
    private final int scale;

    private Remainder(PriceInput input) {
        this.input = input;
        this.taxes = new Taxes(input);
        this.scale = Math.max(0, input.currency().getDefaultFractionDigits());
    }

    public static OrderAmounts of(OrderAmounts whole, PriceInput input, TakenBack back) {
        Remainder remainder = new Remainder(input);
        return new OrderAmounts(
                remainder.lines(whole.lines(), back.unitsLeft()),
                remainder.charges(whole.shipping(), input.shipping(), back.shipping()),
                remainder.charges(whole.duties(), input.duties(), back.duties()),
                remainder.charges(whole.fees(), input.fees(), back.fees()),
                whole.plainTip().subtract(back.tip()),
                back.adjustments(),
                whole.taxesIncluded(),
                whole.dutiesIncluded());
    }

    private List<LineAmounts> lines(List<LineAmounts> whole, List<Integer> unitsLeft) {
        List<LineAmounts> left = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            LineAmounts line = whole.get(i);
            int units = unitsLeft.get(i);
            left.add(
                    units == line.quantity()
                            ? line
                            : part(line, units, input.lines().get(i)));
        }
        return left;
    }

    private LineAmounts part(LineAmounts line, int units, PriceInput.Line from) {
        BigDecimal gross = line.unitPrice().multiply(BigDecimal.valueOf(units));
        List<DiscountShare> discounts =
                shares(line, BigDecimal.valueOf(units), BigDecimal.valueOf(line.quantity()), gross);
        return taxes.on(line.unitPrice(), units, discounts, from.taxes(), line.tip());
    }

    private List<LineAmounts> charges(
            List<LineAmounts> whole, List<PriceInput.Charge> from, List<BigDecimal> takenBack) {
        List<LineAmounts> left = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            BigDecimal back = takenBack.get(i);
            left.add(back.signum() == 0 ? whole.get(i) : lower(whole.get(i), back, from.get(i)));
        }
        return left;
    }

    private LineAmounts lower(LineAmounts charge, BigDecimal back, PriceInput.Charge from) {
        BigDecimal net = charge.net().subtract(back).max(BigDecimal.ZERO);
        List<DiscountShare> discounts =
                net.signum() == 0 ? List.of() : shares(charge, net, charge.net(), charge.gross());
        BigDecimal price = discounts.stream().map(DiscountShare::amount).reduce(net, BigDecimal::add);
        return taxes.on(price, 1, discounts, from.taxes(), false);
    }

    /** Rounding up share by share could take more than there is, so each takes at most what the others left. */
    private List<DiscountShare> shares(LineAmounts line, BigDecimal part, BigDecimal whole, BigDecimal most) {
        BigDecimal left = most;
        List<DiscountShare> shares = new ArrayList<>();
        for (DiscountShare share : line.discounts()) {
            BigDecimal amount = share.amount()
                    .multiply(part)
                    .divide(whole, scale, RoundingMode.HALF_UP)
                    .min(left);
            left = left.subtract(amount);
            shares.add(new DiscountShare(share.index(), amount));
        }
        return shares;
    }
}
