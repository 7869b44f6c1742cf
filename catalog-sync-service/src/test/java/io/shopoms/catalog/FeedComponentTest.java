package io.shopoms.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.fixtures.FeedSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sync.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(value = FeedSimulators.class, restrictToAnnotatedClass = true)
class FeedComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEADER = "parent;sku;name;size;price\n";

    ShopifySimulator shopify;
    TokenSigner signer;
    Path files;

    @Inject
    Migrations migrations;

    @Inject
    ProductTables tables;

    @Inject
    Database database;

    @BeforeEach
    void waitForTables() {
        migrations.done().await().atMost(LIMIT);
        // What the service asks Shopify by itself would count among the calls of a test.
        tables.lookedFor();
        shopify.faults().clear();
    }

    @Test
    void aFeedCreatesUpdatesAndArchives() throws IOException {
        // Given
        feed("shirts", "shirts.csv", "\"removal_limit\": 60");
        write("shirts.csv", "T1;T1-S;Tee;S;12,50 €", "T1;T1-M;Tee;M;12,50 €", "T2;T2-S;Hoodie;S;40,00");

        // When
        String first = run("shirts");

        // Then
        ended(first, "created", 2);
        Product tee = product("T1-S");
        assertThat(tee.title()).isEqualTo("Tee");
        assertThat(tee.variants())
                .extracting(v -> v.sku() + " " + v.title() + " " + v.price().toPlainString())
                .containsExactly("T1-S S 12.50", "T1-M M 12.50");

        // And when: one price changes, one variant comes, one product goes
        write("shirts.csv", "T1;T1-S;Tee;S;13,00", "T1;T1-M;Tee;M;12,50", "T1;T1-L;Tee;L;12,50");
        shopify.requests().clear();
        String second = run("shirts");

        // Then
        ended(second, "archived", 1);
        ended(second, "updated", 1);
        assertThat(product("T1-S").variants())
                .extracting(v -> v.sku() + " " + v.price().toPlainString())
                .containsExactly("T1-S 13.00", "T1-M 12.50", "T1-L 12.50");
        assertThat(product("T2-S").status().name()).isEqualTo("ARCHIVED");
        assertThat(records(second)).containsEntry("T1", "updated").containsEntry("T2", "archived");

        // And when it comes back
        write(
                "shirts.csv",
                "T1;T1-S;Tee;S;13,00",
                "T1;T1-M;Tee;M;12,50",
                "T1;T1-L;Tee;L;12,50",
                "T2;T2-S;Hoodie;S;40,00");
        String third = run("shirts");

        // Then
        ended(third, "updated", 1);
        assertThat(product("T2-S").status().name()).isEqualTo("ACTIVE");
    }

    @Test
    void anUnchangedFileCausesNoWorkAndAChangedOneOnlyForItsChanges() throws IOException {
        // Given
        feed("many", "many.csv", "");
        String[] rows = IntStream.range(0, 100)
                .mapToObj(i -> "P" + i + ";P" + i + "-1;Product " + i + ";S;9.00")
                .toArray(String[]::new);
        write("many.csv", rows);
        ended(run("many"), "created", 100);

        // When
        String again = run("many");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(log(again).getString("status")).isEqualTo("unchanged"));

        // And when
        rows[7] = "P7;P7-1;Product seven;S;9.00";
        write("many.csv", rows);
        shopify.requests().clear();
        String changed = run("many");

        // Then
        ended(changed, "updated", 1);
        assertThat(log(changed).getLong("counters.changed")).isEqualTo(1);
        assertThat(shopify.requests().total()).isLessThanOrEqualTo(3);
    }

    @Test
    void aRunThatWouldRemoveTooMuchWaitsUntilItIsConfirmed() throws IOException {
        // Given
        feed("few", "few.csv", "");
        write("few.csv", "F1;F1-1;One;S;1.00", "F2;F2-1;Two;S;1.00", "F3;F3-1;Three;S;1.00");
        ended(run("few"), "created", 3);
        write("few.csv", "F1;F1-1;One, changed;S;1.00");

        // When
        String run = run("few");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(log(run).getString("status")).isEqualTo("waiting"));
        assertThat(log(run).getString("message"))
                .contains("would remove 2 of 3 products")
                .contains(run);
        assertThat(product("F1-1").title()).isEqualTo("One");

        // And when
        call("operator")
                .body("{\"confirm\": \"" + run + "\"}")
                .post("/api/sync/few")
                .then()
                .statusCode(202);

        // Then
        ended(run, "archived", 2);
        assertThat(product("F1-1").title()).isEqualTo("One, changed");
        call("operator")
                .body("{\"confirm\": \"" + run + "\"}")
                .post("/api/sync/few")
                .then()
                .statusCode(409);
    }

    @Test
    void badRowsAreNamedTheRestGoesOnAndNothingIsRemovedMeanwhile() throws IOException {
        // Given
        feed("odd", "odd.csv", "\"removal_limit\": 100");
        write("odd.csv", "O1;O1-1;One;S;1.00", "O2;O2-1;Two;S;1.00", "O3;O3-1;Three;S;1.00");
        ended(run("odd"), "created", 3);

        // When: a price of two meanings, an empty SKU, a SKU twice, a row that is none; O3 is missing
        write(
                "odd.csv",
                "O1;O1-1;One;S;1.234",
                "O2;;Two;S;1.00",
                "O4;O4-1;Four;S;1.00",
                "O5;SAME;Five;S;1.00",
                "O6;SAME;Six;S;1.00",
                "O7;\"oops;Seven;S;1.00",
                "O8;O8-1;Eight;S;1.00");
        String run = run("odd");

        // Then
        ended(run, "created", 2);
        assertThat(records(run))
                .containsEntry("O1", "failed")
                .containsEntry("O2", "failed")
                .containsEntry("O5", "failed")
                .containsEntry("O6", "failed")
                .containsEntry("row 6 (line 7)", "unreadable")
                .containsEntry("O4", "created")
                .containsEntry("O8", "created")
                .doesNotContainKey("O3");
        assertThat(log(run).getString("message")).contains("some rows could not be read");
        assertThat(product("O3-1").status().name()).isEqualTo("ACTIVE");
        assertThat(product("O1-1").variants().get(0).price()).isEqualByComparingTo("1.00");
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndWritesNothing() throws IOException {
        // Given
        Product existing = shopify.catalog().create("DRY-1", "Before", "5.00");
        feed("dry", "dry.csv", "");
        write("dry.csv", "D1;DRY-1;After;S;6.00", "D2;DRY-2;New;S;1.00");

        // When
        String run = call("operator")
                .body("{\"dryRun\": true}")
                .post("/api/sync/dry")
                .then()
                .statusCode(202)
                .extract()
                .path("run");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(log(run).getString("status")).isEqualTo("completed"));
        assertThat(records(run)).containsEntry("D1", "updated").containsEntry("D2", "created");
        JsonPath told = call("viewer")
                .get("/api/logs/" + run + "/records?result=updated")
                .jsonPath();
        assertThat(told.getList("[0].changes.variantAdded")).contains("S (DRY-1)");
        assertThat(told.getString("[0].changes.find { it.field == 'title' }.before"))
                .isEqualTo("Before");
        assertThat(shopify.catalog().product(existing.id()).title()).isEqualTo("Before");
        assertThat(find("DRY-2")).isEmpty();
    }

    @Test
    void skusOfAnotherFeedAndOfSeveralProductsInShopifyAreNamed() throws IOException {
        // Given
        feed("one", "one.csv", "");
        feed("two", "two.csv", "");
        write("one.csv", "A;OWN-1;First;S;1.00");
        ended(run("one"), "created", 1);
        shopify.catalog().create("AMB-1", "Here", "1.00");
        shopify.catalog().create("AMB-1", "There", "1.00");

        // When
        write("two.csv", "B;OWN-1;Second;S;1.00", "C;AMB-1;Which;S;1.00");
        String run = run("two");

        // Then
        ended(run, "failed", 2);
        String told = call("viewer").get("/api/logs/" + run + "/records").asString();
        assertThat(told).contains("the SKU 'OWN-1' belongs to the feed 'one'").contains("several products in Shopify");
    }

    @Test
    void secretsAreNeverAnsweredAndStayWhenTheyAreLeftOut() {
        // Given
        String body = """
                {"id": "secret", "name": "Secret", "connection_type": "ftp", "credentials": {"host": "127.0.0.1",
                 "port": 1, "username": "u", "password": "hunter2", "filePath": "/a.csv"},
                 "mapping": {"title": "name", "variant.sku": "sku"}}
                """;

        // When
        ValidatableResponse created =
                call("operator").body(body).post("/api/configs").then().statusCode(201);

        // Then
        assertThat(created.extract().asString())
                .doesNotContain("hunter2")
                .contains("\"credentials_set\":[\"password\"]");
        call("operator")
                .body(body.replace("\"password\": \"hunter2\", ", ""))
                .put("/api/configs/secret")
                .then()
                .statusCode(200);
        assertThat(call("viewer").get("/api/configs").asString()).doesNotContain("hunter2");
        assertThat(call("viewer").get("/api/configs/secret").jsonPath().getList("credentials_set"))
                .containsExactly("password");
        call("viewer").body(body).post("/api/configs").then().statusCode(403);
        call("operator").body(body).post("/api/configs").then().statusCode(409);
        String wrong = call("operator")
                .body(body.replace("ftp", "gopher"))
                .put("/api/configs/secret")
                .then()
                .statusCode(422)
                .extract()
                .path("detail");
        assertThat(wrong).contains("connection_type: 'gopher' is none of");

        // And: a feed that cannot be fetched says so
        String run = run("secret");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(log(run).getString("status")).isEqualTo("failed"));
        assertThat(log(run).getString("failure.message")).contains("127.0.0.1:/a.csv does not answer");
        call("operator").delete("/api/configs/secret").then().statusCode(204);
        call("viewer").get("/api/configs/secret").then().statusCode(404);
    }

    @Test
    void aFeedRunsByItselfWhenItsTimeHasCome() throws IOException {
        // Given
        feed("timed", "timed.csv", "\"sync_frequency\": \"24\"");
        write("timed.csv", "Z1;Z1-1;Timed;S;1.00");

        // When
        database.query("update feed_config set next_run_at = now() where id = 'timed'", Tuple.tuple())
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(find("Z1-1")).isPresent());
        assertThat(call("viewer").get("/api/configs/timed/logs").jsonPath().getList("requestedBy"))
                .containsExactly("schedule");
        assertThat(call("viewer").get("/api/sync/status").jsonPath().getList("config"))
                .contains("timed");
    }

    @Test
    void aProductWhoseKeyIsRenamedStaysTheSameInShopify() throws IOException {
        // Given
        feed("renamed", "renamed.csv", "\"removal_limit\": 100");
        write("renamed.csv", "K1;KEY-1;One;S;1.00", "K2;KEY-2;Two;S;1.00");
        ended(run("renamed"), "created", 2);
        long id = product("KEY-1").id();

        // When
        write("renamed.csv", "k1 ;KEY-1;One, renamed;S;1.00", "K2;KEY-2;Two;S;1.00");
        String run = run("renamed");

        // Then
        ended(run, "updated", 1);
        assertThat(records(run)).containsEntry("k1", "updated").containsEntry("K1", "kept");
        assertThat(all("KEY-1")).singleElement().satisfies(product -> {
            assertThat(product.id()).isEqualTo(id);
            assertThat(product.title()).isEqualTo("One, renamed");
            assertThat(product.status().name()).isEqualTo("ACTIVE");
        });
    }

    @Test
    void variantsThatMoveBetweenProductsEndInOneOfThem() throws IOException {
        // Given
        feed("regrouped", "regrouped.csv", "\"removal_limit\": 100");
        write(
                "regrouped.csv",
                "G1;MV-S;One;S;1.00",
                "G1;MV-M;One;M;1.00",
                "G3;MV-X;Three;X;1.00",
                "G4;MV-Y;Four;Y;1.00");
        ended(run("regrouped"), "created", 3);

        // When: a variant becomes a product of its own, and a product becomes a variant of another
        write(
                "regrouped.csv",
                "G1;MV-S;One;S;1.00",
                "G2;MV-M;Two;M;1.00",
                "G3;MV-X;Three;X;1.00",
                "G3;MV-Y;Three;Y;1.00");
        String run = run("regrouped");

        // Then
        ended(run, "archived", 1);
        assertThat(records(run))
                .containsEntry("G1", "updated")
                .containsEntry("G2", "created")
                .containsEntry("G3", "updated")
                .containsEntry("G4", "archived");
        assertThat(all("MV-M"))
                .singleElement()
                .satisfies(product -> assertThat(product.title()).isEqualTo("Two"));
        assertThat(all("MV-Y"))
                .filteredOn(product -> product.status().name().equals("ACTIVE"))
                .singleElement()
                .satisfies(product -> assertThat(product.title()).isEqualTo("Three"));
    }

    @Test
    void aProductThatSomebodyMadeAnewInShopifyIsGoneOnWith() throws IOException {
        // Given
        feed("anew", "anew.csv", "");
        write("anew.csv", "N1;NEW-1;One;S;1.00");
        ended(run("anew"), "created", 1);
        shopify.catalog().delete(product("NEW-1").id());
        long id = shopify.catalog().create("NEW-1", "By hand", "1.00").id();

        // When
        write("anew.csv", "N1;NEW-1;One, changed;S;1.00");
        ended(run("anew"), "updated", 1);

        // Then
        assertThat(all("NEW-1")).singleElement().satisfies(product -> {
            assertThat(product.id()).isEqualTo(id);
            assertThat(product.title()).isEqualTo("One, changed");
        });
    }

    @Test
    void aConfirmedRunRemovesNothingWhileRowsCannotBeRead() throws IOException {
        // Given
        feed("hurt", "hurt.csv", "");
        write("hurt.csv", "H1;H1-1;One;S;1.00", "H2;H2-1;Two;S;1.00", "H3;H3-1;Three;S;1.00");
        ended(run("hurt"), "created", 3);
        write("hurt.csv", "H1;H1-1;One, changed;S;1.00", "H2;\"oops;Two;S;1.00");

        // When
        String run = run("hurt");
        status(run, "waiting");
        confirm("hurt", run, 202);

        // Then
        ended(run, "updated", 1);
        assertThat(log(run).getString("message")).contains("2 products are not in the feed; none is removed");
        assertThat(product("H2-1").status().name()).isEqualTo("ACTIVE");
        assertThat(product("H3-1").status().name()).isEqualTo("ACTIVE");
    }

    @Test
    void anEmptyFileIsAskedAboutWhateverTheLimitIs() throws IOException {
        // Given
        feed("emptied", "emptied.csv", "\"removal_limit\": 100");
        write("emptied.csv", "E1;E1-1;One;S;1.00");
        ended(run("emptied"), "created", 1);

        // When
        Files.writeString(files.resolve("emptied.csv"), HEADER);
        String run = run("emptied");

        // Then
        status(run, "waiting");
        assertThat(log(run).getString("message")).contains("is empty, and would remove all 1 products");
        assertThat(product("E1-1").status().name()).isEqualTo("ACTIVE");
    }

    @Test
    void aRunThatWaitsOutlivesAPreviewAndDiesWithTheConfigurationItWasReadBy() throws IOException {
        // Given
        feed("waits", "waits.csv", "");
        write("waits.csv", "W1;W1-1;One;S;1.00", "W2;W2-1;Two;S;1.00");
        ended(run("waits"), "created", 2);
        write("waits.csv", "W1;W1-1;One;S;1.00");
        String waiting = run("waits");
        status(waiting, "waiting");

        // When
        String dry = run("waits", "{\"dry_run\": true}");
        status(dry, "completed");

        // Then
        status(waiting, "waiting");

        // And when: what was answered is sent back
        String config = call("viewer").get("/api/configs/waits").asString();
        call("operator").body(config).put("/api/configs/waits").then().statusCode(200);
        confirm("waits", waiting, 202);

        // Then
        status(waiting, "failed");
        assertThat(log(waiting).getString("failure.message")).contains("configuration was changed");
        assertThat(product("W2-1").status().name()).isEqualTo("ACTIVE");
        assertThat(staged(waiting)).isZero();
    }

    @Test
    void aMisspelledRequestStartsNoRun() throws IOException {
        // Given
        feed("spelled", "spelled.csv", "");
        write("spelled.csv", "SP;SP-1;One;S;1.00");

        // Then
        for (String body : List.of(
                "{\"dryrun\": true}",
                "{\"dryRun\": \"yes\"}",
                "[]",
                "{\"dryRun\": true, \"confirm\": \"00000000-0000-0000-0000-000000000001\"}")) {
            call("operator").body(body).post("/api/sync/spelled").then().statusCode(400);
        }
        assertThat(call("viewer").get("/api/configs/spelled/logs").jsonPath().getList("id"))
                .isEmpty();
    }

    @Test
    void theSameFileIsReadAgainWhenItMeansSomethingElseOrAnotherOneTookEffectInPart() throws IOException {
        // Given
        feed("again", "again.csv", "");
        write("again.csv", "AG;AG-1;One;S;1.00");
        ended(run("again"), "created", 1);
        status(run("again"), "unchanged");

        // When: feeds led nothing when it was read
        sql("update feed_run set policy = '[]' where config_id = 'again'");
        sql("update feed_product set content_hash = '' where config_id = 'again'");
        sql("update feed_product_cache set content_hash = '' where feed = 'again'");
        String other = run("again");

        // Then
        ended(other, "unchanged", 1);

        // And when: another file was handed over in part
        sql("insert into feed_run (id, config_id, store, status, dry_run, requested_by, revision, products)"
                + " values (gen_random_uuid(), 'again', 'acme.myshopify.com', 'FAILED', false, 'test', 1, 1)");

        // Then
        status(run("again"), "completed");
    }

    @Test
    void aFeedWhoseKeyIsLostIsShownAndCanBeGivenItsSecretsAgain() {
        // Given
        String body = """
                {"id": "keyless", "name": "Keyless", "connection_type": "ftp", "credentials": {"host": "127.0.0.1",
                 "port": 1, "username": "u", "password": "hunter2", "filePath": "/a.csv"},
                 "mapping": {"title": "name", "variant.sku": "sku"}}
                """;
        call("operator").body(body).post("/api/configs").then().statusCode(201);

        // When
        sql("update feed_config set secret_key = 'lost' where id = 'keyless'");

        // Then
        call("viewer").get("/api/configs").then().statusCode(200);
        call("operator")
                .body(body.replace("\"password\": \"hunter2\", ", ""))
                .put("/api/configs/keyless")
                .then()
                .statusCode(422);
        call("operator").body(body).put("/api/configs/keyless").then().statusCode(200);
        assertThat(call("viewer").get("/api/configs/keyless").jsonPath().getList("credentials_set"))
                .containsExactly("password");
    }

    private void feed(String id, String file, String more) {
        String body = """
                {"id": "%s", "name": "%s", "connection_type": "file", "credentials": {"filePath": "%s"},
                 "format_options": {"delimiter": ";"}, "product_key": "parent", %s
                 "mapping": {"title": "name", "variant.sku": "sku", "variant.price": {"source": "price"%s},
                             "option1.name": {"constant": "Size"}, "option1.value": "size"}}
                """.formatted(
                        id,
                        id,
                        file,
                        more.isEmpty() ? "" : more + ",",
                        id.equals("shirts") ? ", \"decimal_form\": \"comma\"" : "");
        call("operator").body(body).post("/api/configs").then().statusCode(201);
    }

    private void write(String file, String... rows) throws IOException {
        Files.writeString(files.resolve(file), HEADER + Stream.of(rows).collect(Collectors.joining("\n", "", "\n")));
    }

    private String run(String feed) {
        return run(feed, "{}");
    }

    private String run(String feed, String body) {
        return call("operator")
                .body(body)
                .post("/api/sync/" + feed)
                .then()
                .statusCode(202)
                .extract()
                .path("run");
    }

    private void ended(String run, String result, int count) {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath log = log(run);
            assertThat(log.getString("status")).as(log.prettify()).isEqualTo("completed");
            assertThat(log.getInt("results.open")).as(log.prettify()).isZero();
            assertThat(log.getMap("results")).containsEntry(result, count);
        });
    }

    private void sql(String statement) {
        database.query(statement, Tuple.tuple()).await().atMost(LIMIT);
    }

    private long staged(String run) {
        return database.query(
                        "select count(*) as rows from feed_stage where run_id = $1", Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong("rows");
    }

    private void status(String run, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(log(run).getString("status")).isEqualTo(status));
    }

    private void confirm(String feed, String run, int status) {
        call("operator")
                .body("{\"confirm\": \"" + run + "\"}")
                .post("/api/sync/" + feed)
                .then()
                .statusCode(status);
    }

    private List<Product> all(String sku) {
        return shopify.catalog().products().stream()
                .filter(product -> product.variants().stream()
                        .anyMatch(variant -> variant.sku().equals(sku)))
                .toList();
    }

    private Map<String, String> records(String run) {
        return call("viewer").get("/api/logs/" + run + "/records?limit=500").jsonPath().getList("", Map.class).stream()
                .collect(Collectors.toMap(each -> (String) each.get("record"), each -> (String) each.get("result")));
    }

    private JsonPath log(String run) {
        return call("viewer").get("/api/logs/" + run).jsonPath();
    }

    private Product product(String sku) {
        return find(sku).orElseThrow();
    }

    private Optional<Product> find(String sku) {
        return shopify.catalog().products().stream()
                .filter(product -> product.variants().stream()
                        .anyMatch(variant -> variant.sku().equals(sku)))
                .findFirst();
    }

    private RequestSpecification call(String role) {
        return given().header("Authorization", "Bearer " + signer.token(role)).contentType("application/json");
    }
}
