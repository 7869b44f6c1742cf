package io.shopoms.sandbox.odoo.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.odoo.fixtures.Catalog;
import io.shopoms.sandbox.odoo.fixtures.Catalog.Attribute;
import io.shopoms.sandbox.odoo.fixtures.Odoo;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calls about products for any Odoo, and what came of them. Ids are told as the numbers in which they first appeared, so
 * that two databases can tell the same story.
 */
final class CatalogScript {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
    private static final String LINE = "product.template.attribute.line";
    private static final String TEMPLATE_VALUE = "product.template.attribute.value";

    private final Odoo odoo;
    private final Catalog catalog;
    private final String run;
    private final List<String> story = new ArrayList<>();
    private final Map<Long, Integer> variants = new HashMap<>();
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private int partner;

    /** @param run makes names unique in a database that has seen others */
    CatalogScript(Odoo odoo, String run) {
        this.odoo = odoo;
        this.catalog = new Catalog(odoo);
        this.run = run;
    }

    List<String> story() {
        return story;
    }

    void prepare() {
        attributes.put("size", catalog.attribute("Size " + run, "always", "S", "M", "L"));
        attributes.put("color", catalog.attribute("Color " + run, "always", "Red", "Blue"));
        attributes.put("cut", catalog.attribute("Cut " + run, "dynamic", "slim", "wide"));
        attributes.put("gift", catalog.attribute("Gift " + run, "no_variant", "yes", "no"));
        partner = (int) catalog.create("res.partner", Map.of("name", "Ada Example " + run));
    }

    // --- scenes

    void valuesComeAndGo() {
        long template = shirt(line("size", "S", "M", "L"), line("color", "Red", "Blue"));
        tell("made", template);
        sell(template, 5);
        say("less", writeLine(template, "size", List.of(List.of(3, value("size", "L")))), template);
        say("back", writeLine(template, "size", List.of(List.of(4, value("size", "L")))), template);
        say("set", writeLine(template, "size", List.of(List.of(6, 0, values("size", "M", "L")))), template);
        say("none", writeLine(template, "size", List.of(List.of(5))), template);
        say("foreign", writeLine(template, "size", List.of(List.of(4, value("color", "Red")))), template);
    }

    void linesComeAndGo() {
        long template = shirt(line("size", "S", "M"));
        skus(template, "L");
        say("one more value for all", add(template, line("color", "Red")), template);
        say("second value", writeLine(template, "color", List.of(List.of(4, value("color", "Blue")))), template);
        say("dynamic one", add(template, line("cut", "slim")), template);
        say("never", add(template, line("gift", "yes", "no")), template);
        say("remove", removeLine(template, "color"), template);
        say("remove", removeLine(template, "cut"), template);
        sell(template, 0);
        say("remove the last that multiplies", removeLine(template, "size"), template);
        say("again", add(template, line("size", "S", "L")), template);
    }

    void aSimpleProductGetsAttributes() {
        long simple = catalog.create(
                "product.template",
                Map.of("name", "Mug", "default_code", "MUG" + run, "barcode", "B" + run, "weight", 0.456));
        tell("simple", simple);
        say("one value", add(simple, line("size", "S")), simple);
        say("two values", writeLine(simple, "size", List.of(List.of(4, value("size", "M")))), simple);
        long other = catalog.create("product.template", Map.of("name", "Cup", "default_code", "CUP" + run));
        sell(other, 0);
        say("two at once", add(other, line("size", "S", "M")), other);
    }

    void variantsAreMadeOneByOne() {
        long template = shirt(line("cut", "slim", "wide"), line("size", "S", "M"));
        tell("none yet", template);
        long slim = templateValue(template, "slim");
        long wide = templateValue(template, "wide");
        long small = templateValue(template, "S");
        say("load", variant(template, "1", slim + "," + small), template);
        say("load again", variant(template, "1", slim + "," + small), template);
        say("the same combination", variant(template, "2", small + "," + slim), template);
        say("half a combination", variant(template, "3", String.valueOf(wide)), template);
        List<JsonNode> rows = catalog.variants(template, "active");
        say("archive", write("product.product", rows.get(0).get("id").asLong(), Map.of("active", false)), template);
        say("more", writeLine(template, "size", List.of(List.of(4, value("size", "L")))), template);
        say("archive all", write("product.template", template, Map.of("active", false)), template);
        say("bring back", write("product.template", template, Map.of("active", true)), template);
    }

