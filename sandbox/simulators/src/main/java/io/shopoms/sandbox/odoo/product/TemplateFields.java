package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.util.List;

/** The fields of a template that its variants show, too. */
final class TemplateFields {

    private TemplateFields() {}

    /** New ones at each call, since a variant's refer to the template's. */
    static Field[] shared() {
        return new Field[] {
            Field.text("name", "Name").required().indexed(),
            Field.integer("sequence", "Sequence").defaultsTo(1),
            Field.of(Type.HTML, "description", "Description"),
            Field.of(Type.TEXT, "description_sale", "Sales Description"),
            Field.of(Type.TEXT, "description_purchase", "Purchase Description"),
            Field.of(Type.TEXT, "description_picking", "Description on Picking"),
            Field.of(Type.TEXT, "description_pickingin", "Description on Receptions"),
            Field.of(Type.TEXT, "description_pickingout", "Description on Delivery Orders"),
            Field.selection("type", "Product Type", "consu", "Goods", "service", "Service", "combo", "Combo")
                    .required()
                    .defaultsTo("consu"),
            Field.flag("is_storable", "Track Inventory"),
            Field.selection(
                            "tracking",
                            "Tracking",
                            "serial",
                            "By Unique Serial Number",
                            "lot",
                            "By Lots",
                            "none",
                            "By Quantity")
                    .required()
                    .defaultsTo("none"),
            Field.many2one("categ_id", "Product Category", "product.category").indexed(),
            Field.many2one("currency_id", "Currency", "res.currency")
                    .computed((env, r) -> env.get(env.require("res.company", 1), "currency_id")),
            Field.decimal("list_price", "Sales Price").defaultsTo(BigDecimal.ONE),
            Field.text("weight_uom_name", "Weight unit of measure label").computed((env, r) -> "kg"),
            Field.text("volume_uom_name", "Volume unit of measure label").computed((env, r) -> "m³"),
            Field.many2many("taxes_id", "Sales Taxes", "account.tax"),
            Field.many2many("supplier_taxes_id", "Purchase Taxes", "account.tax"),
            Field.selection(
                            "invoice_policy",
                            "Invoicing Policy",
                            "order",
                            "Ordered quantities",
                            "delivery",
                            "Delivered quantities")
                    .defaultsTo("order"),
            Field.many2one("property_account_income_id", "Income Account", "account.account"),
            Field.many2one("uom_id", "Unit", "uom.uom").required().defaultsTo(1),
            Field.text("uom_name", "Unit Name").computed((env, r) -> env.get(env.follow(r, "uom_id"), "name")),
            Field.flag("sale_ok", "Sales").defaultsTo(true),
            Field.flag("purchase_ok", "Purchase").defaultsTo(true),
            Field.many2one("company_id", "Company", "res.company"),
            Field.integer("color", "Color Index"),
            Field.flag("is_favorite", "Favorite"),
            Field.text("hs_code", "HS Code"),
            Field.many2one("country_of_origin", "Origin of Goods", "res.country"),
            Field.many2many("product_tag_ids", "Tags", "product.tag").indexed(),
            Field.one2many("attribute_line_ids", "Product Attributes", AttributeModels.LINE, "product_tmpl_id"),
            Field.flag("has_configurable_attributes", "Is a configurable product")
                    .computed(TemplateFields::isConfigurable),
            Field.flag("is_dynamically_created", "Is Dynamically Created")
                    .computed(Variants::isDynamic)
                    .unsearchable(),
            Field.integer("product_variant_count", "# Product Variants")
                    .computed(
                            (env, r) -> (long) env.ids(r, "product_variant_ids").size())
                    .unsearchable(),
            VariantImages.own("image_1920", "Image"),
            VariantImages.ofTemplate("image_1024", "Image 1024"),
            VariantImages.ofTemplate("image_512", "Image 512"),
            VariantImages.ofTemplate("image_256", "Image 256"),
            VariantImages.ofTemplate("image_128", "Image 128")
        };
    }

    /** A variant shows what its template shows. */
    static Field follow(Field field, String template) {
        Field own = field.type() == Type.ONE2MANY
                ? Field.one2many(field.name(), field.label(), field.comodel(), null)
                : field;
        return own.computed((env, r) -> env.get(env.follow(r, template), field.name()));
    }

    private static Object isConfigurable(Env env, Record template) {
        if (Variants.isDynamic(env, template)) {
            return true;
        }
        List<Record> lines = env.many(template, "attribute_line_ids");
        return lines.stream()
                .anyMatch(line -> env.ids(line, "value_ids").size() > 1
                        || env.text(env.follow(line, "attribute_id"), "display_type")
                                .equals("multi")
                        || env.many(line, "value_ids").stream().anyMatch(value -> env.flag(value, "is_custom")));
    }
}
