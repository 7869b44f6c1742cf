package io.shopoms.sandbox.odoo.tax;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;

/** {@code account.tax}. An integration user may read it only: taxes are set up by people and mapped by id. */
public final class TaxModel {

    private TaxModel() {}

    public static List<Model> all() {
        return List.of(
                new Model("account.tax.group", "Tax Group")
                        .with(Field.text("name", "Name").required()),
                new Model("account.tax", "Tax")
                        .orderedBy("sequence, id")
                        .with(
                                Field.text("name", "Tax Name").required(),
                                Field.decimal("amount", "Amount").digits(4),
                                Field.selection("amount_type", "Tax Computation", "percent", "Percentage")
                                        .defaultsTo("percent"),
                                Field.selection(
                                                "type_tax_use",
                                                "Tax Type",
                                                "sale",
                                                "Sales",
                                                "purchase",
                                                "Purchases",
                                                "none",
                                                "None")
                                        .defaultsTo("sale"),
                                Field.selection(
                                        "price_include_override",
                                        "Included in Price",
                                        "tax_included",
                                        "Tax Included",
                                        "tax_excluded",
                                        "Tax Excluded"),
                                Field.flag("price_include", "Price Include").computed(TaxModel::isIncluded),
                                Field.flag("include_base_amount", "Affect Base of Subsequent Taxes"),
                                Field.flag("is_base_affected", "Base Affected by Previous Taxes")
                                        .defaultsTo(true),
                                Field.integer("sequence", "Sequence").defaultsTo(1),
                                Field.flag("active", "Active").defaultsTo(true),
                                Field.many2one("tax_group_id", "Tax Group", "account.tax.group"),
                                Field.many2one("company_id", "Company", "res.company")
                                        .defaultsTo(1),
                                Field.many2one("country_id", "Country", "res.country")));
    }

    /** As the company's default says, unless the tax says otherwise. */
    private static boolean isIncluded(Env env, Record tax) {
        String own = env.text(tax, "price_include_override");
        String effective = own.isEmpty() ? env.text(env.require("res.company", 1), "account_price_include") : own;
        return effective.equals("tax_included");
    }

    /** The values that the arithmetic needs. */
    public static Tax of(Env env, Record tax) {
        return new Tax(tax.id(), env.number(tax, "amount"), env.flag(tax, "price_include"));
    }
}
