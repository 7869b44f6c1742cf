package io.shopoms.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.fixtures.AnnouncedVariants;
import io.shopoms.catalog.fixtures.CatalogSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.catalog.fixtures.Webhooks;
import io.shopoms.catalog.fixtures.Webhooks.Sold;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(CatalogSimulators.class)
class ProductsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AtomicLong IDS = new AtomicLong(880_000);

    @Inject
    ProductTables tables;

    @Inject
    AnnouncedVariants announced;

    @Inject
    Migrations migrations;

    @Inject
    OdooProducts products;

    @Inject
    OdooClients odoos;

    @Inject
    Stores stores;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

    OdooSimulator odoo;
    TokenSigner signer;

    /** Links of earlier classes point to templates of their simulator. */
    private static final AtomicBoolean cleared = new AtomicBoolean();

    private final long id = IDS.addAndGet(1000);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        if (!cleared.getAndSet(true)) {
            tables.clear();
        }
    }

    @Test
    void productArrivesInOdooAndItsVariantsAreAnnouncedOnce() throws Exception {
        // When
        tables.receive(shirt("Shirt", NOW));
        tables.processed(id);
        tables.receive(shirt("Shirt", NOW.plusSeconds(60)));
        tables.processed(id);

        // Then
        ProductLink link = tables.link(id).orElseThrow();
        assertThat(link.variants()).hasSize(2);
        assertThat(template(link).content().orElseThrow().variants())
                .extracting(variant -> variant.sku().orElseThrow())
                // Values of an attribute have the order in which some product first needed them.
                .containsExactlyInAnyOrder("A-" + id, "B-" + id);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(announced.of(id)).hasSize(1));
        assertThat(announced.of(id).get(0))
                .contains("\"shopifyVariantId\":" + (id + 1))
                .contains("\"inventoryItemId\":" + (id + 501))
                .contains("\"odooProductId\":" + link.variants().get(0).productId());
    }

    @Test
    void whatShopifySaysAsAtTheLastSyncCostsNoCall() {
        // Given
        tables.receive(shirt("Shirt", NOW));
        tables.processed(id);
        rename(tables.link(id).orElseThrow(), "Renamed by people");

        // When
        tables.receive(shirt("Shirt", NOW.plusSeconds(60)).replace("product-" + id, "other-handle-" + id));

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.processed(id).note()).startsWith("nothing to change: as it was"));
        assertThat(template(tables.link(id).orElseThrow()).name()).isEqualTo("Renamed by people");
    }

    @Test
    void deletedProductIsArchivedAndComesBack() {
        // Given
        tables.receive(shirt("Shirt", NOW));
        tables.processed(id);
        ProductLink link = tables.link(id).orElseThrow();

        // When
        tables.receive(Webhooks.deleted(id));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.processed(id).note()).startsWith("deleted in Shopify"));
        boolean archived = !template(link).active();
        tables.receive(shirt("Shirt", Instant.now().plusSeconds(60)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(template(link).active()).isTrue());
        tables.processed(id);

        // Then
        assertThat(archived).isTrue();
        assertThat(tables.link(id).orElseThrow().variants()).isEqualTo(link.variants());
    }

    @Test
    void ambiguousProductWaitsUntilAPersonLinksIt() {
        // Given
        odoo.data().product("A-" + id, "One", "1", 0);
        odoo.data().product("B-" + id, "Two", "1", 0);
        tables.receive(shirt("Shirt", NOW));
        ProductTables.Seen waiting = tables.failed(id);
        long one = products.havingVariants(odoos.of(store()), "default_code", List.of("A-" + id))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();

        // When
        as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("templateId", one))
                .put("/api/products/links/" + id)
                .then()
                .statusCode(200);
        tables.processed(id);

        // Then
        assertThat(waiting.message())
                .contains("matches several templates")
                .contains("'One'")
                .contains("'Two'");
        assertThat(waiting.remedy()).contains("/api/products/links/" + id);
        as("viewer")
                .get("/api/products/links/" + id)
                .then()
                .body("templateId", equalTo((int) one))
                .body("inStep", equalTo(true))
                .body("variants", hasSize(2));
    }

    @Test
    void productsOfOneSkuAndProductsWithoutAnyAreTemplatesOfTheirOwn() {
        // When
        tables.receive(
                shirt("Shirt", NOW),
                Webhooks.product(id + 3, "Same SKU", NOW, new Sold(id + 4, "S", "A-" + id, "9.00")),
                Webhooks.product(
                        id + 5,
                        "Without " + id,
                        NOW,
                        new Sold(id + 6, "S", "", "9.00"),
                        new Sold(id + 7, "M", "", "9.50")));
        List<Long> ids = List.of(id, id + 3, id + 5);
        ids.forEach(tables::processed);

        // Then
        assertThat(ids)
                .extracting(each -> tables.link(each).orElseThrow().templateId())
                .doesNotHaveDuplicates();
        assertThat(tables.link(id + 3).orElseThrow().variants()).hasSize(1);
        assertThat(tables.link(id + 5).orElseThrow().variants()).hasSize(2);
        assertThat(template(tables.link(id + 5).orElseThrow())
                        .content()
                        .orElseThrow()
                        .variants())
                .extracting(variant -> variant.sku().orElseThrow())
                .containsExactly("", "");
    }

    @Test
    void linksAreFoundAndForgottenByOperatorsAlone() {
        // Given
        tables.receive(shirt("Findable " + id, NOW));
        tables.processed(id);

        // Then
        as("viewer").get("/api/products/links?q=A-" + id).then().body("productId", equalTo(List.of((int) id)));
        as("viewer").get("/api/products/links?q=findable " + id).then().body("", hasSize(1));
        as("viewer").delete("/api/products/links/" + id).then().statusCode(403);
        as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("templateId", 999_999_999))
                .put("/api/products/links/" + id)
                .then()
                .statusCode(400)
                .body("detail", containsString("no such product template"));
        as("operator").delete("/api/products/links/1").then().statusCode(404);
        as("operator").delete("/api/products/links/" + id).then().statusCode(204);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tables.link(id)).isPresent());
    }

    @Test
    void changesInOdooAreFoundByThePoll() {
        // Given
        tables.receive(shirt("Shirt", NOW));
        tables.processed(id);
        ProductLink link = tables.link(id).orElseThrow();
        ScheduledTask poll = tasks.stream()
                .filter(task -> task.name().equals("odoo-products"))
                .findFirst()
                .orElseThrow();

        // When
        // Other tests' products may still be in work when it begins.
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(poll.run(store()).await().atMost(LIMIT)).endsWith("news of 0"));
        odoo.data()
                .call(
                        "product.product",
                        "write",
                        Map.of(
                                "ids",
                                        List.of(link.variants()
                                                .get(0)
                                                .productId()
                                                .value()),
                                "vals", Map.of("barcode", "BC" + id)));
        poll.run(store()).await().atMost(LIMIT);

        // Then
        assertThat(tables.rawOfOdoo(link.templateId().value())).contains("BC" + id);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                tables.seenInOdoo(link.templateId().value()).status())
                        .isEqualTo("PROCESSED"));
    }

    private String shirt(String title, Instant updatedAt) {
        return Webhooks.product(
                id,
                title,
                updatedAt,
                new Sold(id + 1, "S", "A-" + id, "10.00"),
                new Sold(id + 2, "M", "B-" + id, "12.00"));
    }

    private OdooProduct template(ProductLink link) {
        long template = link.templateId().value();
        OdooProduct product = products.read(odoos.of(store()), List.of(template))
                .await()
                .atMost(LIMIT)
                .get(template);
        assertThat(product.variants()).extracting(OdooVariant::productId).isNotEmpty();
        return product;
    }

    private void rename(ProductLink link, String name) {
        odoo.data()
                .call(
                        "product.template",
                        "write",
                        Map.of("ids", List.of(link.templateId().value()), "vals", Map.of("name", name)));
    }

    private Store store() {
        return stores.all().get(0);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(signer.token(role));
    }
}
