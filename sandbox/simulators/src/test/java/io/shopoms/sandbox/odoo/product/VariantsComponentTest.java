package io.shopoms.sandbox.odoo.product;

import static io.shopoms.sandbox.odoo.fixtures.Catalog.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Catalog;
import io.shopoms.sandbox.odoo.fixtures.Catalog.Attribute;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which variants a template has, and what becomes of them when its attributes change (contract, section 5). */
class VariantsComponentTest {

    private static final Map<String, Object> SHIRT = Map.of("name", "Shirt", "list_price", 20);

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Catalog catalog = new Catalog(ODOO);
    private Attribute size;
    private Attribute color;

    @BeforeEach
    void attributes() {
        size = catalog.attribute("Size", "always", "S", "M", "L");
        color = catalog.attribute("Color", "always", "Red", "Blue");
    }

    @Test
    void allCombinationsBecomeVariants() {
        // When
        long template = catalog.template(SHIRT, line(size, "S", "M", "L"), line(color, "Red", "Blue"));

        // Then
        assertThat(names(template))
                .containsExactly(
                        "Shirt (S, Red)",
                        "Shirt (S, Blue)",
                        "Shirt (M, Red)",
                        "Shirt (M, Blue)",
                        "Shirt (L, Red)",
                        "Shirt (L, Blue)");
        assertThat(catalog.variants(template, "combination_indices"))
                .extracting(v -> v.get("combination_indices").asText())
                .doesNotHaveDuplicates()
                .allMatch(indices -> indices.matches("\\d+,\\d+"));
    }

    @Test
    void anotherValueAddsVariantsAndKeepsTheOldOnes() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M"), line(color, "Red", "Blue"));
        List<Long> before = ids(template);

        // When
        writeLine(template, size, List.of(List.of(4, size.values().get("L"))));