    void pricesAndCodes() {
        long template = shirt(line("size", "S", "M"), line("color", "Red", "Blue"));
        skus(template, "P");
        say("extra", write(TEMPLATE_VALUE, templateValue(template, "M"), Map.of("price_extra", 2.5)), template);
        long last = id(template, 3);
        say("list price by variant", write("product.product", last, Map.of("lst_price", 50)), template);
        say("name by variant", write("product.product", last, Map.of("name", "Jersey")), template);
        say("leftover", write("product.template", template, Map.of("default_code", "LEFT", "weight", 1.239)), template);
        say("weight", write("product.product", last, Map.of("weight", 0.1251, "volume", 0.004)), template);
        say("barcode", write("product.product", last, Map.of("barcode", "X" + run)), template);
        say("barcode twice", write("product.product", id(template, 0), Map.of("barcode", "X" + run)), template);
        say("archive holder", write("product.product", last, Map.of("active", false)), template);
        say("barcode again", write("product.product", id(template, 0), Map.of("barcode", "X" + run)), template);
        say("holder back", write("product.product", last, Map.of("active", true)), template);
        say("unlink", odoo.call("product.product", "unlink", Map.of("ids", List.of(last))), template);
        say("unknown field", write("product.template", template, Map.of("description_ecommerce", "x")), template);
        say(
                "search by price",
                odoo.call("product.product", "search", Map.of("domain", List.of(List.of("lst_price", ">", 1)))),
                template);
    }

    void archiveAndBack() {
        long template = shirt(line("size", "S", "M"));
        say("one", write("product.product", id(template, 1), Map.of("active", false)), template);
        say("a word", write("product.template", template, Map.of("description_sale", "x")), template);
        say("all", write("product.template", template, Map.of("active", false)), template);
        say("back", write("product.template", template, Map.of("active", true)), template);
        say("button", button("product.product", "action_archive", id(template, 0)), template);
        say("button", button("product.product", "action_archive", id(template, 1)), template);
        say("button back", button("product.product", "action_unarchive", id(template, 0)), template);
        say("button of template", button("product.template", "action_archive", template), template);
        say("button of template", button("product.template", "action_unarchive", template), template);
        say("last one", write("product.product", id(template, 0), Map.of("active", false)), template);
        say("last one", write("product.product", id(template, 1), Map.of("active", false)), template);
        say("nothing left", write("product.template", template, Map.of("active", true)), template);
    }

    /** Odoo would delete a template with its last active variant. */
    void theLastActiveVariant() {
        for (List<?> commands : List.of(
                List.of(List.of(3, value("size", "S"))),
                List.of(List.of(6, 0, values("size", "L"))),
                List.of(List.of(6, 0, values("size", "M", "L"))))) {
            long template = shirt(line("size", "S", "M"));
            write("product.product", id(template, 1), Map.of("active", false));
            say("one active", writeLine(template, "size", commands), template);
            long archived = shirt(line("size", "S", "M"));
            write("product.template", archived, Map.of("active", false));
            say("none active", writeLine(archived, "size", commands), archived);
            long used = shirt(line("size", "S", "M"));
            sell(used, 1);
            write("product.product", id(used, 1), Map.of("active", false));
            say("in use", writeLine(used, "size", commands), used);
        }
        long template = shirt(line("size", "S", "M"));
        write("product.product", id(template, 1), Map.of("active", false));
        say("no line", removeLine(template, "size"), template);
        say("deleted", button("product.product", "unlink", id(template, 0)), template);
    }

