package io.shopoms.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.fixtures.FeedSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Product;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed with more products than are written by calls of their own. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(value = FeedSimulators.class, restrictToAnnotatedClass = true)
class ManyFeedProductsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int PRODUCTS = 300;
    private static final int FEW = 60;

    ShopifySimulator shopify;
    TokenSigner signer;
    Path files;

    @Inject
    Migrations migrations;

    @Inject
    ProductTables tables;

    @BeforeEach
    void waitForTables() {
        migrations.done().await().atMost(LIMIT);
        // What the service asks Shopify by itself would count among the calls of a test.
        tables.lookedFor();
        shopify.faults().clear();
        shopify.bulk().take(Duration.ZERO);
    }

    @Test
    void manyProductsAreWrittenWithAFewFilesAndOneThatIsRefusedFailsAlone() throws IOException {
        // Given: a value that is longer than Shopify takes
        feed("files");
        write("files", PRODUCTS, 7, "x".repeat(300));
        shopify.requests().clear();

        // When
        String run = run("files");

        // Then
        ended(run, Map.of("created", PRODUCTS - 1, "failed", 1));
        assertThat(created("files")).hasSize(PRODUCTS - 1);
        Map<String, Long> calls = shopify.requests().counts();
        assertThat(calls.getOrDefault("BulkRunMutation", 0L)).as("%s", calls).isBetween(1L, 6L);
        assertThat(calls).doesNotContainKey("ProductByHandle");
        assertThat(calls.getOrDefault("ProductSet", 0L)).as("%s", calls).isLessThanOrEqualTo(1L);
        assertThat(calls.values().stream().mapToLong(Long::longValue).sum())
                .as("%s", calls)
                .isLessThan(PRODUCTS / 5);
        assertThat(call().get("/api/logs/" + run + "/records?result=failed")
                        .jsonPath()
                        .getString("[0].record"))
                .isEqualTo("files-7");
    }

    @Test
    void anOperationOfWhichTheAnswerIsLostDoublesNothing() throws IOException {
        // Given
        feed("lost");
        write("lost", PRODUCTS, -1, "");
        shopify.faults().add(Fault.lostResponse("BulkRunMutation"));

        // When
        String run = run("lost");

        // Then
        ended(run, Map.of("created", PRODUCTS));
        assertThat(shopify.faults().pending()).isEmpty();
        assertThat(created("lost")).hasSize(PRODUCTS).doesNotHaveDuplicates();
    }

    @Test
    void anOperationThatIsStillAtWorkWhileItsProductsAreTriedAgainDoublesNothing() throws IOException {
        // Given: the worker loses sight of an operation that writes only later
        feed("late");
        write("late", FEW, -1, "");
        shopify.bulk().take(Duration.ofSeconds(2));
        shopify.faults().add(Fault.lostResponse("BulkRunMutation").times(2));

        // When
        String run = run("late");

        // Then
        ended(run, Map.of("created", FEW));
        assertThat(created("late")).hasSize(FEW).doesNotHaveDuplicates();
    }

    private void feed(String id) {
        String body = """
                {"id": "%1$s", "name": "%1$s", "connection_type": "file", "credentials": {"filePath": "%1$s.csv"},
                 "mapping": {"title": "name", "variant.sku": "sku", "variant.price": "price",
                             "option1.name": {"constant": "Size"}, "option1.value": "size"}}
                """.formatted(id);
        call().body(body).post("/api/configs").then().statusCode(201);
    }

    /** @param odd the row with the size {@code oddSize} */
    private void write(String feed, int products, int odd, String oddSize) throws IOException {
        Files.writeString(
                files.resolve(feed + ".csv"),
                IntStream.range(0, products)
                        .mapToObj(i -> feed + "-" + i + ",The " + feed + " " + i + "," + (i == odd ? oddSize : "S")
                                + ",9.00\n")
                        .collect(Collectors.joining("", "sku,name,size,price\n", "")));
    }

    private String run(String feed) {
        return call().body("{}")
                .post("/api/sync/" + feed)
                .then()
                .statusCode(202)
                .extract()
                .path("run");
    }

    private void ended(String run, Map<String, Integer> results) {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath log = call().get("/api/logs/" + run).jsonPath();
            assertThat(log.getString("status")).as(log.prettify()).isEqualTo("completed");
            assertThat(log.getInt("results.open")).as(log.prettify()).isZero();
            assertThat(log.<String, Integer>getMap("results")).containsAllEntriesOf(results);
        });
    }

    private List<String> created(String feed) {
        return shopify.catalog().products().stream()
                .map(Product::title)
                .filter(title -> title.startsWith("The " + feed + " "))
                .toList();
    }

    private RequestSpecification call() {
        return given().header("Authorization", "Bearer " + signer.token("operator"))
                .contentType("application/json");
    }
}