        // Then
        assertThat(ids(template)).hasSize(6).startsWith(before.toArray(Long[]::new));
    }

    @Test
    void aRemovedValueDeletesItsVariantsAndArchivesThoseInUse() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M", "L"), line(color, "Red", "Blue"));
        List<Long> before = ids(template);
        order(before.get(5));

        // When
        writeLine(template, size, List.of(List.of(3, size.values().get("L"))));

        // Then
        assertThat(ids(template))
                .containsExactly(before.get(0), before.get(1), before.get(2), before.get(3), before.get(5));
        assertThat(active(template)).containsExactly(true, true, true, true, false);

        // When
        writeLine(template, size, List.of(List.of(4, size.values().get("L"))));

        // Then
        assertThat(ids(template)).hasSize(6).contains(before.get(5)).doesNotContain(before.get(4));
        assertThat(active(template)).containsOnly(true);
    }

    @Test
    void aLineWithOneValueDoesNotMultiply() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M"));
        List<Long> before = ids(template);

        // When
        catalog.write("product.template", template, Map.of("attribute_line_ids", List.of(line(color, "Red"))));

        // Then
        assertThat(ids(template)).isEqualTo(before);
        assertThat(names(template)).containsExactly("Shirt (S)", "Shirt (M)");
        assertThat(catalog.variants(template, "product_template_attribute_value_ids"))
                .allMatch(v -> v.get("product_template_attribute_value_ids").size() == 2);
    }

    @Test
    void aLineWithTwoValuesReplacesAllVariants() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M"));
        List<Long> before = ids(template);

        // When
        catalog.write("product.template", template, Map.of("attribute_line_ids", List.of(line(color, "Red", "Blue"))));

        // Then
        assertThat(ids(template)).hasSize(4).doesNotContainAnyElementsOf(before);
    }

    @Test
    void dynamicVariantsAreThoseThatSomebodyMakes() {
        // Given
        Attribute cut = catalog.attribute("Cut", "dynamic", "slim", "wide");
        long template = catalog.template(SHIRT, line(cut, "slim", "wide"));
        assertThat(ids(template)).isEmpty();
        String wide = catalog.values(template, "name").get(1).get("id").asText();
        Map<String, Object> sheet = Sheets.load(
                List.of("id", "product_tmpl_id/.id", "default_code", "product_template_attribute_value_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of("__shopify__.variant_1", String.valueOf(template), "WIDE", wide));

        // When
        long id = ODOO.call("product.product", "load", sheet).firstId();
        long again = ODOO.call("product.product", "load", sheet).firstId();

        // Then
        assertThat(again).isEqualTo(id);
        assertThat(ids(template)).containsExactly(id);
        JsonNode names = ODOO.ok("product.template", "get_metadata", Map.of("ids", List.of(template)));
        assertThat(names.at("/0/xmlid").asBoolean()).isFalse();
    }

    @Test
    void noTwoActiveVariantsHaveTheSameCombination() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M"));
        JsonNode values = catalog.variants(template, "product_template_attribute_value_ids")
                .get(0);

        // When
        Reply reply = ODOO.call(
                "product.product",
                "create",
                Map.of(
                        "vals_list",
                        Map.of(
                                "product_tmpl_id",
                                template,
                                "product_template_attribute_value_ids",
                                List.of(List.of(6, 0, values.get("product_template_attribute_value_ids"))))));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).contains("product_product_combination_unique");
    }

    @Test
    void aChangedLineBringsBackWhatWasArchivedOrDeleted() {
        // Given
        long template = catalog.template(SHIRT, line(size, "S", "M", "L"));
        List<Long> before = ids(template);
        catalog.write("product.product", before.get(0), Map.of("active", false));
        ODOO.ok("product.product", "unlink", Map.of("ids", List.of(before.get(1))));

        // When
        writeLine(template, size, List.of(List.of(6, 0, size.of("S", "M", "L"))));

        // Then
        assertThat(active(template)).containsExactly(true, true, true);
        assertThat(ids(template)).contains(before.get(0)).doesNotContain(before.get(1));
    }

    @Test
    void noMoreThanAThousandCombinations() {
        // Given
        String[] many = IntStream.range(0, 334).mapToObj(i -> "v" + i).toArray(String[]::new);
        Attribute wide = catalog.attribute("Wide", "always", many);

        // When
        Reply reply = ODOO.call(
                "product.template",
                "create",
                Map.of(
                        "vals_list",
                        Map.of(
                                "name",
                                "Too many",
                                "attribute_line_ids",
                                List.of(line(wide, many), line(size, "S", "M", "L")))));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.name()).isEqualTo("odoo.exceptions.UserError");
        assertThat(reply.message()).startsWith("The number of variants to generate is above allowed limit.");
    }

    @Test
    void aTemplateIsLoadedWithItsLinesOnce() {
        // Given
        Map<String, Object> sheet = Sheets.load(
                List.of(
                        "id",
                        "name",
                        "list_price",
                        "attribute_line_ids/id",
                        "attribute_line_ids/attribute_id/.id",
                        "attribute_line_ids/value_ids/.id"),
                Map.of(),
                List.of(
                        "__shopify__.p1",
                        "Shirt",
                        "10",
                        "__shopify__.p1_size",
                        String.valueOf(size.id()),
                        size.cell("S", "M")),
                List.of("", "", "", "__shopify__.p1_color", String.valueOf(color.id()), color.cell("Red", "Blue")));

        // When
        long template = ODOO.call("product.template", "load", sheet).firstId();
        List<Long> first = ids(template);
        long again = ODOO.call("product.template", "load", sheet).firstId();

        // Then
        assertThat(again).isEqualTo(template);
        assertThat(first).hasSize(4);
        assertThat(ids(template)).isEqualTo(first);
    }

    @Test
    void parallelLoadsOfOneTemplateMakeItOnce() {
        // Given
        Map<String, Object> sheet = Sheets.load(
                List.of(
                        "id",
                        "name",
                        "attribute_line_ids/id",
                        "attribute_line_ids/attribute_id/.id",
                        "attribute_line_ids/value_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of("__shopify__.p1", "Once", "__shopify__.p1_1", String.valueOf(size.id()), size.cell("S", "M")));

        // When
        List<Reply> replies =
                IntStream.range(0, 4).mapToObj(i -> ODOO.callAsync("product.template", "load", sheet)).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        // Then
        List<Object> named = List.of("name", "=", "Once");
        assertThat(ODOO.ok("product.template", "search", Map.of("domain", List.of(named))))
                .hasSize(1);
        assertThat(replies)
                .allMatch(reply -> reply.body().get("ids").isArray()
                        || reply.loadMessage().get("message").asText().startsWith("could not serialize access"));
        assertThat(ids(ODOO.call("product.template", "load", sheet).firstId())).hasSize(2);
    }

    private void order(long product) {
        long partner = catalog.create("res.partner", Map.of("name", "Ada Example"));
        catalog.create(
                "sale.order",
                Map.of("partner_id", partner, "order_line", List.of(List.of(0, 0, Map.of("product_id", product)))));
    }

    private void writeLine(long template, Attribute attribute, List<?> commands) {
        long id = catalog.lines(template, "attribute_id").stream()
                .filter(l -> l.at("/attribute_id/0").asLong() == attribute.id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        Reply reply = catalog.write("product.template.attribute.line", id, Map.of("value_ids", commands));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private List<Long> ids(long template) {
        return catalog.variants(template, "active").stream()
                .map(v -> v.get("id").asLong())
                .toList();
    }

    private List<Boolean> active(long template) {
        return catalog.variants(template, "active").stream()
                .map(v -> v.get("active").asBoolean())
                .toList();
    }

    private List<String> names(long template) {
        return catalog.variants(template, "display_name").stream()
                .map(v -> v.get("display_name").asText())
                .toList();
    }
}
