package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;

/** No two active variants carry the same barcode. */
final class Barcodes {

    private Barcodes() {}

    static void check(Env env, Record variant) {
        String barcode = env.text(variant, "barcode");
        if (barcode.isEmpty()) {
            return;
        }
        List<String> holders = env.by("product.product", "barcode", barcode).stream()
                .filter(holder -> env.flag(holder, "active"))
                .map(env::display)
                .toList();
        if (holders.size() > 1) {
            throw OdooException.validation("Barcode(s) already assigned:\n\n- Barcode \"" + barcode
                    + "\" already assigned to product(s): " + listed(holders)
                    + "\n\nNote: products that you don't have access to will not be shown above.");
        }
    }

    private static String listed(List<String> names) {
        String last = names.get(names.size() - 1);
        String first = String.join(", ", names.subList(0, names.size() - 1));
        return first + (names.size() > 2 ? ", and " : " and ") + last;
    }
}
