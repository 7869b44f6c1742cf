package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** {@code product.template} and {@code product.product}; what variants share lives in the template. */
public final class ProductModels {

    private static final String TEMPLATE = "product_tmpl_id";
    private static final String VALUES = "product_template_attribute_value_ids";
    private static final String TEMPLATE_VALUE = AttributeModels.TEMPLATE_VALUE;
    private static final int TWO_DECIMALS = 2;

    private ProductModels() {}

    public static List<Model> all() {
        List<Model> models = new ArrayList<>(List.of(template(), product()));
        models.addAll(AttributeModels.all());
        models.add(TagModel.model());
        models.add(CategoryModel.model());
        return models;
    }

    private static Model template() {
        return new Model("product.template", "Product")
                .orderedBy("is_favorite desc, name, id")
                .ruledBy(new TemplateRules())
                .shownAs((env, r) -> shown(env, env.text(r, "default_code"), env.text(r, "name")))
                .with(TemplateFields.shared())
                .with(ownValues("standard_price"))
                .with(
                        Field.text("barcode", "Barcode").searchedThrough("product_variant_ids", "barcode"),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.one2many("product_variant_ids", "Products", "product.product", TEMPLATE),
                        Field.many2one("product_variant_id", "Product", "product.product")
                                .computed((env, r) -> env.ids(r, "product_variant_ids").stream()
                                        .findFirst()
                                        .orElse(null))
                                .unsearchable(),
                        Field.flag("is_product_variant", "Is a product variant")
                                .computed((env, r) -> false)
                                .unsearchable());
    }

    private static Model product() {
        return new Model("product.product", "Product Variant")
                .orderedBy("default_code, name, id")
                .ruledBy(new ProductRules())
                .searchedByName("default_code", "barcode", "name")
                .shownAs((env, r) -> shown(env, env.text(r, "default_code"), VariantNames.of(env, r)))
                .with(Method.onRecords("unlink", ProductRules::unlink))
                .with(Method.onRecords("action_archive", (env, model, ids, args) -> Archive.variants(env, ids)))
                .with(Method.onRecords("action_unarchive", (env, model, ids, args) -> Archive.variantsBack(env, ids)))
                .with(Field.many2one(TEMPLATE, "Product Template", "product.template")
                        .required())
                .with(delegated())
                .with(ownValues("standard_price"))
                .with(
                        Field.text("barcode", "Barcode").indexed(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2many(VALUES, "Attribute Values", TEMPLATE_VALUE)
                                .indexed(),
                        Field.many2many("product_template_variant_value_ids", "Variant Values", TEMPLATE_VALUE)
                                .computed(VariantNames::multiplying),
                        Field.text("combination_indices", "Combination Indices").computed(Combination::indices),
                        Field.flag("is_product_variant", "Is Product Variant")
                                .computed((env, r) -> true)
                                .unsearchable(),
                        Field.decimal("price_extra", "Variant Price Extra")
                                .computed(ProductPrices::extra)
                                .unsearchable(),
                        Field.decimal("lst_price", "Sales\u00a0Price")
                                .computed(ProductPrices::price)
                                .unsearchable(),
                        Field.text("code", "Reference")
                                .computed((env, r) -> env.get(r, "default_code"))
                                .unsearchable(),
                        Field.many2many("additional_product_tag_ids", "Variant Tags", "product.tag")
                                .indexed(),
                        Field.many2many("all_product_tag_ids", "All Product Tag", "product.tag")
                                .computed(TagModel::ofVariant),
                        VariantImages.own("image_variant_1920", "Variant Image"),
                        VariantImages.ofVariant("image_1920", "Image"),
                        VariantImages.ofVariant("image_1024", "Image 1024"),
                        VariantImages.ofVariant("image_512", "Image 512"),
                        VariantImages.ofVariant("image_256", "Image 256"),
                        VariantImages.ofVariant("image_128", "Image 128"),
                        Field.many2one("property_stock_inventory", "Inventory Location", "stock.location")
                                .computed((env, r) -> env.search(
                                                "stock.location", List.of(List.of("usage", "=", "inventory")), "id")
                                        .get(0)
                                        .id()),
                        quantity("qty_available", "Quantity On Hand", Availability::onHand),
                        quantity("free_qty", "Free To Use Quantity ", Availability::free),
                        quantity("incoming_qty", "Incoming", Availability::incoming),
                        quantity("outgoing_qty", "Outgoing", Availability::outgoing),
                        quantity("virtual_available", "Forecasted Quantity", Availability::forecast));
    }

    /** What each variant has for itself; a template shows those of its only variant. */
    private static Field[] ownValues(String cost) {
        return new Field[] {
            Field.text("default_code", "Internal Reference").indexed(),
            Field.decimal("weight", "Weight").digits(TWO_DECIMALS),
            Field.decimal("volume", "Volume").digits(TWO_DECIMALS),
            Field.decimal(cost, "Cost")
        };
    }

    private static Field[] delegated() {
        return java.util.Arrays.stream(TemplateFields.shared())
                .filter(field -> !field.name().startsWith("image_"))
                .map(field -> field.isStored() ? field.delegatedTo(TEMPLATE) : TemplateFields.follow(field, TEMPLATE))
                .toArray(Field[]::new);
    }

    private static Field quantity(String name, String label, BiFunction<Env, Record, Object> value) {
        return Field.decimal(name, label).computed(value);
    }

    private static String shown(Env env, String code, String name) {
        return code.isEmpty() || !env.context().isOn("display_default_code") ? name : "[" + code + "] " + name;
    }
}
