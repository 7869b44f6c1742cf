package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Odoo itself can do: {@code load} of templates with two attributes each, whose variants Odoo makes by itself, one read
 * to find these, and {@code load} of their SKUs and barcodes; attributes, values, category and tag looked up before. Nothing
 * less makes such products: they have every field that shopOMS writes.
 */
final class BareProducts {

    private final OdooCalls odoo;
    private final long colour;
    private final long size;
    private final long category;
    private final long tag;
    private final List<Long> colours = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();

    BareProducts(OdooCalls odoo) {
        this.odoo = odoo;
        this.colour = attribute("Colour");
        this.size = attribute("Size");
        this.category = named("product.category", ProductPayloads.TYPE);
        this.tag = named("product.tag", ProductPayloads.TAG);
        ProductPayloads.COLOURS.forEach(name -> colours.add(value(colour, name)));
        ProductPayloads.SIZES.forEach(name -> sizes.add(value(size, name)));
    }

    /** Products per second. */
    double rate(long first, int count) throws InterruptedException {
        return odoo.rate(first, count, (begin, batch) -> variants(begin, templates(begin, batch)));
    }

    private JsonNode templates(long first, int count) {
        ObjectNode body = OdooCalls.JSON.createObjectNode();
        body.putObject("context").put("mode", "update").put("noupdate", true);
        ArrayNode fields = body.putArray("fields");
        List.of(
                        "id",
                        "name",
                        "list_price",
                        "description",
                        "categ_id/.id",
                        "product_tag_ids/.id",
                        "sale_ok",
                        "attribute_line_ids/id",
                        "attribute_line_ids/attribute_id/.id",
                        "attribute_line_ids/value_ids/.id")
                .forEach(fields::add);
        ArrayNode rows = body.putArray("data");
        for (long id = first; id < first + count; id++) {
            String template = "__shopify__.benchmark_product_" + id;
            rows.addArray()
                    .add(template)
                    .add("Bare " + ProductPayloads.title(id))
                    .add("24.90")
                    .add(ProductPayloads.DESCRIPTION)
                    .add(Long.toString(category))
                    .add(Long.toString(tag))
                    .add("1")
                    .add(template + "_colour")
                    .add(Long.toString(colour))
                    .add(list(colours));
            rows.addArray()
                    .add("")
                    .add("")
                    .add("")
                    .add("")
                    .add("")
                    .add("")
                    .add("")
                    .add(template + "_size")
                    .add(Long.toString(size))
                    .add(list(sizes));
        }
        return odoo.load("product.template", body.toString(), count);
    }

    private void variants(long first, JsonNode templates) {
        JsonNode variants = odoo.call(
                "product.product",
                "search_read",
                "{\"domain\":[[\"product_tmpl_id\",\"in\"," + templates
                        + "]],\"fields\":[\"product_tmpl_id\",\"product_template_attribute_value_ids\"],"
                        + "\"order\":\"id\"}");
        int wanted = templates.size() * colours.size() * sizes.size();
        if (variants.size() != wanted) {
            throw new IllegalStateException("Odoo made " + variants.size() + " variants instead of " + wanted);
        }
        Map<Long, Long> products = new LinkedHashMap<>();
        for (int i = 0; i < templates.size(); i++) {
            products.put(templates.get(i).asLong(), first + i);
        }
        ObjectNode body = OdooCalls.JSON.createObjectNode();
        body.putArray("fields").add(".id").add("default_code").add("barcode");
        ArrayNode rows = body.putArray("data");
        Map<Long, Integer> seen = new LinkedHashMap<>();
        for (JsonNode variant : variants) {
            long product = products.get(variant.path("product_tmpl_id").get(0).asLong());
            String sku = "BARE-" + ProductPayloads.sku(product, seen.merge(product, 1, Integer::sum));
            rows.addArray().add(variant.path("id").asText()).add(sku).add(sku);
        }
        odoo.load("product.product", body.toString(), rows.size());
    }

    /** One that makes variants by itself: shopOMS has others of the same names. */
    private long attribute(String name) {
        String itself = "\"create_variant\",\"=\",\"always\"";
        return odoo.found("product.attribute", "[[\"name\",\"=\",\"" + name + "\"],[" + itself + "]]")
                .orElseGet(() -> made("product.attribute", "\"name\":\"" + name + "\",\"create_variant\":\"always\""));
    }

    private long named(String model, String name) {
        return odoo.found(model, "[[\"name\",\"=\",\"" + name + "\"]]")
                .orElseGet(() -> made(model, "\"name\":\"" + name + "\""));
    }

    private long value(long attribute, String name) {
        String domain = "[[\"attribute_id\",\"=\"," + attribute + "],[\"name\",\"=\",\"" + name + "\"]]";
        return odoo.found("product.attribute.value", domain)
                .orElseGet(() ->
                        made("product.attribute.value", "\"name\":\"" + name + "\",\"attribute_id\":" + attribute));
    }

    private long made(String model, String values) {
        return odoo.call(model, "create", "{\"vals_list\":[{" + values + "}]}")
                .get(0)
                .asLong();
    }

    private static String list(List<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
