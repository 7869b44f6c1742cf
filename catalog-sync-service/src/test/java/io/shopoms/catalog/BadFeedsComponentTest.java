package io.shopoms.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.fixtures.FeedSimulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Product;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that cannot be had or read ends its run with a reason and what to do, and takes nothing out of the shop. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(value = FeedSimulators.class, restrictToAnnotatedClass = true)
class BadFeedsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String GOOD = "<c><product><sku>%1$s-1</sku><name>One</name></product>"
            + "<product><sku>%1$s-2</sku><name>Two</name></product></c>";

    ShopifySimulator shopify;
    TokenSigner signer;
    Path files;

    @Inject
    Migrations migrations;

    @BeforeEach
    void waitForTables() {
        migrations.done().await().atMost(LIMIT);
    }

    @Test
    void anXmlBombEndsItsRunByNameAndNothingIsRemoved() throws IOException {
        // Given
        feed("bomb", "bomb.xml");
        write("bomb.xml", GOOD.formatted("BOMB"));
        ended(run("bomb"), "completed");

        // When
        write("bomb.xml", """
                <!DOCTYPE c [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <c><product><sku>&b;</sku><name>x</name></product></c>""");
        JsonPath failed = ended(run("bomb"), "failed");

        // Then
        assertThat(failed.getString("failure.kind")).isEqualTo("InvalidPayload");
        assertThat(failed.getString("failure.message")).contains("DOCTYPE");
        assertThat(failed.getString("failure.remedy")).isNotBlank();
        assertThat(statuses("BOMB")).containsExactly("ACTIVE", "ACTIVE");
    }

    @Test
    void jsonThatBreaksInTheMiddleIsNamedWithItsLineAndNothingIsRemoved() throws IOException {
        // Given
        feed("broken", "broken.json");
        write("broken.json", """
                [{"sku": "BROKEN-1", "name": "One"},
                 {"sku": "BROKEN-2", "name": "Two"}]""");
        ended(run("broken"), "completed");

        // When
        write("broken.json", """
                [{"sku": "BROKEN-1", "name": "One, renamed"},
                 {"sku": BROKEN-2, "name": "Two"}]""");
        JsonPath failed = ended(run("broken"), "failed");

        // Then
        assertThat(failed.getString("failure.message")).contains("line 2");
        assertThat(statuses("BROKEN")).containsExactly("ACTIVE", "ACTIVE");
        assertThat(product("BROKEN-1").title()).isEqualTo("One");
    }

    @Test
    void aLineOfJsonLinesThatIsNoneIsNamedAndTheOthersGoOn() throws IOException {
        // Given
        feed("lines", "lines.jsonl");

        // When
        write("lines.jsonl", """
                {"sku": "LINES-1", "name": "One"}
                {"sku": LINES-2, "name": "Two"}
                {"sku": "LINES-3", "name": "Three"}
                """);
        JsonPath completed = ended(run("lines"), "completed");

        // Then
        assertThat(completed.getMap("results")).containsEntry("created", 2).containsEntry("unreadable", 1);
        assertThat(call("viewer")
                        .get("/api/logs/" + completed.getString("id") + "/records?result=unreadable")
                        .jsonPath()
                        .getString("[0].record"))
                .contains("line 2");
        assertThat(product("LINES-3").title()).isEqualTo("Three");
    }

    @Test
    void aHostOfTheInnerNetworkIsNotAskedAndWrongCredentialsAreTheAdministratorsToPutRight() throws IOException {
        // Given
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            web("metadata", "http://169.254.169.254/latest/meta-data");
            web("locked", "http://127.0.0.1:" + server.getAddress().getPort() + "/products.json");

            // When
            JsonPath metadata = ended(run("metadata"), "failed");
            JsonPath locked = ended(run("locked"), "failed");

            // Then
            assertThat(metadata.getString("failure.kind")).isEqualTo("Misconfigured");
            assertThat(metadata.getString("failure.message")).contains("169.254.169.254");
            assertThat(metadata.getString("failure.remedy")).contains("SHOPOMS_CATALOG_FEEDS_ALLOW_HOSTS");
            assertThat(locked.getString("failure.kind")).isEqualTo("Misconfigured");
            assertThat(locked.getString("failure.message")).contains("credentials");
            assertThat(locked.prettify() + metadata.prettify()).doesNotContain("hunter2");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPathThatLeavesTheDirectoryAndATypeThatShopifyLacksAreRefusedBeforeAnyRun() {
        // When
        List<String> problems = List.of(refused("""
                        {"id": "up", "name": "Up", "connection_type": "file", "credentials": {"filePath": "../up.csv"},
                         "mapping": {"title": "name", "variant.sku": "sku"}}"""), refused("""
                        {"id": "type", "name": "Type", "connection_type": "file", "credentials": {"filePath": "type.csv"},
                         "mapping": {"title": "name", "variant.sku": "sku"},
                         "metafield_mappings": [{"sourceKey": "a", "metafieldNamespace": "custom", "metafieldKey": "care",
                                                 "metafieldType": "care_label"}]}"""));

        // Then
        assertThat(problems.get(0)).contains("credentials.filePath");
        assertThat(problems.get(1))
                .contains("metafield_mappings[0].metafieldType")
                .contains("care_label");
    }

    private void feed(String id, String file) {
        create("""
                {"id": "%s", "name": "%s", "connection_type": "file", "credentials": {"filePath": "%s"},
                 %s "removal_limit": 100, "mapping": {"title": "name", "variant.sku": "sku"}}""".formatted(
                id, id, file, file.endsWith(".xml") ? "\"format_options\": {\"record_element\": \"product\"}," : ""));
    }

    private void web(String id, String url) {
        create("""
                {"id": "%s", "name": "%s", "connection_type": "http",
                 "credentials": {"url": "%s", "username": "u", "password": "hunter2"}, "format": "json",
                 "mapping": {"title": "name", "variant.sku": "sku"}}""".formatted(id, id, url));
    }

    private void create(String body) {
        call("operator").body(body).post("/api/configs").then().statusCode(201);
    }

    private String refused(String body) {
        return call("operator")
                .body(body)
                .post("/api/configs")
                .then()
                .statusCode(422)
                .extract()
                .asString();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(files.resolve(file), text);
    }

    private String run(String feed) {
        return call("operator")
                .body("{}")
                .post("/api/sync/" + feed)
                .then()
                .statusCode(202)
                .extract()
                .path("run");
    }

    /** Waits until the run has this status and nothing of it is left to do. */
    private JsonPath ended(String run, String status) {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath log = log(run);
            assertThat(log.getString("status")).as(log.prettify()).isEqualTo(status);
            Map<String, Integer> results = log.getMap("results");
            assertThat(results.getOrDefault("open", 0)).as(log.prettify()).isZero();
        });
        return log(run);
    }

    private JsonPath log(String run) {
        return call("viewer").get("/api/logs/" + run).jsonPath();
    }

    private List<String> statuses(String prefix) {
        return List.of(
                product(prefix + "-1").status().name(),
                product(prefix + "-2").status().name());
    }

    private Product product(String sku) {
        return shopify.catalog().products().stream()
                .filter(product -> product.variants().stream().anyMatch(variant -> sku.equals(variant.sku())))
                .findFirst()
                .orElseThrow();
    }

    private RequestSpecification call(String role) {
        return given().header("Authorization", "Bearer " + signer.token(role)).contentType("application/json");
    }
}