    void readsAndSearches() {
        long category = catalog.create("product.category", Map.of("name", "Clothes"));
        long below = catalog.create("product.category", Map.of("name", "Shirts", "parent_id", category));
        long tag = catalog.create("product.tag", Map.of("name", "New " + run));
        long template = catalog.template(
                Map.of(
                        "name",
                        "Shirt",
                        "list_price",
                        12.34567,
                        "categ_id",
                        below,
                        "description",
                        "plain & <b>bold</b>",
                        "description_sale",
                        "plain & <b>bold</b>",
                        "standard_price",
                        3,
                        "volume",
                        0.126,
                        "product_tag_ids",
                        List.of(List.of(6, 0, List.of(tag)))),
                line("color", "Red", "Blue"),
                line("size", "S", "M"),
                line("gift", "yes"));
        write("product.product", id(template, 1), Map.of("active", false));
        write("product.product", id(template, 0), Map.of("default_code", "ONE" + run, "barcode", ""));
        write("product.product", id(template, 2), Map.of("barcode", "BAR" + run, "image_1920", PIXEL));
        write("product.product", id(template, 3), Map.of("image_variant_1920", PIXEL));
        Map<String, Object> all = Map.of("active_test", false);
        Map<String, Object> variant = Map.of(
                "default_code",
                Map.of(),
                "active",
                Map.of(),
                "categ_id",
                Map.of("fields", Map.of("display_name", Map.of())),
                "product_template_attribute_value_ids",
                Map.of("fields", Map.of("name", Map.of(), "attribute_id", Map.of("fields", Map.of("name", Map.of())))));
        for (Map<String, Object> context : List.of(Map.<String, Object>of(), all)) {
            for (Map<String, Object> nested : List.of(
                    Map.<String, Object>of("fields", variant),
                    Map.<String, Object>of("fields", variant, "limit", 1, "order", "id desc"),
                    Map.<String, Object>of("fields", Map.of("active", Map.of()), "context", all))) {
                ask(
                        "nested",
                        "product.template",
                        "web_search_read",
                        Map.of(
                                "domain", List.of(List.of("id", "=", template)),
                                "specification", Map.of("name", Map.of(), "product_variant_ids", nested),
                                "context", context));
            }
        }
        ask(
                "template",
                "product.template",
                "read",
                Map.of(
                        "ids",
                        List.of(template),
                        "fields",
                        List.of(
                                "name",
                                "categ_id",
                                "description",
                                "description_sale",
                                "list_price",
                                "standard_price",
                                "volume",
                                "type",
                                "is_storable",
                                "sale_ok",
                                "purchase_ok",
                                "taxes_id",
                                "product_tag_ids",
                                "product_variant_count",
                                "active",
                                "weight_uom_name",
                                "volume_uom_name",
                                "currency_id",
                                "company_id",
                                "tracking",
                                "is_favorite",
                                "sequence",
                                "image_1920",
                                "image_128",
                                "invoice_policy",
                                "barcode"),
                        "context",
                        Map.of("bin_size", true)));
        ask(
                "variants",
                "product.product",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("product_tmpl_id", "=", template)),
                        "fields",
                        List.of(
                                "display_name",
                                "image_1920",
                                "image_variant_1920",
                                "barcode",
                                "all_product_tag_ids",
                                "product_template_variant_value_ids",
                                "has_configurable_attributes",
                                "attribute_line_ids"),
                        "context",
                        Map.of("bin_size", true, "active_test", false),
                        "order",
                        "id"));
        List<List<Object>> conditions = List.of(
                List.of("default_code", "in", List.of("ONE" + run, "TWO")),
                List.of("default_code", "=", false),
                List.of("default_code", "ilike", "one" + run),
                List.of("default_code", "!=", false),
                List.of("barcode", "in", List.of("BAR" + run)),
                List.of("barcode", "=", false),
                List.of("barcode", "!=", false),
                List.of("active", "=", false),
                List.of("active", "in", List.of(true, false)),
                List.of("name", "=", "Shirt"),
                List.of("list_price", ">", 12.3456),
                List.of("write_date", ">=", "2020-01-01 00:00:00"),
                List.of("write_date", "<", "2020-01-01 00:00:00"),
                List.of("categ_id", "child_of", category),
                List.of("categ_id.name", "=", "Shirts"),
                List.of("product_tag_ids", "in", List.of(tag)),
                List.of("product_tag_ids.name", "=", "New " + run),
                List.of("product_tag_ids", "=", false),
                List.of(
                        "attribute_line_ids.attribute_id",
                        "=",
                        attributes.get("size").id()),
                List.of("attribute_line_ids.value_ids", "in", values("size", "S")),
                List.of("id", "in", List.of(-1)),
                List.of("nonsense", "=", 1));
        for (List<Object> condition : conditions) {
            ask(
                    condition.get(0) + " " + condition.get(1),
                    "product.product",
                    "search_count",
                    Map.of("domain", List.of(List.of("product_tmpl_id", "=", template), condition)));
            ask(
                    "T " + condition.get(0) + " " + condition.get(1),
                    "product.template",
                    "search_count",
                    Map.of("domain", List.of(List.of("id", "=", template), condition)));
        }
        for (List<Object> condition : List.<List<Object>>of(
                List.of("combination_indices", "=", ""),
                List.of("product_template_attribute_value_ids.product_attribute_value_id", "in", values("size", "S")),
                List.of("product_template_attribute_value_ids", "=", false),
                List.of("product_template_variant_value_ids", "!=", false),
                List.of("price_extra", "=", 0))) {
            ask(
                    "only V " + condition.get(0),
                    "product.product",
                    "search_count",
                    Map.of("domain", List.of(List.of("product_tmpl_id", "=", template), condition)));
        }
        ask(
                "by variant",
                "product.template",
                "search_count",
                Map.of("domain", List.of(List.of("product_variant_ids.default_code", "=", "ONE" + run))));
        ask(
                "values",
                "product.attribute.value",
                "search_read",
                Map.of(
                        "domain",
                                List.of(List.of(
                                        "attribute_id",
                                        "=",
                                        attributes.get("size").id())),
                        "fields",
                                List.of(
                                        "name",
                                        "display_name",
                                        "sequence",
                                        "is_custom",
                                        "display_type",
                                        "is_used_on_products")));
        ask(
                "attributes",
                "product.attribute",
                "read",
                Map.of(
                        "ids",
                                List.of(
                                        attributes.get("size").id(),
                                        attributes.get("gift").id()),
                        "fields",
                                List.of(
                                        "name",
                                        "create_variant",
                                        "display_type",
                                        "sequence",
                                        "number_related_products")));
        ask(
                "category",
                "product.category",
                "read",
                Map.of(
                        "ids",
                        List.of(category, below),
                        "fields",
                        List.of("name", "complete_name", "display_name", "parent_id", "product_count")));
        say("cycle", write("product.category", category, Map.of("parent_id", below)), template);
        say(
                "from the tag",
                write("product.tag", tag, Map.of("product_template_ids", List.of(List.of(3, template)))),
                template);
        ask(
                "tag",
                "product.tag",
                "read",
                Map.of(
                        "ids",
                        List.of(tag),
                        "fields",
                        List.of("name", "sequence", "color", "visible_to_customers", "product_template_ids")));
    }

    private void ask(String what, String model, String method, Map<String, ?> arguments) {
        Reply reply = odoo.call(model, method, arguments);
        String told = reply.status() == 200 ? sorted(reply.body()).toString() : reply.name() + ": " + reply.message();
        story.add(what + " → " + reply.status() + " "
                + plain(told)
                        .replaceAll("\"id\":\\w+", "id")
                        .replaceAll("\\[\\w+(,\\w+)*]", "ids")
                        .replaceAll("\\[\\d+,\"", "[n,\"")
                        .replaceAll("in condition.*", "in condition"));
    }

    /** Fields by name, since each Odoo has them in its own order. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode rows = Json.MAPPER.createArrayNode();
            node.forEach(row -> rows.add(sorted(row)));
            return rows;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = Json.MAPPER.createObjectNode();
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> fields.set(name, sorted(node.get(name))));
        return fields;
    }

    void refusals() {
        long template = shirt(line("size", "S", "M"));
        sell(template, 0);
        Attribute size = attributes.get("size");
        say("create_variant", write("product.attribute", size.id(), Map.of("create_variant", "dynamic")), template);
        say("attribute", button("product.attribute", "unlink", size.id()), template);
        say("value", button("product.attribute.value", "unlink", value("size", "S")), template);
        say("archive attribute", button("product.attribute", "action_archive", size.id()), template);
        say("variant", button("product.product", "unlink", id(template, 0)), template);
        say("template", button("product.template", "unlink", template), template);
        say(
                "no values",
                odoo.call(
                        "product.template",
                        "create",
                        Map.of("vals_list", Map.of("name", "Bad", "attribute_line_ids", List.of(line("size"))))),
                template);
        say(
                "multi",
                odoo.call(
                        "product.attribute",
                        "create",
                        Map.of("vals_list", Map.of("name", "multi", "display_type", "multi"))),
                template);
        say("no name", odoo.call("product.template", "create", Map.of("vals_list", Map.of())), template);
        say("wrong type", write("product.template", template, Map.of("type", "product")), template);
        say("no image", write("product.template", template, Map.of("image_1920", "bm9uc2Vuc2U=")), template);
        say("other attribute", write(LINE, lineId(template, "size"), Map.of("attribute_id", -1)), template);
        say(
                "tag",
                odoo.call(
                        "product.tag",
                        "create",
                        Map.of("vals_list", List.of(Map.of("name", "T" + run), Map.of("name", "T" + run)))),
                template);
    }

    void loadedTemplates() {
        List<String> columns = List.of(
                "id",
                "name",
                "list_price",
                "default_code",
                "attribute_line_ids/id",
                "attribute_line_ids/attribute_id/.id",
                "attribute_line_ids/value_ids/.id");
        String x = "__shopify__.t" + run;
        List<?> first = List.of(
                x,
                "Loaded",
                "10",
                "",
                x + "_1",
                cell("size"),
                attributes.get("size").cell("S", "M"));
        List<?> second = List.of(
                "", "", "", "", x + "_2", cell("color"), attributes.get("color").cell("Red", "Blue"));
        Reply made = odoo.call("product.template", "load", Sheets.load(columns, Sheets.CREATE_ONLY, first, second));
        long template = made.firstId();
        tell("made", template);
        Reply again = odoo.call("product.template", "load", Sheets.load(columns, Sheets.CREATE_ONLY, first, second));
        say("again", again, template);
        List<?> more = List.of(
                x,
                "Renamed",
                "12",
                "",
                x + "_1",
                cell("size"),
                attributes.get("size").cell("S", "M", "L"));
        // The names are protected now: other names, as an upsert would have given them.
        say("more", odoo.call("product.template", "load", Sheets.load(columns, Map.of(), more, second)), template);
        List<?> bad = List.of(
                x + "bad",
                "Bad",
                "1",
                "",
                x + "bad_1",
                cell("size"),
                attributes.get("color").cell("Red"));
        say("bad", odoo.call("product.template", "load", Sheets.load(columns, Sheets.CREATE_ONLY, bad)), template);
        Reply simple = odoo.call(
                "product.template",
                "load",
                Sheets.load(
                        List.of("id", "name", "default_code", "barcode", "weight", "standard_price"),
                        Sheets.CREATE_ONLY,
                        List.of(x + "s", "Simple", "SIMPLE" + run, "BS" + run, "0.256", "4.5")));
        tell("simple", simple.firstId());
        Reply nested = odoo.call(
                "product.template",
                "load",
                Sheets.load(
                        List.of("id", "name", "product_variant_ids/id", "product_variant_ids/default_code"),
                        Sheets.CREATE_ONLY,
                        List.of(x + "n", "Nested", x + "n_v", "NESTED" + run)));
        tell("nested", nested.firstId());
        Reply doubled = odoo.call(
                "product.product",
                "load",
                Sheets.load(
                        List.of("id", "name", "barcode"), Sheets.CREATE_ONLY, List.of(x + "d", "Double", "BS" + run)));
        say("doubled barcode", doubled, template);
    }

    /** The same changes for everybody who gives the same random numbers. */
    void anything(Random random, int changes) {
        boolean dynamic = random.nextInt(3) == 0;
        String first = dynamic ? "cut" : "size";
        long template = dynamic ? shirt(line("cut", "slim", "wide")) : shirt(line("size", "S", "M"));
        tell("start with " + first, template);
        for (int i = 0; i < changes; i++) {
            change(random, template, i);
        }
    }

    private void change(Random random, long template, int i) {
        String option = List.of("size", "color", "cut", "gift").get(random.nextInt(4));
        List<String> names = new ArrayList<>(attributes.get(option).values().keySet());
        Collections.shuffle(names, random);
        String[] some = names.subList(0, 1 + random.nextInt(names.size())).toArray(String[]::new);
        int kind = random.nextInt(12);
        int any = random.nextInt(100);
        boolean has = catalog.lines(template, "attribute_id", "active").stream()
                .anyMatch(row -> row.get("active").asBoolean()
                        && row.at("/attribute_id/0").asLong()
                                == attributes.get(option).id());
        List<JsonNode> rows = catalog.variants(template, "active");
        String what = i + "/" + kind + " " + option + " " + String.join(",", some) + " " + any;
        if (kind < 5) {
            if (!has) {
                say("add " + what, add(template, line(option, some)), template);
            } else if (kind == 0) {
                say("remove " + what, removeLine(template, option), template);
            } else {
                say("set " + what, writeLine(template, option, List.of(List.of(6, 0, values(option, some)))), template);
            }
        } else if (kind == 11) {
            List<JsonNode> values = catalog.values(template, "name");
            int first = any % Math.max(1, values.size());
            String chosen = values.stream()
                    .skip(first)
                    .limit(2)
                    .map(row -> row.get("id").asText())
                    .collect(Collectors.joining(","));
            say("make " + what, variant(template, String.valueOf(i), chosen), template);
        } else if (!rows.isEmpty()) {
            long id = rows.get(any % rows.size()).get("id").asLong();
            switch (kind) {
                case 5 -> say("archive " + what, write("product.product", id, Map.of("active", false)), template);
                case 6 -> say("bring back " + what, write("product.product", id, Map.of("active", true)), template);
                case 7 -> {
                    sell(id);
                    tell("sell " + what, template);
                }
                case 8 ->
                    say(
                            "code " + what,
                            write(
                                    "product.product",
                                    id,
                                    Map.of(
                                            "default_code",
                                            "C" + any,
                                            "barcode",
                                            "K" + any % 3 + run,
                                            "weight",
                                            any / 8.0)),
                            template);
                case 9 ->
                    say(
                            "template " + what,
                            write("product.template", template, Map.of("active", any % 2 == 0)),
                            template);
                default -> say("price " + what, write("product.product", id, Map.of("lst_price", any)), template);
            }
        }
    }

    // --- telling

    private String cell(String attribute) {
        return String.valueOf(attributes.get(attribute).id());
    }

    private void say(String what, Reply reply, long template) {
        JsonNode body = reply.body();
        String answer =
                reply.status() == 200 ? loadMessages(body) : body.get("name").asText() + ": " + reply.message();
        story.add(what + " → " + reply.status() + " " + plain(answer));
        tell(what, template);
    }

    private static String loadMessages(JsonNode body) {
        List<String> messages = new ArrayList<>();
        body.path("messages")
                .forEach(m ->
                        messages.add(m.path("record") + ":" + m.path("message").asText()));
        return String.join(" | ", messages);
    }

    private String plain(String text) {
        return text.replace(run, "")
                .replaceAll("line\\(\\d+,\\), User: \\d+", "line")
                .replaceAll("\\d{3,}", "n")
                .replaceAll("Key \\(.*\\)=\\(.*\\)", "Key");
    }

    private void tell(String what, long template) {
        if (odoo.ok("product.template", "read", Map.of("ids", List.of(template), "fields", List.of("name")))
                .isEmpty()) {
            story.add(what + ": gone");
            return;
        }
        JsonNode t = odoo.read(
                "product.template",
                template,
                "display_name",
                "active",
                "list_price",
                "default_code",
                "barcode",
                "weight",
                "volume",
                "standard_price",
                "product_variant_count",
                "has_configurable_attributes",
                "is_dynamically_created",
                "description_sale");
        ((ObjectNode) t).remove("id");
        story.add(what + ": " + plain(t.toString()));
        for (JsonNode row : catalog.variants(
                template,
                "display_name",
                "active",
                "default_code",
                "barcode",
                "weight",
                "lst_price",
                "price_extra",
                "product_template_attribute_value_ids",
                "combination_indices")) {
            story.add("  variant " + number(row) + " "
                    + plain(row.get("display_name").asText()) + " "
                    + row.get("active") + " " + plain(row.get("default_code").asText()) + " "
                    + plain(row.get("barcode").asText()) + " " + row.get("weight") + " " + row.get("lst_price") + " "
                    + row.get("price_extra") + " "
                    + row.get("product_template_attribute_value_ids").size() + " "
                    + row.get("combination_indices").asText().split(",").length);
        }
        for (JsonNode row : catalog.lines(template, "display_name", "active", "value_ids", "sequence")) {
            story.add("  line " + plain(row.get("display_name").asText()) + " " + row.get("active") + " "
                    + ((ArrayNode) row.get("value_ids")).size());
        }
        story.add("  values "
                + catalog.values(template, "display_name", "ptav_active", "price_extra").stream()
                        .filter(row -> row.get("ptav_active").asBoolean())
                        .map(row -> plain(row.get("display_name").asText()) + " " + row.get("price_extra"))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private int number(JsonNode variant) {
        return variants.computeIfAbsent(variant.get("id").asLong(), id -> variants.size() + 1);
    }

    // --- acting

    @SafeVarargs
    private long shirt(List<Object>... lines) {
        return catalog.template(Map.of("name", "Shirt", "list_price", 20), lines);
    }

    private List<Object> line(String attribute, String... values) {
        return Catalog.line(attributes.get(attribute), values);
    }

    private Long value(String attribute, String name) {
        return attributes.get(attribute).values().get(name);
    }

    private List<Long> values(String attribute, String... names) {
        return attributes.get(attribute).of(names);
    }

    private Reply add(long template, List<Object> line) {
        return write("product.template", template, Map.of("attribute_line_ids", List.of(line)));
    }

    private Reply removeLine(long template, String attribute) {
        return write(
                "product.template",
                template,
                Map.of("attribute_line_ids", List.of(List.of(2, lineId(template, attribute), 0))));
    }

    private Reply writeLine(long template, String attribute, List<?> commands) {
        return write(LINE, lineId(template, attribute), Map.of("value_ids", commands));
    }

    private long lineId(long template, String attribute) {
        return catalog.lines(template, "attribute_id").stream()
                .filter(row -> row.at("/attribute_id/0").asLong()
                        == attributes.get(attribute).id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private long templateValue(long template, String name) {
        return catalog.values(template, "name").stream()
                .filter(row -> row.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private Reply variant(long template, String number, String values) {
        return odoo.call(
                "product.product",
                "load",
                Sheets.load(
                        List.of(
                                "id",
                                "product_tmpl_id/.id",
                                "default_code",
                                "product_template_attribute_value_ids/.id"),
                        Sheets.CREATE_ONLY,
                        List.of("__shopify__.v" + run + "_" + number, String.valueOf(template), "V" + number, values)));
    }

    private Reply write(String model, long id, Map<String, ?> values) {
        return catalog.write(model, id, values);
    }

    private Reply button(String model, String method, long id) {
        return odoo.call(model, method, Map.of("ids", List.of(id)));
    }

    private long id(long template, int index) {
        return catalog.variants(template, "active").get(index).get("id").asLong();
    }

    private void skus(long template, String prefix) {
        int number = 0;
        for (JsonNode row : catalog.variants(template, "active")) {
            write("product.product", row.get("id").asLong(), Map.of("default_code", prefix + ++number));
        }
    }

    private void sell(long template, int index) {
        sell(id(template, index));
    }

    private void sell(long product) {
        catalog.create(
                "sale.order",
                Map.of("partner_id", partner, "order_line", List.of(List.of(0, 0, Map.of("product_id", product)))));
    }
}
