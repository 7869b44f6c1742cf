package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Odoo itself can do: {@code load} of templates with two attributes each, one read to find their variants, and
 * {@code load} of the variants' SKUs; attributes and values looked up before. Nothing less makes such products.
 */
final class BareProducts {

    private final OdooCalls odoo;
    private final long colour;
    private final long size;
    private final List<Long> colours = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();

    BareProducts(OdooCalls odoo) {
        this.odoo = odoo;
        this.colour = attribute("Colour");
        this.size = attribute("Size");
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
                        "description_sale",
                        "type",
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
                    .add("Of cotton.")
                    .add("consu")
                    .add(template + "_colour")
                    .add(Long.toString(colour))
                    .add(list(colours));
            rows.addArray()
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

    private long attribute(String name) {
        return odoo.found("product.attribute", "[[\"name\",\"=\",\"" + name + "\"]]")
                .orElseGet(() -> odoo.call(
                                "product.attribute",
                                "create",
                                "{\"vals_list\":[{\"name\":\"" + name + "\",\"create_variant\":\"always\"}]}")
                        .get(0)
                        .asLong());
    }

    private long value(long attribute, String name) {
        String domain = "[[\"attribute_id\",\"=\"," + attribute + "],[\"name\",\"=\",\"" + name + "\"]]";
        return odoo.found("product.attribute.value", domain)
                .orElseGet(() -> odoo.call(
                                "product.attribute.value",
                                "create",
                                "{\"vals_list\":[{\"name\":\"" + name + "\",\"attribute_id\":" + attribute + "}]}")
                        .get(0)
                        .asLong());
    }

    private static String list(List<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
