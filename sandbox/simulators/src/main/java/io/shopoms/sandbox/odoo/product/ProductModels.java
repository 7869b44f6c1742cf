package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import io.shopoms.sandbox.odoo.stock.Availability;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;

/** {@code product.template} and {@code product.product}; what variants share lives in the template. */
public final class ProductModels {

    private static final String TEMPLATE = "product_tmpl_id";

    private ProductModels() {}

    public static List<Model> all() {
        return List.of(template(), product());
    }

    private static Model template() {
        return new Model("product.template", "Product")
                .orderedBy("name, id")
                .ruledBy(new TemplateRules())
                .shownAs((env, r) -> shown(env.text(r, "default_code"), env.text(r, "name")))
                .with(shared(false))
                .with(
                        Field.text("default_code", "Internal Reference")
                                .computed((env, r) -> only(env, r, "default_code")),
                        Field.text("barcode", "Barcode").computed((env, r) -> only(env, r, "barcode")),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.one2many("product_variant_ids", "Products", "product.product", TEMPLATE),
                        Field.many2one("product_variant_id", "Product", "product.product")
                                .computed((env, r) -> only(env, r, "id")));
    }

    private static Model product() {
        return new Model("product.product", "Product Variant")
                .orderedBy("default_code, name, id")
                .ruledBy(new ProductRules())
                .searchedByName("default_code", "barcode", "name")
                .shownAs((env, r) -> shown(env.text(r, "default_code"), env.text(r, "name")))
                .with(Field.many2one(TEMPLATE, "Product Template", "product.template")
                        .required())
                .with(shared(true))
                .with(
                        Field.text("default_code", "Internal Reference").indexed(),
                        Field.text("barcode", "Barcode").indexed(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.decimal("lst_price", "Sales Price").computed((env, r) -> env.get(r, "list_price")),
                        quantity("qty_available", "Quantity On Hand", Availability::onHand),
                        quantity("free_qty", "Free To Use Quantity ", Availability::free),
                        quantity("incoming_qty", "Incoming", Availability::incoming),
                        quantity("outgoing_qty", "Outgoing", Availability::outgoing),
                        quantity("virtual_available", "Forecasted Quantity", Availability::forecast));
    }

    private static Field[] shared(boolean delegated) {
        List<Field> fields = List.of(
                Field.text("name", "Name").required(),
                Field.of(Type.MONETARY, "list_price", "Sales Price").defaultsTo(BigDecimal.ONE),
                Field.selection("type", "Product Type", "consu", "Goods", "service", "Service", "combo", "Combo")
                        .defaultsTo("consu"),
                Field.flag("is_storable", "Track Inventory"),
                Field.many2many("taxes_id", "Sales Taxes", "account.tax"),
                Field.selection(
                                "invoice_policy",
                                "Invoicing Policy",
                                "order",
                                "Ordered quantities",
                                "delivery",
                                "Delivered quantities")
                        .defaultsTo("order"),
                Field.many2one("property_account_income_id", "Income Account", "account.account"),
                Field.many2one("categ_id", "Product Category", "product.category"),
                Field.many2one("uom_id", "Unit", "uom.uom").defaultsTo(1),
                Field.flag("sale_ok", "Sales").defaultsTo(true),
                Field.flag("purchase_ok", "Purchase").defaultsTo(true),
                Field.decimal("weight", "Weight"),
                Field.of(Type.TEXT, "description_sale", "Sales Description"),
                Field.many2one("company_id", "Company", "res.company"));
        if (delegated) {
            fields.forEach(field -> field.delegatedTo(TEMPLATE));
        }
        return fields.toArray(Field[]::new);
    }

    private static Field quantity(String name, String label, BiFunction<Env, Record, Object> value) {
        return Field.decimal(name, label).computed(value);
    }

    private static Object only(Env env, Record template, String field) {
        List<Record> variants = env.many(template, "product_variant_ids");
        return variants.size() == 1 ? env.get(variants.get(0), field) : null;
    }

    private static String shown(String code, String name) {
        return code.isEmpty() ? name : "[" + code + "] " + name;
    }
}
