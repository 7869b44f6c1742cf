package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;

/** Attributes, their values, and which of them a template has. */
final class AttributeModels {

    static final String ATTRIBUTE = "product.attribute";
    static final String VALUE = "product.attribute.value";
    static final String LINE = "product.template.attribute.line";
    static final String TEMPLATE_VALUE = "product.template.attribute.value";

    private static final String TEMPLATE = "product.template";

    private AttributeModels() {}

    static List<Model> all() {
        return List.of(attribute(), value(), line(), templateValue());
    }

    private static Model attribute() {
        return new Model(ATTRIBUTE, "Product Attribute")
                .orderedBy("sequence, id")
                .ruledBy(new AttributeRules())
                .with(Method.onRecords("action_archive", AttributeRules::archive))
                .with(
                        Field.text("name", "Attribute").required().indexed(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.selection(
                                        "create_variant",
                                        "Variant Creation",
                                        "always",
                                        "Instantly",
                                        "dynamic",
                                        "Dynamically",
                                        "no_variant",
                                        "Never")
                                .required()
                                .defaultsTo("always"),
                        displayType().required().defaultsTo("radio"),
                        Field.integer("sequence", "Sequence").defaultsTo(20),
                        Field.one2many("value_ids", "Values", VALUE, "attribute_id"),
                        Field.one2many("template_value_ids", "Template Values", TEMPLATE_VALUE, "attribute_id"),
                        Field.one2many("attribute_line_ids", "Lines", LINE, "attribute_id"),
                        Field.many2many("product_tmpl_ids", "Related Products", TEMPLATE)
                                .computed((env, r) -> AttributeUse.templates(env, r).stream()
                                        .map(Record::id)
                                        .toList()),
                        Field.integer("number_related_products", "Number Related Products")
                                .computed((env, r) ->
                                        AttributeUse.activeTemplates(env, r).count())
                                .unsearchable());
    }

    private static Model value() {
        return new Model(VALUE, "Attribute Value")
                .orderedBy("attribute_id, sequence, id")
                .ruledBy(new AttributeValueRules())
                .shownAs((env, r) -> env.context().isOn("show_attribute")
                        ? env.text(env.follow(r, "attribute_id"), "name") + ": " + env.text(r, "name")
                        : env.text(r, "name"))
                .with(
                        Field.text("name", "Value").required().indexed(),
                        Field.integer("sequence", "Sequence"),
                        Field.many2one("attribute_id", "Attribute", ATTRIBUTE).required(),
                        Field.many2many("pav_attribute_line_ids", "Lines", LINE)
                                .computed((env, r) -> env.by(LINE, "value_ids", r.id()).stream()
                                        .map(Record::id)
                                        .toList()),
                        Field.decimal("default_extra_price", "Default Extra Price"),
                        Field.flag("is_custom", "Free text"),
                        Field.text("html_color", "Color"),
                        displayType().computed((env, r) -> env.get(env.follow(r, "attribute_id"), "display_type")),
                        Field.integer("color", "Color Index").defaultsTo(1),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.flag("is_used_on_products", "Used on Products")
                                .computed(AttributeUse::isUsed)
                                .unsearchable());
    }

    private static Field displayType() {
        return Field.selection(
                "display_type",
                "Display Type",
                "radio",
                "Radio",
                "pills",
                "Pills",
                "select",
                "Select",
                "color",
                "Color",
                "multi",
                "Multi-checkbox",
                "image",
                "Image");
    }

    private static Model line() {
        return new Model(LINE, "Product Template Attribute Line")
                .orderedBy("sequence, attribute_id, id")
                .ruledBy(new AttributeLineRules())
                .shownAs((env, r) -> env.display(env.follow(r, "attribute_id")))
                .with(
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("product_tmpl_id", "Product Template", TEMPLATE)
                                .required(),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.many2one("attribute_id", "Attribute", ATTRIBUTE).required(),
                        Field.many2many("value_ids", "Values", VALUE).indexed(),
                        Field.integer("value_count", "Value Count").computed((env, r) ->
                                (long) env.ids(r, "value_ids").size()),
                        Field.one2many(
                                "product_template_value_ids",
                                "Product Attribute Values",
                                TEMPLATE_VALUE,
                                "attribute_line_id"));
    }

    private static Model templateValue() {
        return new Model(TEMPLATE_VALUE, "Product Template Attribute Value")
                .orderedBy("attribute_line_id, product_attribute_value_id, id")
                .ruledBy(new TemplateValueRules())
                .unique(
                        "Each value should be defined only once per attribute per product.",
                        "attribute_line_id",
                        "product_attribute_value_id")
                .shownAs((env, r) -> env.text(env.follow(r, "attribute_id"), "name") + ": " + env.text(r, "name"))
                .with(
                        Field.flag("ptav_active", "Active").defaultsTo(true),
                        Field.text("name", "Value").computed((env, r) -> ofValue(env, r, "name")),
                        Field.many2one("product_attribute_value_id", "Attribute Value", VALUE)
                                .required()
                                .indexed(),
                        Field.many2one("attribute_line_id", "Attribute Line", LINE)
                                .required(),
                        Field.decimal("price_extra", "Extra Price"),
                        Field.many2one("currency_id", "Currency", "res.currency")
                                .computed((env, r) -> 1L),
                        Field.many2one("product_tmpl_id", "Product Template", TEMPLATE)
                                .indexed(),
                        Field.many2one("attribute_id", "Attribute", ATTRIBUTE),
                        Field.many2many("ptav_product_variant_ids", "Related Variants", "product.product")
                                .computed((env, r) -> TemplateValues.variants(env, r).stream()
                                        .filter(v -> env.flag(v, "active")
                                                || !env.context().isOn("active_test"))
                                        .map(Record::id)
                                        .toList()),
                        Field.text("html_color", "HTML Color Index")
                                .computed((env, r) -> ofValue(env, r, "html_color")),
                        Field.flag("is_custom", "Free text").computed((env, r) -> ofValue(env, r, "is_custom")),
                        displayType().computed((env, r) -> ofValue(env, r, "display_type")),
                        Field.integer("color", "Color").defaultsTo(1));
    }

    private static Object ofValue(Env env, Record templateValue, String field) {
        return env.get(env.follow(templateValue, "product_attribute_value_id"), field);
    }
}
