package io.shopoms.sandbox.odoo.sale;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Confirming, editing and cancelling orders (contract, sections 3.3, 4.4 and 4.5; prices as measured on 19.0). */
class OrderEditComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private long shirt;
    private long mug;
    private long ten;
    private long id;
    private long firstLine;

    @BeforeEach
    void confirmedOrder() {
        shirt = ODOO.data().product("SHIRT-S", "Shirt", "120.00", 100);
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ten = ODOO.data().tax("10", false);
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        Map<String, Object> body = Sheets.order("1001", line(shirt, 2, 25.5, ten), line(mug, 1, 11.9));
        id = ODOO.call("sale.order", "load", body).firstId();
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("date_order", "2026-11-01 08:00:00")));
        ODOO.ok("sale.order", "action_confirm", Map.of("ids", List.of(id)));
        firstLine =
                ODOO.read("sale.order", id, "order_line").at("/order_line/0").asLong();
    }

    @Test
    void confirmingReservesAndOverwritesTheDate() {
        // When
        OrderView order = ODOO.data().order(id).orElseThrow();

        // Then
        assertThat(order.state()).isEqualTo("sale");
        assertThat(order.dateOrder()).isNotEqualTo("2026-11-01 08:00:00");
        assertThat(order.deliveryStatus()).isEqualTo("pending");
        assertThat(order.pickings()).singleElement().satisfies(picking -> {
            assertThat(picking.state()).isEqualTo("assigned");
            assertThat(picking.name()).isEqualTo("WH/OUT/00001");
            assertThat(picking.moves()).hasSize(2);
        });
        assertThat(ODOO.data().product("SHIRT-S").free()).isEqualByComparingTo("98");
    }

    @Test
    void aSecondConfirmationIsRefusedAndSeveralAreAllOrNothing() {
        // Given
        long draft = ODOO.call("sale.order", "load", Sheets.order("1002", line(mug, 1, 5)))
                .firstId();

        // When
        Reply again = ODOO.call("sale.order", "action_confirm", Map.of("ids", List.of(id)));
        Reply both = ODOO.call("sale.order", "action_confirm", Map.of("ids", List.of(draft, id)));

        // Then
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.name()).isEqualTo("odoo.exceptions.UserError");
        assertThat(both.status()).isEqualTo(422);
        assertThat(ODOO.data().order(draft).orElseThrow().state()).isEqualTo("draft");
    }

    @Test
    void aLineWithoutProductCannotBeConfirmed() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "partner_id/id", "order_line/id", "order_line/name", "order_line/price_unit"),
                Sheets.CREATE_ONLY,
                List.of("__s__.o", "__shopify__.ada", "__s__.l", "free text", 5));
        long order = ODOO.call("sale.order", "load", body).firstId();

        // When
        Reply reply = ODOO.call("sale.order", "action_confirm", Map.of("ids", List.of(order)));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).startsWith("Some order lines are missing a product");
    }

    @Test
    void quantityAloneResetsThePriceToTheProducts() {
        // When
        Reply reply = edit(Map.of("product_uom_qty", 3));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(priceOfFirstLine()).isEqualTo(120.0);
    }

    @Test
    void quantityWithPriceKeepsThePrice() {
        // When
        edit(Map.of("product_uom_qty", 3, "price_unit", 25.5));

        // Then
        assertThat(priceOfFirstLine()).isEqualTo(25.5);
        assertThat(shirts()).containsExactly("3");
    }

    @Test
    void aDifferingTechnicalPriceProtectsThePrice() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "order_id/.id", "product_id/.id", "price_unit", "technical_price_unit", "tax_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of("__s__.extra", id, mug, 5, -123456789, ""));
        long extra = ODOO.call("sale.order.line", "load", body).firstId();

        // When
        ODOO.ok("sale.order.line", "write", Map.of("ids", List.of(extra), "vals", Map.of("product_uom_qty", 4)));

        // Then
        assertThat(ODOO.read("sale.order.line", extra, "price_unit")
                        .get("price_unit")
                        .asDouble())
                .isEqualTo(5.0);
    }

    @Test
    void changesOfQuantityMergeIntoOneMove() {
        // When
        edit(Map.of("product_uom_qty", 5, "price_unit", 25.5));
        edit(Map.of("product_uom_qty", 1, "price_unit", 25.5));

        // Then
        assertThat(shirts()).containsExactly("1");
        assertThat(ODOO.data().pickings(id)).hasSize(1);
        assertThat(ODOO.data().product("SHIRT-S").free()).isEqualByComparingTo("99");
    }

    @Test
    void afterTheDateWasWrittenBackADecreaseBecomesAReturn() {
        // Given
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("date_order", "2026-11-19 10:11:12")));

        // When
        edit(Map.of("product_uom_qty", 5, "price_unit", 25.5));
        edit(Map.of("product_uom_qty", 1, "price_unit", 25.5));

        // Then
        assertThat(ODOO.data().pickings(id)).extracting(PickingView::code).containsExactly("outgoing", "incoming");
        assertThat(ODOO.data().pickings(id).get(1).moves().get(0).demand()).isEqualByComparingTo("1");
    }

    @Test
    void quantityZeroCancelsTheMoveAndTheLastOneThePicking() {
        // Given
        long second =
                ODOO.read("sale.order", id, "order_line").at("/order_line/1").asLong();

        // When
        edit(Map.of("product_uom_qty", 0, "price_unit", 25.5));
        String afterFirst = ODOO.data().pickings(id).get(0).state();
        ODOO.ok("sale.order.line", "write", Map.of("ids", List.of(second), "vals", Map.of("product_uom_qty", 0)));

        // Then
        assertThat(afterFirst).isEqualTo("assigned");
        assertThat(ODOO.data().pickings(id).get(0).state()).isEqualTo("cancel");
        assertThat(ODOO.data().order(id).orElseThrow().deliveryStatus()).isEmpty();
    }

    @Test
    void quantityAfterACancelledPickingMakesANewOne() {
        // Given
        long second =
                ODOO.read("sale.order", id, "order_line").at("/order_line/1").asLong();
        edit(Map.of("product_uom_qty", 0, "price_unit", 25.5));
        ODOO.ok("sale.order.line", "write", Map.of("ids", List.of(second), "vals", Map.of("product_uom_qty", 0)));

        // When
        edit(Map.of("product_uom_qty", 2, "price_unit", 25.5));

        // Then
        assertThat(ODOO.data().pickings(id)).extracting(PickingView::state).containsExactly("cancel", "assigned");
    }

    @Test
    void aLineCanBeAddedButNotRemovedNorTurnedIntoAnotherProduct() {
        // When
        Reply added = orderLines(List.of(0, 0, Map.of("product_id", mug, "product_uom_qty", 2, "price_unit", 7.5)));
        Reply removed = orderLines(List.of(2, firstLine, 0));
        Reply unlinked = ODOO.call("sale.order.line", "unlink", Map.of("ids", List.of(firstLine)));
        Reply changed = edit(Map.of("product_id", mug));
        Reply note = edit(Map.of("display_type", "line_note"));

        // Then
        assertThat(added.status()).isEqualTo(200);
        assertThat(ODOO.data().pickings(id).get(0).moves()).hasSize(3);
        assertThat(List.of(removed.status(), unlinked.status(), changed.status(), note.status()))
                .containsOnly(422);
    }

    @Test
    void aLineIsAddedExactlyOnceThroughLoad() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "order_id/.id", "product_id/.id", "name", "product_uom_qty", "price_unit", "tax_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of("__s__.extra", id, mug, "extra", 1, 9.5, "" + ten));

        // When
        long first = ODOO.call("sale.order.line", "load", body).firstId();
        long again = ODOO.call("sale.order.line", "load", body).firstId();

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(ODOO.data().order(id).orElseThrow().lines()).hasSize(3);
        assertThat(ODOO.data().pickings(id).get(0).moves()).hasSize(3);
    }

    @Test
    void theAddressChangesButThePickingKeepsItsOwn() {
        // Given
        long other = ODOO.ok("res.partner", "create", Map.of("vals_list", Map.of("name", "Bob Example")))
                .get(0)
                .asLong();
        long picking = ODOO.data().pickings(id).get(0).id();

        // When
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("partner_shipping_id", other)));
        String kept = ODOO.data().pickings(id).get(0).partner();
        ODOO.ok("stock.picking", "write", Map.of("ids", List.of(picking), "vals", Map.of("partner_id", other)));

        // Then
        assertThat(kept).isEqualTo("Ada Example");
        assertThat(ODOO.data().order(id).orElseThrow().shippingAddress()).isEqualTo("Bob Example");
        assertThat(ODOO.data().pickings(id).get(0).partner()).isEqualTo("Bob Example");
    }

    @Test
    void pricelistOfAConfirmedOrderCannotBeChanged() {
        // Given
        long euro = ODOO.data().pricelist("EUR");

        // When
        Reply reply =
                ODOO.call("sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("pricelist_id", euro)));

        // Then
        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void cancellingReleasesTheStockAndMayBeRepeated() {
        // When
        Reply first = ODOO.call("sale.order", "action_cancel", Map.of("ids", List.of(id)));
        Reply second = ODOO.call("sale.order", "action_cancel", Map.of("ids", List.of(id)));

        // Then
        assertThat(first.text()).isEqualTo("true");
        assertThat(second.status()).isEqualTo(200);
        assertThat(ODOO.data().pickings(id).get(0).state()).isEqualTo("cancel");
        assertThat(ODOO.data().product("SHIRT-S").free()).isEqualByComparingTo("100");
    }

    @Test
    void aCancelledOrderIsReopenedThroughDraftOnly() {
        // Given
        ODOO.ok("sale.order", "action_cancel", Map.of("ids", List.of(id)));

        // When
        Reply refused = ODOO.call("sale.order", "action_confirm", Map.of("ids", List.of(id)));
        ODOO.ok("sale.order", "action_draft", Map.of("ids", List.of(id)));
        Reply confirmed = ODOO.call("sale.order", "action_confirm", Map.of("ids", List.of(id)));

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(confirmed.text()).isEqualTo("true");
        assertThat(ODOO.data().pickings(id)).extracting(PickingView::state).containsExactly("cancel", "assigned");
    }

    @Test
    void aDeliveredOrderCanBeCancelledAndItsPickingStaysDone() {
        // Given
        ODOO.data().ship(ODOO.data().pickings(id).get(0).id(), "TRK-1");

        // When
        Reply reply = ODOO.call("sale.order", "action_cancel", Map.of("ids", List.of(id)));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        OrderView order = ODOO.data().order(id).orElseThrow();
        assertThat(order.state()).isEqualTo("cancel");
        assertThat(order.deliveryStatus()).isEqualTo("full");
        assertThat(order.pickings().get(0).state()).isEqualTo("done");
    }

    @Test
    void quantityCannotFallBelowWhatWasDelivered() {
        // Given
        ODOO.data().ship(ODOO.data().pickings(id).get(0).id(), "TRK-1");

        // When
        Reply reply = edit(Map.of("product_uom_qty", 1, "price_unit", 25.5));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).startsWith("The ordered quantity of a sale order line cannot be decreased");
    }

    @Test
    void aLockedOrderRefusesLinesAndCancellationButTakesHeaderFields() {
        // Given
        Reply locked = ODOO.call("sale.order", "action_lock", Map.of("ids", List.of(id)));

        // When
        Reply quantity = edit(Map.of("product_uom_qty", 9));
        Reply cancel = ODOO.call("sale.order", "action_cancel", Map.of("ids", List.of(id)));
        Reply header = ODOO.call(
                "sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("client_order_ref", "#1001b")));

        // Then
        assertThat(locked.text()).isEqualTo("null");
        assertThat(quantity.message()).endsWith("locked order:\nQuantity");
        assertThat(cancel.status()).isEqualTo(422);
        assertThat(header.status()).isEqualTo(200);
    }

    @Test
    void tagsAreLinkedAndNotesPosted() {
        // Given
        long tag = ODOO.ok("crm.tag", "create", Map.of("vals_list", Map.of("name", "cod")))
                .get(0)
                .asLong();

        // When
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("tag_ids", List.of(List.of(4, tag)))));
        Reply posted = ODOO.call("sale.order", "message_post", Map.of("ids", List.of(id), "body", "Paid in Shopify"));

        // Then
        assertThat(ODOO.data().order(id).orElseThrow().tags()).containsExactly("cod");
        assertThat(posted.body().isArray()).isTrue();
    }

    /** 4.4: created as a sales order, with its picking, and the date is kept. */
    @Test
    void loadedAsSaleItIsConfirmedInOneCallAndKeepsItsDate() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of(
                        "id",
                        "partner_id/id",
                        "state",
                        "date_order",
                        "order_line/id",
                        "order_line/product_id/.id",
                        "order_line/product_uom_qty"),
                Sheets.CREATE_ONLY,
                List.of("__s__.o", "__shopify__.ada", "sale", "2026-11-19 10:11:12", "__s__.l", shirt, 2));

        // When
        long order = ODOO.call("sale.order", "load", body).firstId();

        // Then
        OrderView view = ODOO.data().order(order).orElseThrow();
        assertThat(view.state()).isEqualTo("sale");
        assertThat(view.dateOrder()).isEqualTo("2026-11-19 10:11:12");
        assertThat(view.pickings())
                .singleElement()
                .satisfies(picking -> assertThat(picking.state()).isEqualTo("assigned"));
    }

    private Reply edit(Map<String, ?> values) {
        return orderLines(List.of(1, firstLine, values));
    }

    private Reply orderLines(List<?> command) {
        return ODOO.call(
                "sale.order", "write", Map.of("ids", List.of(id), "vals", Map.of("order_line", List.of(command))));
    }

    private double priceOfFirstLine() {
        JsonNode line = ODOO.read("sale.order.line", firstLine, "price_unit");
        return line.get("price_unit").asDouble();
    }

    private List<String> shirts() {
        return ODOO.data().pickings(id).stream()
                .flatMap(picking -> picking.moves().stream())
                .filter(move -> move.sku().equals("SHIRT-S"))
                .map(move -> move.demand().stripTrailingZeros().toPlainString())
                .toList();
    }
}
