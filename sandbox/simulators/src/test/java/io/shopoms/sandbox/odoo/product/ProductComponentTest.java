package io.shopoms.sandbox.odoo.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products (contract, sections 4.1 step 2 and 5). */
class ProductComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    @Test
    void aTemplateBringsItsVariantWithTheDefaultTax() {
        // When
        long template = ODOO.ok(
                        "product.template",
                        "create",
                        Map.of(
                                "vals_list",
                                Map.of("name", "Cup", "default_code", "CUP", "list_price", 5, "is_storable", true)))
                .get(0)
                .asLong();

        // Then
        JsonNode found = bySku("CUP");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/product_tmpl_id/0").asLong()).isEqualTo(template);
        assertThat(found.at("/0/lst_price").asDouble()).isEqualTo(5.0);
        assertThat(found.at("/0/taxes_id/0").asInt()).isEqualTo(1);
    }

    @Test
    void aServiceWithoutTaxesIsCreatedThroughLoad() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "name", "default_code", "type", "invoice_policy", "taxes_id/.id"),
                Sheets.CREATE_ONLY,
                List.of("__shopify__.product_shipping", "Shipping", "SHOP-SHIP", "service", "order", ""));

        // When
        long id = ODOO.call("product.product", "load", body).firstId();
        long again = ODOO.call("product.product", "load", body).firstId();

        // Then
        assertThat(again).isEqualTo(id);
        JsonNode found = bySku("SHOP-SHIP");
        assertThat(found.at("/0/type").asText()).isEqualTo("service");
        assertThat(found.at("/0/taxes_id")).isEmpty();
        assertThat(found.at("/0/display_name").asText()).isEqualTo("[SHOP-SHIP] Shipping");
    }

    @Test
    void theSkuIsNotUniqueButTheBarcodeIs() {
        // When
        Reply skus = create(Map.of("name", "a", "default_code", "X"), Map.of("name", "b", "default_code", "X"));
        Reply barcodes = create(Map.of("name", "a", "barcode", "4711"), Map.of("name", "b", "barcode", "4711"));

        // Then
        assertThat(skus.status()).isEqualTo(200);
        assertThat(bySku("X")).hasSize(2);
        assertThat(barcodes.status()).isEqualTo(422);
        assertThat(barcodes.message()).startsWith("Barcode(s) already assigned");
    }

    @Test
    void archivedProductsAreHiddenUnlessAskedFor() {
        // Given
        long id = ODOO.data().product("OLD", "Old", "1.00", 0);
        ODOO.ok("product.product", "write", Map.of("ids", List.of(id), "vals", Map.of("active", false)));
        Map<String, Object> domain = Map.of("domain", List.of(List.of("default_code", "=", "OLD")));

        // When
        JsonNode hidden = ODOO.ok("product.product", "search", domain);
        JsonNode shown = ODOO.ok(
                "product.product",
                "search",
                Map.of("domain", domain.get("domain"), "context", Map.of("active_test", false)));

        // Then
        assertThat(hidden).isEmpty();
        assertThat(shown).hasSize(1);
    }

    @Test
    void aVariantsPriceIsItsTemplates() {
        // Given
        long id = ODOO.data().product("CUP", "Cup", "5.00", 0);

        // When
        ODOO.ok("product.product", "write", Map.of("ids", List.of(id), "vals", Map.of("lst_price", 7)));

        // Then
        JsonNode read = ODOO.read("product.product", id, "product_tmpl_id");
        long template = read.at("/product_tmpl_id/0").asLong();
        assertThat(ODOO.read("product.template", template, "list_price")
                        .get("list_price")
                        .asDouble())
                .isEqualTo(7.0);
    }

    @SafeVarargs
    private static Reply create(Map<String, ?>... values) {
        return ODOO.call("product.product", "create", Map.of("vals_list", List.of(values)));
    }

    private static JsonNode bySku(String sku) {
        return ODOO.ok(
                "product.product",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("default_code", "=", sku)),
                        "fields",
                        List.of("product_tmpl_id", "lst_price", "taxes_id", "type", "display_name")));
    }
}
