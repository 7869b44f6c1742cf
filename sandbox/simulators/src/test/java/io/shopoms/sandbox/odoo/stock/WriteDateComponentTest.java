package io.shopoms.sandbox.odoo.stock;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.SettableClock;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a cursor on {@code write_date} meets (contract, sections 6, 7.1 and 7.2). */
class WriteDateComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final SettableClock CLOCK = new SettableClock("2026-11-20T10:00:00Z");

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension(OdooSettings.forTests(), CLOCK);

    private long order;
    private long picking;

    @BeforeEach
    void confirmedOrder() {
        CLOCK.set("2026-11-20T12:00:00.250Z");
        long mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        order = ODOO.call("sale.order", "load", Sheets.order("1001", line(mug, 1, 10)))
                .firstId();
        ODOO.ok("sale.order", "action_confirm", Map.of("ids", List.of(order)));
        picking = ODOO.data().pickings(order).get(0).id();
    }

    @Test
    void wholeSecondsAreShownAndCompared() {
        // When
        String shown = writeDate("stock.picking", picking);

        // Then
        assertThat(shown).isEqualTo("2026-11-20 12:00:00");
        assertThat(count(">=", "2026-11-20 12:00:00")).isEqualTo(1);
        assertThat(count(">=", "2026-11-20 12:00:00.999999")).isEqualTo(1);
        assertThat(count("=", "2026-11-20 12:00:00")).isEqualTo(1);
        assertThat(count(">", "2026-11-20 12:00:00")).isZero();
        assertThat(count(">=", "2026-11-20 12:00:01")).isZero();
    }

    @Test
    void lateTrackingTouchesThePickingAndNotTheOrder() {
        // Given
        CLOCK.set("2026-11-20T13:00:00Z");
        ODOO.data().ship(picking, "");
        String orderBefore = writeDate("sale.order", order);
        CLOCK.set("2026-11-20T14:00:00Z");

        // When
        ODOO.ok(
                "stock.picking",
                "write",
                Map.of("ids", List.of(picking), "vals", Map.of("carrier_tracking_ref", "1Z999")));

        // Then
        assertThat(writeDate("stock.picking", picking)).isEqualTo("2026-11-20 14:00:00");
        assertThat(writeDate("sale.order", order)).isEqualTo(orderBefore);
    }

    @Test
    void aLongCallCommitsLaterWithTheDateOfItsBeginning() {
        // Given
        ODOO.simulator().faults().add(Fault.lateCommit("stock.picking/write", Duration.ofMillis(200)));
        CLOCK.set("2026-11-20T13:00:00Z");

        // When
        CompletableFuture<Reply> late = ODOO.callAsync(
                "stock.picking",
                "write",
                Map.of("ids", List.of(picking), "vals", Map.of("carrier_tracking_ref", "LATE")));
        await().atMost(LIMIT).until(() -> ODOO.simulator().faults().pending().isEmpty());
        CLOCK.set("2026-11-20T13:00:30Z");
        late.join();

        // Then
        assertThat(ODOO.data().pickings(order).get(0).tracking()).isEqualTo("LATE");
        assertThat(writeDate("stock.picking", picking)).isEqualTo("2026-11-20 13:00:00");
    }

    @Test
    void quantsMoveWithReservationAndShipmentButProductsDoNot() {
        // Given
        long product = ODOO.data().product("MUG-1").id();
        String before = writeDate("product.product", product);
        CLOCK.set("2026-11-20T15:00:00Z");

        // When
        ODOO.data().ship(picking, "1Z1");

        // Then
        String quant = ODOO.ok(
                        "stock.quant",
                        "search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("location_id.usage", "=", "internal")),
                                "fields",
                                List.of("write_date")))
                .at("/0/write_date")
                .asText();
        assertThat(quant).isEqualTo("2026-11-20 15:00:00");
        assertThat(writeDate("product.product", product)).isEqualTo(before);
    }

    private static int count(String operator, String value) {
        return ODOO.ok(
                        "stock.picking",
                        "search_count",
                        Map.of("domain", List.of(List.of("write_date", operator, value))))
                .asInt();
    }

    private static String writeDate(String model, long id) {
        return ODOO.read(model, id, "write_date").get("write_date").asText();
    }
}
