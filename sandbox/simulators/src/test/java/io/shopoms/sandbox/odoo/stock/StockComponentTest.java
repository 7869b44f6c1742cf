package io.shopoms.sandbox.odoo.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stock levels (contract, section 6). */
class StockComponentTest {

    private static final int STOCK = 5;

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private long mug;

    @BeforeEach
    void catalog() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 8);
    }

    @Test
    void theContextChoosesTheWarehouse() {
        // Given
        long second = ODOO.data().warehouse("EAST", "East");

        // When / Then
        assertThat(free(Map.of())).isEqualTo(8.0);
        assertThat(free(Map.of("warehouse_id", 1))).isEqualTo(8.0);
        assertThat(free(Map.of("warehouse_id", second))).isEqualTo(0.0);
        assertThat(free(Map.of("location", STOCK))).isEqualTo(8.0);
    }

    @Test
    void countingIsTwoCallsAndReusesTheQuant() {
        // Given
        Map<String, Object> count = Map.of(
                "vals_list",
                List.of(Map.of("product_id", mug, "location_id", STOCK, "inventory_quantity", 42)),
                "context",
                Map.of("inventory_mode", true));

        // When
        JsonNode first = ODOO.ok("stock.quant", "create", count);
        JsonNode second = ODOO.ok("stock.quant", "create", count);
        double before = free(Map.of());
        Reply applied = ODOO.call("stock.quant", "action_apply_inventory", Map.of("ids", first));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(before).isEqualTo(8.0);
        assertThat(applied.text()).isEqualTo("null");
        assertThat(free(Map.of())).isEqualTo(42.0);
    }

    @Test
    void theOneCallVariantIsForAdministrators() {
        // Given
        long quant = ODOO.ok("stock.quant", "search", Map.of("domain", List.of(List.of("product_id", "=", mug))))
                .get(0)
                .asLong();
        Map<String, Object> write = Map.of(
                "ids",
                List.of(quant),
                "vals",
                Map.of("inventory_quantity_auto_apply", 3),
                "context",
                Map.of("inventory_mode", true));

        // When
        Reply refused = ODOO.call("stock.quant", "write", write);
        ODOO.data().call("stock.quant", "write", write);

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(free(Map.of())).isEqualTo(3.0);
    }

    @Test
    void quantsAreFoundBelowALocationAndSummed() {
        // When
        JsonNode groups = ODOO.ok(
                "stock.quant",
                "formatted_read_group",
                Map.of(
                        "domain",
                        List.of(List.of("location_id", "child_of", STOCK)),
                        "groupby",
                        List.of("product_id"),
                        "aggregates",
                        List.of("quantity:sum", "reserved_quantity:sum")));

        // Then
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get("quantity:sum").asDouble()).isEqualTo(8.0);
        assertThat(groups.get(0).at("/product_id/1").asText()).isEqualTo("[MUG-1] Mug");
    }

    @Test
    void freeQuantityCanBeSearched() {
        // Given
        ODOO.data().product("EMPTY", "Empty", "1.00", 0);

        // When
        JsonNode found = ODOO.ok(
                "product.product",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("free_qty", ">", 0), List.of("is_storable", "=", true)),
                        "fields",
                        List.of("default_code")));

        // Then
        assertThat(found.findValuesAsText("default_code")).containsExactly("MUG-1");
    }

    @Test
    void aCountLeavesADoneMoveAndNoTraceOnTheProduct() {
        // Given
        String before = ODOO.read("product.product", mug, "write_date").toString();
        int moves = ODOO.ok("stock.move", "search_count", Map.of("domain", List.of()))
                .asInt();

        // When
        ODOO.data().setStock("MUG-1", 5);

        // Then
        assertThat(ODOO.read("product.product", mug, "write_date").toString()).isEqualTo(before);
        assertThat(ODOO.ok("stock.move", "search_count", Map.of("domain", List.of(List.of("state", "=", "done"))))
                        .asInt())
                .isEqualTo(moves + 1);
    }

    private double free(Map<String, ?> context) {
        return ODOO.ok(
                        "product.product",
                        "search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("default_code", "in", List.of("MUG-1"))),
                                "fields",
                                List.of("free_qty"),
                                "context",
                                context))
                .at("/0/free_qty")
                .asDouble();
    }
}
