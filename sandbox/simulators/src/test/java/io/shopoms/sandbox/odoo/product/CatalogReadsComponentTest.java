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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client reads of products and their variants, and what is refused: as tried on a real Odoo 19. */
class CatalogReadsComponentTest {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Catalog catalog = new Catalog(ODOO);
    private Attribute size;
    private long template;

    @BeforeEach
    void shirt() {
        size = catalog.attribute("Size", "always", "S", "M", "L");
        template = catalog.template(Map.of("name", "Shirt", "list_price", 20), line(size, "S", "M"));
    }

    @Test
    void archivedVariantsShowOnlyIfTheCallsContextSaysSo() {
        // Given
        archive(1);

        // When
        JsonNode hidden = nested(Map.of(), Map.of("active_test", false));
        JsonNode shown = nested(Map.of("active_test", false), Map.of());

        // Then
        assertThat(hidden).hasSize(1);
        assertThat(shown).hasSize(2);
        assertThat(shown.at("/1/active").asBoolean()).isFalse();
        assertThat(shown.at("/1/product_template_attribute_value_ids/0/attribute_id/name")
                        .asText())
                .isEqualTo("Size");
    }

    @Test
    void pricesOfVariantsCannotBeSearched() {
        // When
        Reply reply = ODOO.call("product.product", "search", Map.of("domain", List.of(List.of("lst_price", ">", 1))));

        // Then
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.message())
                .isEqualTo("Cannot convert product.product.lst_price to SQL because it is not stored");
    }

    @Test
    void anExtraPriceIsPartOfTheVariantsPriceAndNotOfTheTemplates() {
        // Given
        long value = catalog.values(template, "name").get(1).get("id").asLong();
        catalog.write("product.template.attribute.value", value, Map.of("price_extra", 5));

        // When
        catalog.write("product.product", variant(1), Map.of("lst_price", 50));

        // Then
        assertThat(ODOO.read("product.template", template, "list_price")
                        .get("list_price")
                        .asDouble())
                .isEqualTo(45.0);
        assertThat(catalog.variants(template, "lst_price"))
                .extracting(row -> row.get("lst_price").asDouble())
                .containsExactly(45.0, 50.0);
    }

    @Test
    void weightsHaveTwoDecimals() {
        // When
        catalog.write("product.product", variant(0), Map.of("weight", 0.123456));

        // Then
        assertThat(catalog.variants(template, "weight").get(0).get("weight").asDouble())
                .isEqualTo(0.12);
    }

    @Test
    void anArchivedVariantGivesUpItsBarcodeAndMayComeBackWithIt() {
        // Given
        catalog.write("product.product", variant(0), Map.of("barcode", "4711"));
        Reply taken = catalog.write("product.product", variant(1), Map.of("barcode", "4711"));
        archive(0);

        // When
        Reply free = catalog.write("product.product", variant(1), Map.of("barcode", "4711"));
        Reply back = catalog.write("product.product", variant(0), Map.of("active", true));

        // Then
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.message())
                .isEqualTo(
                        "Barcode(s) already assigned:\n\n- Barcode \"4711\" already assigned to product(s): Shirt (S)"
                                + " and Shirt (M)\n\nNote: products that you don't have access to will not be shown above.");
        assertThat(List.of(free.status(), back.status())).containsOnly(200);
    }

    @Test
    void theLastActiveVariantDoesNotGoWithItsValueWhileOthersAreArchived() {
        // Given
        archive(1);
        long lineId = catalog.lines(template, "sequence").get(0).get("id").asLong();

        // When
        Reply reply = catalog.write(
                "product.template.attribute.line",
                lineId,
                Map.of("value_ids", List.of(List.of(3, size.values().get("S")))));

        // Then
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.name()).isEqualTo("odoo.exceptions.MissingError");
        assertThat(catalog.variants(template, "active")).hasSize(2);
    }

    @Test
    void oneVariantAfterAnotherIsWrittenByDatabaseId() {
        // When
        Reply reply = ODOO.call(
                "product.product",
                "load",
                Sheets.load(
                        List.of(".id", "default_code", "barcode"),
                        Map.of(),
                        List.of(String.valueOf(variant(0)), "SH-S", "1"),
                        List.of(String.valueOf(variant(1)), "SH-M", "2")));

        // Then
        assertThat(reply.body().get("ids")).hasSize(2);
        assertThat(catalog.variants(template, "default_code"))
                .extracting(row -> row.get("default_code").asText())
                .containsExactly("SH-S", "SH-M");
    }

    @Test
    void aPictureHasAnAttachmentWithItsChecksum() {
        // When
        catalog.write("product.template", template, Map.of("image_1920", PIXEL));

        // Then
        JsonNode found = attachments();
        assertThat(found.at("/0/checksum").asText()).isEqualTo("2115a1d881432165b3be8d5059cd4a2ba1c0f58e");
        assertThat(found.at("/0/file_size").asInt()).isEqualTo(68);
        assertThat(ODOO.ok("ir.attachment", "search", Map.of("domain", List.of(List.of("res_id", "=", template)))))
                .isEmpty();

        // When
        catalog.write("product.template", template, Map.of("image_1920", false));

        // Then
        assertThat(attachments()).isEmpty();
    }

    /** Without a token everybody gets a placeholder, with status 200. */
    @Test
    void aPicturesAddressNeedsItsToken() {
        // Given
        catalog.write("product.template", template, Map.of("image_1920", PIXEL));
        long attachment = attachments().at("/0/id").asLong();

        // When
        Map<String, Object> ids = Map.of("ids", List.of(attachment));
        String token =
                ODOO.ok("ir.attachment", "generate_access_token", ids).get(0).asText();
        String again =
                ODOO.ok("ir.attachment", "generate_access_token", ids).get(0).asText();
        String placeholder = ODOO.get("/web/image/product.template/" + template + "/image_1920")
                .text();

        // Then
        assertThat(again).isEqualTo(token);
        assertThat(ODOO.get("/web/image/" + attachment + "?access_token=" + token)
                        .text())
                .isNotEqualTo(placeholder);
        assertThat(ODOO.get("/web/image/" + attachment + "?access_token=wrong").text())
                .isEqualTo(placeholder);
        assertThat(ODOO.get("/web/image/999999").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        // When
        Reply reply = catalog.write("product.template", template, Map.of("image_1920", "bm9uc2Vuc2U="));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).isEqualTo("This file could not be decoded as an image file.");
    }

    @Test
    void categoriesAreNamedByTheirPath() {
        // Given
        long clothes = catalog.create("product.category", Map.of("name", "Clothes"));
        long shirts = catalog.create("product.category", Map.of("name", "Shirts", "parent_id", clothes));

        // When
        Reply loaded = ODOO.call(
                "product.template",
                "load",
                Sheets.load(
                        List.of(".id", "categ_id"), Map.of(), List.of(String.valueOf(template), "Clothes / Shirts")));

        // Then
        assertThat(loaded.firstId()).isEqualTo(template);
        assertThat(ODOO.read("product.template", template, "categ_id")
                        .at("/categ_id/1")
                        .asText())
                .isEqualTo("Clothes / Shirts");
        assertThat(catalog.write("product.category", clothes, Map.of("parent_id", shirts))
                        .message())
                .isEqualTo("Recursion Detected.");
    }

    @Test
    void tagsGoFromTheirTemplatesWhenTheyAreDeleted() {
        // Given
        long tag = catalog.create("product.tag", Map.of("name", "New"));
        catalog.write("product.template", template, Map.of("product_tag_ids", List.of(List.of(4, tag))));

        // When
        Reply twice = ODOO.call("product.tag", "create", Map.of("vals_list", Map.of("name", "New")));
        ODOO.ok("product.tag", "unlink", Map.of("ids", List.of(tag)));

        // Then
        assertThat(twice.message()).isEqualTo("The operation cannot be completed: Tag name already exists!");
        assertThat(ODOO.read("product.template", template, "product_tag_ids").get("product_tag_ids"))
                .isEmpty();
    }

    @Test
    void whoIsNoProductManagerWritesNoProducts() {
        // When
        ODOO.control("PUT", "/rights", Map.of("group", "product.group_product_manager", "allowed", false));
        Reply reply = catalog.write("product.template", template, Map.of("name", "Jersey"));

        // Then
        ODOO.control("PUT", "/rights", Map.of("group", "product.group_product_manager", "allowed", true));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).startsWith("You are not allowed to modify 'Product' (product.template) records.");
    }

    private JsonNode nested(Map<String, Object> call, Map<String, Object> below) {
        Map<String, Object> fields = Map.of(
                "active", Map.of(),
                "product_template_attribute_value_ids",
                        Map.of("fields", Map.of("attribute_id", Map.of("fields", Map.of("name", Map.of())))));
        return ODOO.ok(
                        "product.template",
                        "web_search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("id", "=", template)),
                                "specification",
                                Map.of("product_variant_ids", Map.of("fields", fields, "context", below)),
                                "context",
                                call))
                .at("/records/0/product_variant_ids");
    }

    private JsonNode attachments() {
        return ODOO.ok(
                "ir.attachment",
                "search_read",
                Map.of(
                        "domain",
                        List.of(
                                List.of("res_model", "=", "product.template"),
                                List.of("res_field", "=", "image_1920"),
                                List.of("res_id", "in", List.of(template))),
                        "fields",
                        List.of("checksum", "file_size")));
    }

    private long variant(int index) {
        return catalog.variants(template, "active").get(index).get("id").asLong();
    }

    private void archive(int index) {
        catalog.write("product.product", variant(index), Map.of("active", false));
    }
}
