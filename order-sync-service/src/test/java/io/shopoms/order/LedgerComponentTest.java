package io.shopoms.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class LedgerComponentTest {

    private static final String LEDGER = "/api/orders/ledger";
    private static final String DAY = "?from=2026-08-01&to=2026-08-31";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    TokenSigner signer;

    @BeforeEach
    void empty() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
    }

    @Test
    void aDayCountsWhatAgreesAndWhatIsNotInOdooYet() {
        // Given
        receive(700_001, "guest-download", "2026-08-03T10:00:00Z", "");
        receive(700_002, "guest-download", "2026-08-03T23:59:59-05:00", "");
        receive(700_003, "two-lines-taxed-shipping", "2026-08-03T12:00:00Z", "NOT-IN-ODOO");
        tables.processed(700_001);
        tables.processed(700_002);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(tables.seen(700_003).failureKind()).isEqualTo("MissingDependency"));

        // When / Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> viewer().get(LEDGER + DAY)
                        .then()
                        .statusCode(200)
                        .body("store", equalTo("acme.myshopify.com"))
                        .body("days.day", hasItems("2026-08-03", "2026-08-04"))
                        .body("days.find { it.day == '2026-08-03' && it.orders == 2 }.equal", equalTo(1))
                        .body("days.find { it.day == '2026-08-03' && it.orders == 2 }.absent", equalTo(1))
                        .body("days.find { it.day == '2026-08-04' }.equal", equalTo(1))
                        .body("days.find { it.day == '2026-08-04' }.difference", equalTo(0.0f)));
        viewer().get(LEDGER + "/orders" + DAY)
                .then()
                .statusCode(200)
                .body("orderId", contains("700003"))
                .body("[0].verdict", equalTo("ABSENT"))
                .body("[0].odooTotal", nullValue())
                .body("[0].remark", containsString("NOT-IN-ODOO"));
        viewer().get(LEDGER + "/orders/700001")
                .then()
                .statusCode(200)
                .body("sums.entries.find { it.name == 'total' }.shopify", equalTo(7.0f))
                .body("sums.entries.find { it.name == 'total' }.odoo", equalTo(7.0f));
        viewer().get(LEDGER + "/orders" + DAY + "&verdict=equal").then().body("", hasSize(2));
    }

    @Test
    void aCancelledOrderIsWorthNothingInBoth() {
        // Given
        receive(700_010, "guest-download", "2026-08-05T10:00:00Z", "");
        tables.processed(700_010);

        // When
        tables.receive(RecordedOrders.changed(
                RecordedOrders.webhook("guest-download"),
                payload -> payload.put("id", 700_010)
                        .put("name", "#700010")
                        .put("processed_at", "2026-08-05T10:00:00Z")
                        .put("updated_at", "2027-01-01T00:00:00Z")
                        .put("cancelled_at", "2027-01-01T00:00:00Z")));

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> viewer().get(LEDGER + "/orders/700010")
                        .then()
                        .statusCode(200)
                        .body("verdict", equalTo("EQUAL"))
                        .body("shopifyTotal", equalTo(0.0f))
                        .body("odooTotal", equalTo(0.0f)));
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        given().get(LEDGER).then().statusCode(401);
        viewer().get(LEDGER + "?from=yesterday").then().statusCode(400).body("detail", containsString("from"));
        viewer().get(LEDGER + "?from=2026-08-02&to=2026-08-01").then().statusCode(400);
        viewer().get(LEDGER + "?from=-99999-01-01&to=-99999-01-02").then().statusCode(400);
        viewer().get(LEDGER + "/orders?verdict=good").then().statusCode(400).body("detail", containsString("DIFFERS"));
        viewer().get(LEDGER + "/orders/1").then().statusCode(404);
    }

    private void receive(long id, String recorded, String processedAt, String sku) {
        tables.receive(RecordedOrders.changed(RecordedOrders.webhook(recorded), payload -> {
            payload.put("id", id).put("name", "#" + id).put("processed_at", processedAt);
            payload.withArray("line_items").forEach(line -> distinct((ObjectNode) line, id, sku));
        }));
    }

    /** Shopify never uses a line's number twice. */
    private static void distinct(ObjectNode line, long order, String sku) {
        line.put("id", line.get("id").asLong() + order * 1000);
        if (!sku.isEmpty()) {
            line.put("sku", sku);
        }
    }

    private RequestSpecification viewer() {
        return given().auth().oauth2(signer.token("viewer"));
    }
}
