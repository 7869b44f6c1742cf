package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.LivingOrder;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RealOdoo;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A cancellation during delivery and a return, in a real Odoo with the products of the sandbox's demo catalog. */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdoo.class)
class OrderLifecycleRealIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    private final LivingOrder order = new LivingOrder(Instant.now().getEpochSecond() * 1000 + 7);

    private OdooClient odoo;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo = clients.of(stores.find(OrderTables.SHOP).orElseThrow());
    }

    @Test
    void cancelledDuringDeliveryTheRestGoesAndTheReturnedPartFollows() {
        // Given: one of two sweaters is delivered, the other and the mug are still there.
        told(order.webhook());
        shipOneSweater();

        // When
        tables.receive(order.cancelled());
        tables.settle(order.id());

        // Then
        assertThat(tables.seen(order.id()).message()).contains("goods of it have left: 1 x ");
        assertThat(sale().path("state").asText()).isEqualTo("sale");
        assertThat(moves("outgoing")).containsExactly("done 1");

        // When
        told(order.refunded(1, LivingOrder.SWEATER, 2, "return"));
        told(order.changed(payload -> payload.put("note", "once more")));

        // Then
        assertThat(moves("incoming")).containsExactly("assigned 1");
        assertThat(tables.seen(order.id()).note()).contains("on the way back");

        // When
        long back = pickings("incoming").get(0).path("id").asLong();
        validate(back);
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        assertThat(moves("incoming")).containsExactly("done 1");
        assertThat(sale().path("state").asText()).isEqualTo("cancel");
    }

    private void told(String webhook) {
        tables.receive(webhook);
        tables.processed(order.id());
    }

    private void shipOneSweater() {
        JsonNode delivery = pickings("outgoing").get(0);
        JsonNode sweater = records(
                        "stock.move",
                        Domain.where("picking_id", "=", delivery.path("id").asLong())
                                .and("product_uom_qty", "=", 2),
                        "id")
                .get(0);
        odoo.write(
                        "stock.move",
                        List.of(sweater.path("id").asLong()),
                        JsonBodies.object().put("quantity", 1).put("picked", true))
                .await()
                .atMost(LIMIT);
        validate(delivery.path("id").asLong());
    }

    private void validate(long picking) {
        ObjectNode arguments = JsonBodies.object();
        arguments.putArray("ids").add(picking);
        arguments.putObject("context").put("skip_sms", true).put("skip_backorder", true);
        odoo.call("stock.picking", "button_validate", arguments).await().atMost(LIMIT);
    }

    private JsonNode sale() {
        return records("sale.order", Domain.where("client_order_ref", "=", order.name()), "state")
                .get(0);
    }

    private List<JsonNode> pickings(String code) {
        return records(
                "stock.picking",
                Domain.where("sale_id", "=", sale().path("id").asLong()).and("picking_type_code", "=", code),
                "state");
    }

    /** State and units of all moves but cancelled ones. */
    private List<String> moves(String code) {
        return records(
                        "stock.move",
                        Domain.where(
                                        "sale_line_id.order_id",
                                        "=",
                                        sale().path("id").asLong())
                                .and("picking_code", "=", code)
                                .and("state", "!=", "cancel"),
                        "state",
                        "product_uom_qty")
                .stream()
                .map(move -> move.path("state").asText() + " "
                        + move.path("product_uom_qty").asInt())
                .toList();
    }

    private List<JsonNode> records(String model, Domain domain, String... fields) {
        return odoo.searchRead(model, domain, List.of(fields), "", 0).await().atMost(LIMIT);
    }
}
