package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;

/** What refers to a variant, so that it cannot be deleted. */
final class VariantUse {

    private static final List<String> MODELS =
            List.of("sale.order.line", "stock.move", "stock.quant", "account.move.line");

    private VariantUse() {}

    /** The model of a record that refers to the variant, or null. */
    static Model of(Env env, Record variant) {
        for (String model : MODELS) {
            if (!env.by(model, "product_id", variant.id()).isEmpty()) {
                return env.model(model);
            }
        }
        return null;
    }

    static void requireNone(Env env, Record variant) {
        Model user = of(env, variant);
        if (user != null) {
            throw OdooException.constraint("Another model is using the record you are trying to delete.\n\n"
                    + "The troublemaker is: '" + user.label() + "' (" + user.name() + ")\n"
                    + "Thanks to the following constraint: 'Product' (product_id)\n"
                    + "How about archiving the record instead?");
        }
    }
}
