package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.tax.LineAmounts;
import io.shopoms.sandbox.odoo.tax.OrderAmounts;
import io.shopoms.sandbox.odoo.tax.PricedLine;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import io.shopoms.sandbox.odoo.tax.TaxComputation;
import io.shopoms.sandbox.odoo.tax.TaxModel;
import java.math.BigDecimal;
import java.util.List;

/** Works out the amounts of an order and of its lines, once all values of a call are written. */
final class OrderTotals {

    private OrderTotals() {}

    static void later(Env env, Record order) {
        env.later(List.of("totals", order.id()), () -> compute(env, order));
    }

    private static void compute(Env env, Record order) {
        if (env.find("sale.order", order.id()) == null) {
            return;
        }
        List<Record> lines = env.many(order, "order_line").stream()
                .filter(line -> env.text(line, "display_type").isEmpty())
                .toList();
        OrderAmounts amounts = computation(env, order)
                .order(lines.stream().map(line -> priced(env, line)).toList());
        for (int i = 0; i < lines.size(); i++) {
            store(env, lines.get(i), amounts.lines().get(i));
        }
        env.set(order, "amount_untaxed", amounts.untaxed());
        env.set(order, "amount_tax", amounts.tax());
        env.set(order, "amount_total", amounts.total());
    }

    private static TaxComputation computation(Env env, Record order) {
        RoundingMethod method =
                RoundingMethod.parse(env.text(env.follow(order, "company_id"), "tax_calculation_rounding_method"));
        Long digits = (Long) env.get(env.follow(order, "currency_id"), "decimal_places");
        return new TaxComputation(method, digits.intValue());
    }

    private static PricedLine priced(Env env, Record line) {
        return new PricedLine(
                env.number(line, "price_unit"),
                env.number(line, "product_uom_qty"),
                env.number(line, "discount"),
                env.many(line, LineNames.taxes(line)).stream()
                        .map(tax -> TaxModel.of(env, tax))
                        .toList());
    }

    private static void store(Env env, Record line, LineAmounts amounts) {
        env.set(line, "price_subtotal", amounts.subtotal());
        env.set(line, "price_total", amounts.total());
        // Odoo subtracts two floats and does not round: 0.07999999999999996 is what its callers get to see.
        env.set(
                line,
                "price_tax",
                new BigDecimal(
                        amounts.total().doubleValue() - amounts.subtotal().doubleValue()));
    }
}
