package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices that Odoo works out by itself. */
final class LinePrices {

    private LinePrices() {}

    /** The product's price in the order's currency. */
    static BigDecimal list(Env env, Record order, Record product) {
        Record currency = env.follow(order, "currency_id");
        return env.number(product, "list_price").multiply(env.number(currency, "rate"));
    }

    /**
     * After a change of quantity the price falls back to the product's, unless it differs from
     * {@code technical_price_unit}, which to Odoo is the sign that somebody typed it.
     */
    static void resetUnlessTyped(Env env, Record line) {
        Record order = env.follow(line, "order_id");
        int digits = ((Long) env.get(env.follow(order, "currency_id"), "decimal_places")).intValue();
        BigDecimal price = env.number(line, "price_unit").setScale(digits, RoundingMode.HALF_UP);
        BigDecimal technical = env.number(line, "technical_price_unit").setScale(digits, RoundingMode.HALF_UP);
        if (price.compareTo(technical) != 0 || !env.text(line, "display_type").isEmpty()) {
            return;
        }
        Record product = env.follow(line, "product_id");
        BigDecimal own = product == null ? BigDecimal.ZERO : list(env, order, product);
        env.set(line, "price_unit", own);
        env.set(line, "technical_price_unit", own);
    }
}
