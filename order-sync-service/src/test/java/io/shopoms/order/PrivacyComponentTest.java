package io.shopoms.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.CustomerTables;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.PartnerView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers ask for by law. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class PrivacyComponentTest {

    private static long last = 660_000;

    @Inject
    OrderTables tables;

    @Inject
    CustomerTables customers;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    TokenSigner signer;

    private long id;

    @BeforeEach
    void freshStart() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        last += 100;
        id = last;
    }

    @Test
    void aForgottenCustomerIsErasedOnceNothingMustBeKept() {
        // Given
        ordered();
        long contact = contact(email()).id();
        long request = customers.toBeForgotten(id, email(), id);
        assertThat(customers.failureOfRequest(request)).contains("1 order(s) that are not delivered");
        assertThat(tables.raw(id)).doesNotContain(email(), "Ada", "Sample Street");
        odoo.data().ship(odoo.data().orders("#" + id).get(0).pickings().get(0).id(), "T1");

        // When
        customers.retryRequest(request);

        // Then
        assertThat(customers.noteOfRequest(request)).contains("contact " + contact + " anonymised and archived");
        assertThat(odoo.data().partners())
                .filteredOn(partner -> partner.id() == contact)
                .singleElement()
                .satisfies(erased -> {
                    assertThat(erased.name()).isEqualTo("Erased customer " + id);
                    assertThat(erased.email() + erased.phone() + erased.street() + erased.zip())
                            .isEmpty();
                });
        assertThat(customers.rawOfRequest(request)).doesNotContain(email(), "555-625");
        assertThat(tables.seen(id).status()).isEqualTo("PROCESSED");
    }

    @Test
    void aReplayOfWhatWasErasedBringsNothingBack() {
        // Given
        String webhook = ordered();
        customers.failureOfRequest(customers.toBeForgotten(id, email(), id));

        // When
        tables.receive(webhook);

        // Then
        assertThat(tables.raw(id)).doesNotContain(email());
    }

    @Test
    void aContactThatWasThereBeforeIsLeftToAPerson() {
        // Given
        long contact = odoo.data().contact(Map.of("name", "A. Example", "email", email()));
        ordered();

        // When
        long request = customers.toBeForgotten(id, email(), id);

        // Then
        assertThat(customers.failureOfRequest(request)).contains("contact " + contact, "was there before shopOMS");
        assertThat(contact(email()).name()).isEqualTo("A. Example");
    }

    @Test
    void aDataRequestWaitsUntilAPersonAnswered() {
        // Given
        long request = customers.asked(id, email(), 9_000 + id);
        assertThat(customers.failureOfRequest(request))
                .contains("customer " + id + " asks", "30 days", "/api/privacy-requests/" + request + "/answered")
                .doesNotContain(email());
        String answered = "/api/privacy-requests/" + request + "/answered";
        as("viewer").post(answered).then().statusCode(403);
        as("operator").post("/api/privacy-requests/1/answered").then().statusCode(404);

        // When
        as("operator").post(answered).then().statusCode(204);

        // Then
        assertThat(customers.noteOfRequest(request)).isEqualTo("dealt with by a person");
        assertThat(customers.rawOfRequest(request)).doesNotContain(email());
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(signer.token(role));
    }

    private String ordered() {
        String webhook = RecordedOrders.changed(RecordedOrders.webhook("two-lines-taxed-shipping"), payload -> {
            payload.put("id", id).put("name", "#" + id).put("email", email());
            payload.withArray("line_items").forEach(line -> ((ObjectNode) line).put("id", ++last * 7));
            payload.withArray("shipping_lines").forEach(line -> ((ObjectNode) line).put("id", ++last * 7));
            ((ObjectNode) payload.get("customer")).put("id", id).put("email", email());
        });
        tables.receive(webhook);
        tables.processed(id);
        return webhook;
    }

    private String email() {
        return "forget" + id + "@example.com";
    }

    private PartnerView contact(String email) {
        return odoo.data().partners().stream()
                .filter(partner -> partner.email().equals(email))
                .findFirst()
                .orElseThrow();
    }
}
