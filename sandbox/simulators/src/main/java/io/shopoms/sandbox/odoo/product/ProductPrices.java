package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;

/** A variant's price: its template's, and what its values add. */
final class ProductPrices {

    private ProductPrices() {}

    static Object price(Env env, Record variant) {
        return env.number(variant, "list_price").add(extra(env, variant));
    }

    static BigDecimal extra(Env env, Record variant) {
        return env.many(variant, "product_template_attribute_value_ids").stream()
                .map(value -> env.number(value, "price_extra"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
