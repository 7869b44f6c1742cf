package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;

/** Which fields {@code web_search_read} is asked for: a template with its lines and variants, or its values, in one call. */
final class TemplateSpecification {

    static final ObjectNode ALL = template();

    /** Of {@code product.template.attribute.value}. */
    static final ObjectNode VALUES = values();

    private TemplateSpecification() {}

    private static ObjectNode values() {
        ObjectNode value = fields(
                "product_tmpl_id", "attribute_line_id", "price_extra", "ptav_active", "ptav_product_variant_ids");
        value.set("attribute_id", nested(fields("name", "create_variant")));
        value.set("product_attribute_value_id", nested(fields("name")));
        return value;
    }

    private static ObjectNode template() {
        ObjectNode value = fields("price_extra", "ptav_active");
        value.set("product_attribute_value_id", nested(fields("name")));
        ObjectNode line = fields("write_date", "active");
        line.set("attribute_id", nested(fields("name", "create_variant")));
        line.set("product_template_value_ids", nested(value));
        ObjectNode template = fields(
                "name",
                "active",
                "write_date",
                "sale_ok",
                "type",
                "is_storable",
                "list_price",
                "description",
                "image_1920");
        template.set("categ_id", nested(fields("name")));
        template.set("product_tag_ids", nested(fields("name")));
        template.set("attribute_line_ids", nested(line));
        template.set("product_variant_ids", nested(variant()));
        return template;
    }

    private static ObjectNode variant() {
        return fields(
                "default_code",
                "barcode",
                "lst_price",
                "weight",
                "standard_price",
                "active",
                "write_date",
                "product_template_attribute_value_ids");
    }

    private static ObjectNode fields(String... names) {
        ObjectNode fields = JsonBodies.object();
        for (String name : names) {
            fields.putObject(name);
        }
        return fields;
    }

    private static ObjectNode nested(ObjectNode fields) {
        ObjectNode nested = JsonBodies.object();
        nested.set("fields", fields);
        return nested;
    }
}
