package io.shopoms.sandbox.odoo.stock;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Goods that come back: by the wizard, or loaded with an external id. */
class ReturnComponentTest {

    private static final String WIZARD = "stock.return.picking";

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Invoices invoices = new Invoices(ODOO);
    private long mug;
    private long order;
    private long picking;

    @BeforeEach
    void deliveredOrder() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 10);
        order = invoices.confirmed("1001", line(mug, 3, 10));
        picking = ODOO.data().pickings(order).get(0).id();
        ODOO.data().ship(picking, "1Z");
    }

    @Test
    void theWizardOffersEveryMoveWithNothingToReturnYet() {
        // When
        JsonNode line = lines(wizard(Map.of())).get(0);

        // Then
        assertThat(line.get("quantity").asDouble()).isZero();
        assertThat(line.get("move_quantity").asDouble()).isEqualTo(3);
        assertThat(line.get("to_refund").asBoolean()).isTrue();
    }

    @Test
    void nothingToReturnIsRefused() {
        // When
        Reply reply = press("action_create_returns", wizard(Map.of()));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.name()).isEqualTo("odoo.exceptions.UserError");
    }

    @Test
    void whatComesBackIsAnIncomingTransferOfTheOrder() {
        // When
        long back = returned(1);

        // Then
        JsonNode read = ODOO.read("stock.picking", back, "name", "state", "origin", "return_id", "sale_id", "move_ids");
        assertThat(read.get("name").asText()).startsWith("WH/IN/");
        assertThat(read.get("state").asText()).isEqualTo("assigned");
        assertThat(read.get("origin").asText()).isEqualTo("Return of WH/OUT/00001");
        assertThat(read.at("/return_id/0").asLong()).isEqualTo(picking);
        assertThat(read.at("/sale_id/0").asLong()).isEqualTo(order);
        assertThat(delivered()).isEqualTo(3);
        assertThat(deliveryStatus()).isEqualTo("partial");
    }

    @Test
    void validatingItLowersWhatIsDelivered() {
        // Given
        long back = returned(1);

        // When
        Reply validated = invoices.button("stock.picking", "button_validate", back);
        Reply again = invoices.button("stock.picking", "button_validate", back);

        // Then
        assertThat(List.of(validated.text(), again.text())).containsOnly("true");
        assertThat(delivered()).isEqualTo(2);
        assertThat(deliveryStatus()).isEqualTo("full");
        assertThat(ODOO.data().product("MUG-1").onHand()).isEqualByComparingTo("8");
    }

    @Test
    void aReturnThatShallNotCountDoesNot() {
        // Given
        long move = ODOO.read("stock.picking", picking, "move_ids")
                .at("/move_ids/0")
                .asLong();
        Map<String, Object> line = Map.of("product_id", mug, "move_id", move, "quantity", 2, "to_refund", false);
        long wizard = ODOO.ok(
                        WIZARD,
                        "create",
                        Map.of(
                                "vals_list",
                                List.of(Map.of(
                                        "picking_id", picking, "product_return_moves", List.of(List.of(0, 0, line))))))
                .get(0)
                .asLong();

        // When
        long back = press("action_create_returns", wizard).body().get("res_id").asLong();
        invoices.button("stock.picking", "button_validate", back);

        // Then
        assertThat(delivered()).isEqualTo(3);
        assertThat(ODOO.data().product("MUG-1").onHand()).isEqualByComparingTo("9");
    }

    @Test
    void nothingLimitsAReturn() {
        // When
        invoices.button("stock.picking", "button_validate", returned(99));

        // Then
        assertThat(delivered()).isEqualTo(-96);
    }

    @Test
    void allThatIsNotReturnedYetComesBackAtOnce() {
        // Given
        returned(1);

        // When
        long rest = press("action_create_returns_all", wizard(Map.of()))
                .body()
                .get("res_id")
                .asLong();
        Reply again = press("action_create_returns_all", wizard(Map.of()));

        // Then
        assertThat(ODOO.data().picking(rest).orElseThrow().moves().get(0).quantity())
                .isEqualByComparingTo("2");
        assertThat(again.status()).isEqualTo(422);
    }

    @Test
    void deliveredGoodsThatCameBackAreCredited() {
        // Given
        ODOO.ok("product.product", "write", Map.of("ids", List.of(mug), "vals", Map.of("invoice_policy", "delivery")));
        invoices.posted(order);
        invoices.button("stock.picking", "button_validate", returned(1));

        // When
        long credit = invoices.invoice(order);

        // Then
        JsonNode move = invoices.move(credit, "move_type", "amount_untaxed");
        assertThat(move.get("move_type").asText()).isEqualTo("out_refund");
        assertThat(move.get("amount_untaxed").asDouble()).isEqualTo(10);
    }

    @Test
    void aLoadedReturnHappensOnce() {
        // Given
        Map<String, Object> sheet = sheet(Sheets.CREATE_ONLY);
        long back = ODOO.call("stock.picking", "load", sheet).firstId();
        long replayed = ODOO.call("stock.picking", "load", sheet).firstId();

        // When
        for (String button : List.of("action_confirm", "action_assign", "button_validate")) {
            assertThat(invoices.button("stock.picking", button, back).text()).isEqualTo("true");
        }
        Reply afterwards = ODOO.call("stock.picking", "load", sheet(Map.of()));

        // Then
        assertThat(replayed).isEqualTo(back);
        assertThat(delivered()).isEqualTo(2);
        assertThat(ODOO.read("stock.picking", back, "sale_id").at("/sale_id/0").asLong())
                .isEqualTo(order);
        assertThat(afterwards.body().get("ids").asBoolean(true)).isFalse();
    }

    @Test
    void aCancelledOrderKeepsWhatIsDone() {
        // When
        Reply cancelled = invoices.button("sale.order", "action_cancel", order);

        // Then
        assertThat(cancelled.text()).isEqualTo("true");
        assertThat(ODOO.data().picking(picking).orElseThrow().state()).isEqualTo("done");
        assertThat(delivered()).isEqualTo(3);
    }

    private Map<String, Object> sheet(Map<String, ?> context) {
        JsonNode done = ODOO.read("stock.picking", picking, "location_id", "location_dest_id", "move_ids");
        long stock = done.at("/location_id/0").asLong();
        long customers = done.at("/location_dest_id/0").asLong();
        long incoming = ODOO.ok(
                        "stock.picking.type", "search", Map.of("domain", List.of(List.of("code", "=", "incoming"))))
                .get(0)
                .asLong();
        return Sheets.load(
                List.of(
                        "id",
                        "picking_type_id/.id",
                        "location_id/.id",
                        "location_dest_id/.id",
                        "origin",
                        "return_id/.id",
                        "move_ids/id",
                        "move_ids/product_id/.id",
                        "move_ids/product_uom_qty",
                        "move_ids/location_id/.id",
                        "move_ids/location_dest_id/.id",
                        "move_ids/origin_returned_move_id/.id",
                        "move_ids/to_refund",
                        "move_ids/sale_line_id/.id"),
                context,
                List.of(
                        "__shopify__.acme_return_5",
                        incoming,
                        customers,
                        stock,
                        "Return of WH/OUT/00001",
                        picking,
                        "__shopify__.acme_return_5_1",
                        mug,
                        1,
                        customers,
                        stock,
                        done.at("/move_ids/0").asLong(),
                        "1",
                        ODOO.read("sale.order", order, "order_line")
                                .at("/order_line/0")
                                .asLong()));
    }

    private long returned(int quantity) {
        long wizard = wizard(Map.of());
        ODOO.ok(
                "stock.return.picking.line",
                "write",
                Map.of("ids", List.of(lines(wizard).get(0).get("id").asLong()), "vals", Map.of("quantity", quantity)));
        return press("action_create_returns", wizard).body().get("res_id").asLong();
    }

    private long wizard(Map<String, ?> values) {
        Map<String, Object> context = Map.of("active_model", "stock.picking", "active_id", picking);
        return ODOO.ok(WIZARD, "create", Map.of("vals_list", List.of(values), "context", context))
                .get(0)
                .asLong();
    }

    private static JsonNode lines(long wizard) {
        return ODOO.ok(
                "stock.return.picking.line",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("wizard_id", "=", wizard)),
                        "fields",
                        List.of("quantity", "move_quantity", "to_refund")));
    }

    private static Reply press(String button, long wizard) {
        return ODOO.call(WIZARD, button, Map.of("ids", List.of(wizard)));
    }

    private double delivered() {
        return ODOO.data().order(order).orElseThrow().lines().get(0).delivered().doubleValue();
    }

    private String deliveryStatus() {
        return ODOO.data().order(order).orElseThrow().deliveryStatus();
    }
}
