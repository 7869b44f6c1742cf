package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;

/** The fields of an order line that Odoo 19 renamed: {@code tax_id} and {@code product_uom} until 18. */
public final class LineNames {

    private static final int RENAMED = 19;

    private LineNames() {}

    static String taxes(int version) {
        return version >= RENAMED ? "tax_ids" : "tax_id";
    }

    static String unit(int version) {
        return version >= RENAMED ? "product_uom_id" : "product_uom";
    }

    public static String taxes(Record line) {
        return taxes(line.model());
    }

    static String unit(Record line) {
        return unit(line.model());
    }

    static String taxes(Model lines) {
        return lines.field("tax_ids") == null ? "tax_id" : "tax_ids";
    }

    static String unit(Model lines) {
        return lines.field("product_uom_id") == null ? "product_uom" : "product_uom_id";
    }
}
