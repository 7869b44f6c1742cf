package io.shopoms.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class SetupResourceComponentTest {

    private static final String CHECK = "/api/orders/setup/check";

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    TokenSigner signer;

    @BeforeEach
    void migrated() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
    }

    @AfterEach
    void heal() {
        odoo.data().rounding(RoundingMethod.ROUND_PER_LINE);
    }

    @Test
    void whatIsUnsuitableIsNamedWithItsRemedy() {
        // Given
        odoo.data().rounding(RoundingMethod.ROUND_GLOBALLY);

        // When / Then
        as("operator")
                .post(CHECK)
                .then()
                .statusCode(200)
                .body("store", equalTo("acme.myshopify.com"))
                .body("complete", equalTo(false))
                .body("findings.subject", hasItem("rounding"))
                .body("findings.find { it.subject == 'rounding' }.remedy", containsString("Round per Line"));

        // When it is corrected, the next look sees it at once
        odoo.data().rounding(RoundingMethod.ROUND_PER_LINE);
        as("operator").post(CHECK).then().statusCode(200).body("findings.subject", not(hasItem("rounding")));
    }

    @Test
    void soldGiftCardsAreNotedUntilTheyAreBookedAsALiability() {
        // Given
        as("operator")
                .post(CHECK)
                .then()
                .statusCode(200)
                .body("findings.find { it.subject == 'product giftcard' }.severity", equalTo("NOTE"))
                .body("findings.find { it.subject == 'product giftcard' }.remedy", containsString("liability"));

        // When
        Object product = odoo.data()
                .call("product.product", "search", Map.of("domain", List.of(List.of("name", "=", "Gift card"))));
        Object account = odoo.data().call("account.account", "search", Map.of("domain", List.of(), "limit", 1));
        odoo.data()
                .call(
                        "product.product",
                        "write",
                        Map.of(
                                "ids",
                                product,
                                "vals",
                                Map.of("property_account_income_id", ((List<?>) account).get(0))));

        // Then
        as("operator").post(CHECK).then().body("findings.subject", not(hasItem("product giftcard")));
    }

    @Test
    void aRateThatSeveralTaxesHaveIsNotedUntilOneIsChosen() {
        // Given
        odoo.data().tax("33", false);
        long meant = odoo.data().tax("33", false);
        as("operator").post(CHECK).then().body("findings.subject", hasItem("tax 33 % excluded"));

        // When
        choose("33", "excluded", meant).statusCode(200).body("odooTaxId", equalTo((int) meant));

        // Then
        as("operator").post(CHECK).then().body("findings.subject", not(hasItem("tax 33 % excluded")));
        as("viewer").get("/api/orders/taxes").then().statusCode(200).body("percent", hasItem("33"));
        as("operator").delete("/api/orders/taxes/33/excluded").then().statusCode(204);
        as("operator").delete("/api/orders/taxes/33/excluded").then().statusCode(404);
        as("viewer").get("/api/orders/taxes").then().body("", empty());
    }

    @Test
    void aTaxThatWouldChangeAmountsIsRefused() {
        long tax = odoo.data().tax("34", false);

        choose("35", "excluded", tax).statusCode(422).body("detail", containsString("34 % excluded"));
        choose("34", "excluded", 987_654L).statusCode(422).body("detail", containsString("no tax with the id 987654"));
        choose("34", "excluded", -1L).statusCode(400);
        as("operator").put("/api/orders/taxes/34/excluded").then().statusCode(400);
    }

    @Test
    void onlyAnOperatorChangesAnything() {
        given().post(CHECK).then().statusCode(401);
        as("viewer").post(CHECK).then().statusCode(403);
        as("viewer").delete("/api/orders/taxes/19/included").then().statusCode(403);
        as("operator")
                .post(CHECK + "?store=other.myshopify.com")
                .then()
                .statusCode(400)
                .body("detail", containsString("acme.myshopify.com"));
    }

    private ValidatableResponse choose(String percent, String kind, long taxId) {
        return as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("odooTaxId", taxId))
                .put("/api/orders/taxes/" + percent + "/" + kind)
                .then();
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(signer.token(role));
    }
}
