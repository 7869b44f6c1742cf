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

/** Inventory adjustments, and what goes wrong when they are repeated or overtaken. */
class CountingComponentTest {

    private static final int STOCK = 5;

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private long mug;

    @BeforeEach
    void catalog() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 8);
    }

    @Test
    void aMarkIsFoundOnTheMove() {
        // When
        apply(write(5), Map.of("inventory_name", "shopoms:17"));

        // Then
        JsonNode moves = ODOO.ok(
                "stock.move",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("reference", "=", "shopoms:17")),
                        "fields",
                        List.of("quantity", "is_inventory", "inventory_name", "location_dest_usage")));
        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).get("quantity").asDouble()).isEqualTo(3.0);
        assertThat(moves.get(0).get("is_inventory").asBoolean()).isTrue();
        assertThat(moves.get(0).get("location_dest_usage").asText()).isEqualTo("inventory");
    }

    @Test
    void applyingOnceMoreTakesEverythingAway() {
        // Given
        long quant = write(5);
        apply(quant, Map.of());

        // When
        apply(quant, Map.of());

        // Then
        assertThat(free()).isEqualTo("0");
    }

    @Test
    void aCountThatWasOvertakenIsNotApplied() {
        // Given
        long quant = write(5);
        ODOO.data().stock().receive(1, "MUG-1", 2);

        // When
        Reply answer = apply(quant, Map.of());
        Reply again = apply(write(5), Map.of());

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("res_model").asText()).isEqualTo("stock.inventory.conflict");
        assertThat(answer.body().at("/context/default_quant_to_fix_ids/0").asLong())
                .isEqualTo(quant);
        assertThat(again.text()).isEqualTo("null");
        assertThat(free()).isEqualTo("5");
    }

    @Test
    void oneOvertakenCountHoldsUpAllOfTheCall() {
        // Given
        ODOO.data().product("CUP", "Cup", "1.00", 4);
        long mugs = write(5);
        long cups = write(ODOO.data().product("CUP").id(), 9);
        ODOO.data().stock().receive(1, "MUG-1", 2);

        // When
        ODOO.ok("stock.quant", "action_apply_inventory", Map.of("ids", List.of(mugs, cups)));

        // Then
        assertThat(ODOO.data().product("CUP").onHand()).isEqualByComparingTo("4");
    }

    @Test
    void theWindowIsForAdministrators() {
        // Given
        long quant = write(5);
        ODOO.data().stock().receive(1, "MUG-1", 2);
        Map<String, Object> conflict =
                Map.of("vals_list", List.of(Map.of("quant_ids", List.of(List.of(6, 0, List.of(quant))))));

        // When
        Reply refused = ODOO.call("stock.inventory.conflict", "create", conflict);
        JsonNode window = ODOO.administrator().ok("stock.inventory.conflict", "create", conflict);
        ODOO.administrator().ok("stock.inventory.conflict", "action_keep_difference", Map.of("ids", window));

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(free()).isEqualTo("7");
    }

    @Test
    void fewerThanReservedTakesReservationsBack() {
        // Given
        ODOO.data().stock().sell(1, "MUG-1", 5);
        ODOO.data().stock().sell(1, "MUG-1", 3);

        // When
        apply(write(6), Map.of());

        // Then
        assertThat(free()).isEqualTo("0");
        assertThat(ODOO.data().stock().movements("MUG-1"))
                .extracting(move -> move.state() + " " + move.quantity().intValue())
                .contains("assigned 5", "partially_available 1");
    }

    @Test
    void nonsenseIsRefused() {
        // Given
        long service = ODOO.data().service("SERVICE", "Service");

        // When / Then
        assertThat(counting(Map.of("product_id", service, "location_id", STOCK, "inventory_quantity", 1))
                        .message())
                .isEqualTo("Quants cannot be created for consumables or services.");
        assertThat(counting(Map.of("product_id", mug, "location_id", 4, "inventory_quantity", 1))
                        .message())
                .contains("location of type \"view\" (WH)");
        assertThat(counting(Map.of("product_id", mug, "location_id", 999, "inventory_quantity", 1))
                        .status())
                .isEqualTo(404);
        assertThat(counting(Map.of("product_id", mug, "inventory_quantity", 1)).name())
                .isEqualTo("builtins.KeyError");
        assertThat(counting(Map.of("product_id", mug, "location_id", STOCK, "inventory_quantity", 1, "quantity", 1))
                        .message())
                .isEqualTo("Quant's creation is restricted, you can't do this operation.");
        assertThat(counting(Map.of("product_id", mug, "location_id", STOCK, "inventory_quantity", "x"))
                        .status())
                .isEqualTo(500);
        assertThat(apply(write(mug, 1e13), Map.of()).body().get("res_model").asText())
                .isEqualTo("stock.inventory.conflict");
        assertThat(free()).isEqualTo("8");
    }

    @Test
    void openingPhysicalInventoryDeletesEmptyQuants() {
        // Given
        apply(write(0), Map.of());
        int before = ODOO.data().stock().quants("MUG-1").size();

        // When
        ODOO.ok("stock.quant", "action_view_inventory", Map.of());

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(ODOO.data().stock().quants("MUG-1")).isEmpty();
    }

    private long write(double counted) {
        return write(mug, counted);
    }

    private long write(long product, double counted) {
        return counting(Map.of("product_id", product, "location_id", STOCK, "inventory_quantity", counted))
                .body()
                .get(0)
                .asLong();
    }

    private static Reply counting(Map<String, ?> values) {
        return ODOO.call(
                "stock.quant",
                "create",
                Map.of("vals_list", List.of(values), "context", Map.of("inventory_mode", true)));
    }

    private static Reply apply(long quant, Map<String, ?> context) {
        return ODOO.call("stock.quant", "action_apply_inventory", Map.of("ids", List.of(quant), "context", context));
    }

    private static String free() {
        return ODOO.data().stock().free(1, "MUG-1").stripTrailingZeros().toPlainString();
    }
}
