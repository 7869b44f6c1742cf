package io.shopoms.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.fixtures.OdooLeadsSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.fault.LoggedRequest;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(OdooLeadsSimulators.class)
class ProductSyncComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PREVIEW = "/api/sync/products/preview?limit=50&direction=";

    @Inject
    ProductTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;
    ShopifySimulator shopify;
    TokenSigner signer;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.clear();
    }

    @Test
    void aDryRunTellsWhatWouldBeDoneAndWritesNothing() {
        // Given: nothing else looks at products meanwhile
        tables.clear();
        TemplateView unknown = odoo.data().goods().create("Unknown", "DRY-1", "5", Map.of());
        TemplateView known = odoo.data().goods().create("Known", "DRY-2", "6", Map.of());
        long shown = shopify.catalog().create("DRY-2", "Called otherwise", "6").id();
        long stranger = shopify.catalog().create("DRY-3", "Stranger", "6").id();
        int templates = odoo.data().goods().count();
        shopify.requests().clear();
        odoo.requests().clear();

        // When
        ValidatableResponse push = preview("odoo-to-shopify");
        ValidatableResponse pull = preview("shopify-to-odoo");

        // Then
        String ofKnown = "items.find { it.templateId == " + known.id() + " }.";
        push.body("items.find { it.templateId == " + unknown.id() + " }.result", equalTo("CREATE"))
                .body(ofKnown + "result", equalTo("UPDATE"))
                .body(ofKnown + "productId", equalTo(shown))
                .body(ofKnown + "changes.find { it.field == 'title' }.before", equalTo("Called otherwise"))
                .body(ofKnown + "changes.find { it.field == 'title' }.after", equalTo("Known"));
        pull.body("items.find { it.productId == " + stranger + "L }.result", equalTo("SKIPPED"));
        assertThat(odoo.data().goods().count()).isEqualTo(templates);
        assertThat(shopify.requests().entries())
                .extracting(LoggedRequest::operation)
                .isNotEmpty()
                .isSubsetOf("ProductsById", "ProductsUpdatedSince", "VariantsFound", "ProductsTitled");
        assertThat(odoo.requests().entries())
                .extracting(LoggedRequest::operation)
                .isNotEmpty()
                .allMatch(operation -> operation.contains("search") || operation.contains("read"));
        assertThat(tables.seenInOdoo(unknown.id()).status()).isEqualTo("ABSENT");
    }

    @Test
    void operatorsStartEitherDirectionAndViewersSeeHowFarItIs() {
        // Given
        TemplateView mug = odoo.data().goods().create("Started mug", "START-1", "5", Map.of());

        // When
        for (String direction : List.of("odoo-to-shopify", "shopify-to-odoo")) {
            as("operator")
                    .contentType(ContentType.JSON)
                    .body(Map.of("direction", direction))
                    .post("/api/sync/products")
                    .then()
                    .statusCode(202)
                    .body("job", notNullValue());
        }

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.seenInOdoo(mug.id()).status()).isEqualTo("PROCESSED"));
        tables.quiet();
        as("viewer").get("/api/sync/products/status").then().statusCode(200).body("kind", hasItem("odoo-products"));
    }

    @Test
    void requestsThatMakeNoSenseAreRefusedWithTheReason() {
        as("viewer").get(PREVIEW + "sideways").then().statusCode(400).body("detail", containsString("odoo-to-shopify"));
        as("viewer")
                .get(PREVIEW + "odoo-to-shopify&after=x")
                .then()
                .statusCode(400)
                .body("detail", containsString("after"));
        as("viewer")
                .contentType(ContentType.JSON)
                .body(Map.of("direction", "odoo-to-shopify"))
                .post("/api/sync/products")
                .then()
                .statusCode(403);
        as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("direction", "shopify-to-odoo", "parameters", Map.of("since", "2026-01-01")))
                .post("/api/sync/products")
                .then()
                .statusCode(400)
                .body("detail", containsString("since"));
    }

    private ValidatableResponse preview(String direction) {
        return as("viewer").get(PREVIEW + direction).then().statusCode(200);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(signer.token(role));
    }
}
