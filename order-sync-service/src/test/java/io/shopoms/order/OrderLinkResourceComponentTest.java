package io.shopoms.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

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
import io.shopoms.sandbox.odoo.OdooSimulator;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderLinkResourceComponentTest {

    private static final long ORDER = 990_001;
    private static final String LINK = "/api/orders/" + ORDER + "/link";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    TokenSigner signer;

    @BeforeEach
    void anOrderInOdoo() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        tables.receive(RecordedOrders.changed(
                RecordedOrders.webhook("guest-download"),
                payload -> payload.put("id", ORDER).put("name", "#" + ORDER)));
        tables.processed(ORDER);
    }

    @Test
    void aViewerSeesWhichOrderItIs() {
        as("viewer")
                .get(LINK)
                .then()
                .statusCode(200)
                .body("odooOrderName", startsWith("S"))
                .body("stage", equalTo("confirmed"))
                .body("status", equalTo("confirmed"))
                .body("moneyCheck", equalTo("equal"));
    }

    @Test
    void onlyAnOperatorMayForget() {
        given().delete(LINK).then().statusCode(401);
        as("viewer").delete(LINK).then().statusCode(403);
        as("operator").delete("/api/orders/1/link").then().statusCode(404);
        as("operator").delete(LINK + "?store=other.myshopify.com").then().statusCode(400);
        assertThat(tables.links()).isEqualTo(1);
    }

    @Test
    void anOrderDeletedByMistakeIsMadeAgainOnceForgotten() {
        // Given
        long deleted = tables.link(ORDER).odooId();
        Map<String, Object> ids = Map.of("ids", List.of(deleted));
        odoo.data().call("sale.order", "action_cancel", ids);
        odoo.data().call("sale.order", "unlink", ids);

        // When
        as("operator").delete(LINK).then().statusCode(204);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tables.links()).isEqualTo(1));
        tables.processed(ORDER);
        assertThat(tables.link(ORDER).odooId()).isNotEqualTo(deleted);
    }

    @Test
    void forgettingAnOrderThatIsThereDoublesNothing() {
        // Given
        long before = tables.link(ORDER).odooId();

        // When
        as("operator").delete(LINK).then().statusCode(204);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tables.links()).isEqualTo(1));
        tables.processed(ORDER);
        assertThat(tables.link(ORDER).odooId()).isEqualTo(before);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(signer.token(role));
    }
}
