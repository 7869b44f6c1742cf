package io.shopoms.inventory.ops;

import static io.restassured.RestAssured.given;
import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.inventory.cache.LocationChoices;
import io.shopoms.inventory.cache.LocationChoices.Answer;
import io.shopoms.inventory.cache.MappedLocation.Source;
import io.shopoms.inventory.cache.StockOrders;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderStored;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.odoo.OdooSimulator;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class StockRestComponentTest {

    private static final UUID DRIFT = UUID.fromString("7f3d8c1e-0000-4000-8000-000000000001");

    @Inject
    LocationChoices choices;

    @Inject
    StockTables tables;

    @Inject
    StockOrders orders;

    OdooSimulator odoo;
    TokenSigner signer;

    /** What was started here does not go on where there is a Shopify. */
    @AfterEach
    void jobsEnd() {
        tables.execute("delete from sync_job");
    }

    @BeforeEach
    void item1IsLinkedAndLocation9IsKnown() {
        tables.clear();
        tables.link(ACME, 1, 70);
        tables.execute("insert into location (store, location_id, name, active, known, position) values ('" + ACME
                + "', 9, 'Shop', true, true, 1), ('" + ACME + "', 10, 'Depot', false, true, 2)");
        tables.nothingIsDue();
    }

    @Test
    void aViewerReadsAndDoesNotChange() {
        as("viewer").get("/api/links?store=" + ACME).then().statusCode(200);
        as("viewer").post("/api/links/1/disable?store=" + ACME).then().statusCode(403);
        given().get("/api/links").then().statusCode(401);
    }

    @Test
    void itemsArePagedAndFound() {
        // Given
        for (long id = 2; id <= 5; id++) {
            tables.link(ACME, id, 70 + id);
        }

        // When
        Set<Integer> seen = new HashSet<>();
        String next = "";
        while (next != null) {
            var page = operator("GET", "/api/links?store=" + ACME + "&limit=2&after=" + next, "")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.inventoryItemId", Integer.class));
            next = page.getString("next");
        }

        // Then
        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        operator("GET", "/api/links?store=" + ACME + "&q=sku-3&state=linked", "")
                .body("items", hasSize(1))
                .body("items[0].productId", equalTo(73));
        operator("GET", "/api/links?state=odd", "").statusCode(400).body("detail", containsString("UNLINKED"));
    }

    @Test
    void anItemIsLinkedBySkuAndWhatIsNotUniqueIsNamed() {
        // Given
        long mug = odoo.data().product("REST-MUG", "Mug", "5.00", 3);
        odoo.data().product("REST-TWIN", "Twin one", "5.00", 3);
        odoo.data().product("REST-TWIN", "Twin two", "5.00", 3);

        // Then
        link("\"inventoryItemId\":8,\"sku\":\"REST-MUG\"")
                .statusCode(200)
                .body("productId", equalTo((int) mug))
                .body("chosenBy", equalTo("test-operator"));
        assertThat(tables.due()).containsExactly(item(ACME, 8));
        link("\"inventoryItemId\":8,\"sku\":\"REST-TWIN\"")
                .statusCode(409)
                .body("detail", containsString("Twin two"))
                .body("detail", containsString("productId"));
        link("\"inventoryItemId\":8,\"sku\":\"REST-NONE\"").statusCode(404).body("detail", containsString("REST-NONE"));
        link("\"variantId\":999999,\"productId\":" + mug)
                .statusCode(404)
                .body("detail", containsString("inventoryItemId"));
        link("\"variantId\":1001,\"productId\":" + mug).statusCode(200).body("inventoryItemId", equalTo(1));
        link("\"sku\":\"REST-MUG\"").statusCode(400);
        link("\"inventoryItemId\":8,\"productId\":-4").statusCode(400);
    }

    @Test
    void aLinkIsTakenAwayAndGivenBack() {
        operator("DELETE", "/api/links/1?store=" + ACME, "")
                .statusCode(200)
                .body("productId", nullValue())
                .body("catalogProductId", equalTo(70));
        operator("POST", "/api/links/1/release?store=" + ACME, "")
                .statusCode(200)
                .body("productId", equalTo(70))
                .body("chosenBy", nullValue());
        operator("POST", "/api/links/77/release?store=" + ACME, "").statusCode(404);
    }

    @Test
    void whatIsKeptForB2bAndAsBufferIsChosenAndWrittenDown() {
        // When
        operator("PUT", "/api/links/1/allocation?store=" + ACME, "{\"kind\":\"share\",\"percent\":20}")
                .statusCode(200)
                .body("allocation.kind", equalTo("share"));
        operator("PUT", "/api/links/1/buffer?store=" + ACME, "{\"units\":3}")
                .statusCode(200)
                .body("buffer", equalTo(3));
        operator("POST", "/api/links/1/disable?store=" + ACME, "").statusCode(200);

        // Then
        operator("GET", "/api/audit?store=" + ACME + "&item=1&source=person&limit=2", "")
                .statusCode(200)
                .body("items[0].detail", equalTo("stock is no longer written"))
                .body("items[0].actor", equalTo("test-operator"))
                .body("items[1].detail", containsString("3 units"));
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void choicesThatMakeNoSenseAreRefusedByName() {
        refused("allocation", "{\"kind\":\"share\",\"percent\":120}", 422, "percent");
        refused("allocation", "{\"kind\":\"share\"}", 400, "percent");
        refused("allocation", "{\"kind\":\"half\"}", 400, "kind");
        refused("allocation", "{\"kind\":\"fixed\",\"units\":-1}", 422, "units");
        refused("buffer", "{\"units\":2000000000}", 422, "units");
        refused("measured", "{\"measured\":\"grams\"}", 400, "measured");
        refused("buffer", "{\"units\":\"many\"}", 400, "units: expected a whole number");
        refused("buffer", "{\"units\":2.5}", 400, "units: expected a whole number");
        refused("buffer", "{\"units\":99999999999999999999}", 400, "");
        refused("buffer", "{\"unit\":5}", 400, "unit: there is no such member; expected units");
        refused("buffer", "[]", 400, "");
        refused("allocation", "{\"kind\":\"fixed\",\"units\":1.5}", 400, "units");
        refused("allocation", "{\"kind\":\"share\",\"percent\":1e400}", 422, "percent");
        operator("PUT", "/api/links/1/buffer?store=" + ACME, "null").statusCode(400);
        link("\"inventoryItemId\":8,\"productId\":12.7").statusCode(400).body("detail", containsString("productId"));
        link("\"inventoryItemId\":8.5,\"productId\":12").statusCode(400);
        link("\"inventoryItemId\":8,\"sku\":\"A\\u0000\"").statusCode(400).body("detail", containsString("sku"));
        assertThat(tables.text("select count(*) || ' ' || count(buffer) || count(allocation) from product_inventory"))
                .isEqualTo("1 00");
    }

    @Test
    void whatIsAskedBadlyIsAnsweredWithAProblemAndNeverByTheDatabase() {
        for (String path : List.of(
                "/api/links?limit=0",
                "/api/links?limit=501",
                "/api/links?limit=x",
                "/api/links?store=evil.example",
                "/api/links?q=%00",
                "/api/links?after=%27",
                "/api/audit?item=-1",
                "/api/audit?from=%2B999999999-01-01T00:00:00Z",
                "/api/audit?until=-999999999-01-01T00:00:00Z",
                "/api/audit?sku=" + "x".repeat(201),
                "/api/drifts?open=maybe",
                "/api/drifts?item=99999999999999999999",
                "/api/pending-orders?limit=-5&store=" + ACME)) {
            raw(path).statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
        }
        for (String search : List.of("'%20or%201=1--", "%25", "_", "%5C", "%27;drop%20table%20location;--")) {
            raw("/api/links?q=" + search).statusCode(200).body("items", hasSize(0));
        }
        for (String missing : List.of(
                "/api/links/9999999999999999999",
                "/api/links/0x1",
                "/api/stock/abc",
                "/api/drifts/" + UUID.randomUUID() + "/decide",
                "/api/nothing")) {
            operator("GET", missing, "").contentType("application/problem+json");
        }
        operator("POST", "/api/sync/0?store=" + ACME, "").statusCode(400);
        operator("POST", "/api/sync/99999999999999999999?store=" + ACME, "").statusCode(404);
        operator("POST", "/api/drifts/none/decide", "{\"decision\":\"correct\"}")
                .statusCode(400);
        operator("POST", "/api/drifts/" + UUID.randomUUID() + "/decide", "{\"decision\":\"correct\"}")
                .statusCode(404);
        operator("GET", "/api/links/1?store=" + BETA, "")
                .statusCode(404)
                .body("detail", containsString("of this store"));
        operator("PUT", "/api/links/1/buffer?store=" + BETA, "{\"units\":1}").statusCode(404);
    }

    @Test
    void whatOdooRefusesToTakeOverMayBeCorrected() {
        // Given
        drift();
        sources(9, "{\"kind\":\"warehouse\",\"id\":1}").statusCode(200);
        decide("adopt").statusCode(200);

        // Then
        decide("adopt").statusCode(409).body("detail", containsString("corrected instead"));
        decide("correct")
                .statusCode(200)
                .body("decision", equalTo("correct"))
                .body("decidedBy", equalTo("test-operator"));
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        decide("correct").statusCode(409);
    }

    @Test
    void whatIsOpenAboutAnItemEndsWithItsLink() {
        // Given
        drift();
        sources(9, "{\"kind\":\"warehouse\",\"id\":1}").statusCode(200);
        decide("adopt").statusCode(200);

        // When
        operator("DELETE", "/api/links/1?store=" + ACME, "").statusCode(200);

        // Then
        assertThat(tables.texts("select 1 from inventory_adoption")).isEmpty();
        decide("correct").statusCode(409).body("detail", containsString("stands for another product, or none"));
    }

    @Test
    void aLocationIsMappedAndItsSharesAreChecked() {
        // Given
        tables.nothingIsDue();

        // Then
        sources(9, "{\"kind\":\"warehouse\",\"id\":1,\"share\":0.7}")
                .statusCode(200)
                .body("served", equalTo(true))
                .body("sources[0].share", equalTo(0.7f));
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        sources(10, "{\"kind\":\"warehouse\",\"id\":1,\"share\":0.4}")
                .statusCode(422)
                .body("detail", containsString("1.1 of warehouse 1"));
        sources(10, "{\"kind\":\"warehouse\",\"id\":1,\"share\":0.3}")
                .statusCode(200)
                .body("served", equalTo(false))
                .body("problem", containsString("deactivated"));
        sources(10, "{\"kind\":\"warehouse\",\"id\":4711}").statusCode(422).body("detail", containsString("4711"));
        sources(10, "{\"kind\":\"shelf\",\"id\":1}").statusCode(400).body("detail", containsString("kind"));
        sources(77, "{\"kind\":\"warehouse\",\"id\":1,\"share\":0.1}").statusCode(404);
        operator("PUT", "/api/locations/9/sources?store=" + ACME, "{\"sources\":[]}")
                .statusCode(200)
                .body("problem", containsString("map it"));
    }

    @Test
    void sourcesOfWhichOneLiesInAnotherAreRefused() {
        // Given: the warehouse, and the shelf where all its goods lie
        int inside = operator("GET", "/api/locations/places?store=" + ACME, "")
                .extract()
                .path("find { it.kind == 'location' && it.warehouseId == 1 && it.usable }.id");
        String warehouse = "{\"kind\":\"warehouse\",\"id\":1,\"share\":0.5}";
        String shelf = "{\"kind\":\"location\",\"id\":" + inside + ",\"share\":0.5}";

        // Then: neither at one location nor at two of a store
        sources(9, warehouse + "," + shelf)
                .statusCode(422)
                .body("detail", containsString("offer the same goods twice"));
        sources(9, warehouse).statusCode(200);
        sources(10, shelf).statusCode(422).body("detail", containsString("offer the same goods twice"));
        sources(9, shelf).statusCode(200);
        sources(10, warehouse).statusCode(422).body("detail", containsString("offer the same goods twice"));
        operator("GET", "/api/locations?store=" + ACME, "")
                .body("find { it.id == 9 }.sources.kind", equalTo(List.of("location")))
                .body("find { it.id == 10 }.sources", hasSize(0));
    }

    @Test
    void twoOperatorsAtOnceDoNotMapTwoLocationsToTheSameGoods() {
        // Given: the one was checked before the other's location was mapped
        Source shelf = new Source(
                new SourceShare(new StockSource(Kind.LOCATION, new OdooId(8)), BigDecimal.ONE),
                "Shelf",
                Optional.empty());
        sources(9, "{\"kind\":\"warehouse\",\"id\":1}").statusCode(200);

        // When
        Answer answer = choices.map(ACME, new ShopifyId(10), List.of(shelf), Set.of(), "late-operator")
                .await()
                .atMost(Duration.ofSeconds(60));

        // Then
        assertThat(answer).isInstanceOf(Answer.Outdated.class);
        operator("GET", "/api/locations?store=" + ACME, "").body("find { it.id == 10 }.sources", hasSize(0));
    }

    @Test
    void ordersThatAreWaitedForArePaged() {
        // Given
        for (long order = 501; order <= 505; order++) {
            stored(order, new OrderStored.Line(new ShopifyId(1001), "SKU-1", 1));
        }

        // When
        List<Integer> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = operator("GET", "/api/pending-orders?limit=2&store=" + ACME + "&after=" + next, "")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", Integer.class));
            next = page.getString("next");
        }

        // Then
        assertThat(seen).containsExactly(501, 502, 503, 504, 505);
    }

    @Test
    void ordersThatAreWaitedForAreListedAndGivenUp() {
        // Given
        stored(501, new OrderStored.Line(new ShopifyId(1001), "SKU-1", 2));
        stored(502, new OrderStored.Line(null, "GONE-7", 1), new OrderStored.Line(new ShopifyId(1001), "SKU-1", 3));

        // Then
        as("viewer")
                .get("/api/pending-orders?store=" + ACME)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(501, 502)))
                .body("items.name", equalTo(List.of("#501", "#502")))
                .body("items[0].since", startsWith("20"))
                .body("items[1].units.sku", equalTo(List.of("GONE-7", "SKU-1")))
                .body("items[1].units.variantId", equalTo(Arrays.asList(null, 1001)))
                .body("items[1].units.units", equalTo(List.of(1, 3)))
                .body("next", nullValue());
        operator("GET", "/api/pending-orders?sku=GONE-7&store=" + ACME, "").body("items.id", equalTo(List.of(502)));
        operator("GET", "/api/pending-orders?store=" + BETA, "").body("items", hasSize(0));
        operator("GET", "/api/pending-orders?limit=many&store=" + ACME, "").statusCode(400);
        given().get("/api/pending-orders?store=" + ACME).then().statusCode(401);

        // When
        as("viewer").delete("/api/pending-orders/501?store=" + ACME).then().statusCode(403);
        operator("DELETE", "/api/pending-orders/501?store=" + ACME, "").statusCode(204);

        // Then
        operator("GET", "/api/pending-orders?store=" + ACME, "").body("items.id", equalTo(List.of(502)));
        operator("DELETE", "/api/pending-orders/501?store=" + ACME, "").statusCode(404);
        operator("GET", "/api/audit?source=person&item=1&store=" + ACME, "")
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("test-operator"))
                .body("items[0].cause", equalTo("setting"))
                .body("items[0].detail", equalTo("order #501 (501) is no longer waited for: units 2"));
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void placesInOdooAreListedAndLocationsOrdered() {
        operator("GET", "/api/locations/places?store=" + ACME, "")
                .statusCode(200)
                .body("find { it.kind == 'warehouse' }.id", equalTo(1));
        operator("PUT", "/api/locations/order?store=" + ACME, "{\"locations\":[10]}")
                .statusCode(200)
                .body("id", equalTo(List.of(10, 9)));
        operator("PUT", "/api/locations/order?store=" + ACME, "{\"locations\":[9,4711]}")
                .statusCode(422)
                .body("detail", containsString("no location 4711"));
        operator("PUT", "/api/locations/9/buffer?store=" + ACME, "{\"units\":4}")
                .statusCode(200)
                .body("buffer", equalTo(4));
    }

    @Test
    void aShownDriftIsCorrectedOnce() {
        // Given
        drift();

        // Then
        operator("GET", "/api/drifts?open=true&store=" + ACME, "")
                .body("items[0].difference", equalTo(3))
                .body("items[0].decision", equalTo("show"));
        decide("correct").statusCode(200).body("decidedBy", equalTo("test-operator"));
        assertThat(tables.text("select shown from inventory_level")).isEqualTo("0");
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        decide("adopt").statusCode(409).body("detail", containsString("dealt with already by test-operator"));
        operator("GET", "/api/drifts?open=true", "").body("items", hasSize(0));
    }

    @Test
    void aShownDriftIsAdoptedWhereTheLocationsStockLies() {
        // Given
        drift();

        // Then
        decide("adopt").statusCode(409).body("detail", containsString("not mapped"));
        sources(9, "{\"kind\":\"warehouse\",\"id\":1}").statusCode(200);
        decide("adopt").statusCode(200).body("outcome", nullValue());
        assertThat(tables.text("select units || ' ' || source_kind || shown from inventory_adoption"))
                .isEqualTo("3 WAREHOUSEtrue");
        decide("show").statusCode(400);
    }

    @Test
    void aNumberIsExplainedTermByTerm() {
        // Given
        level("'{\"sources\":[{\"source\":{\"kind\":\"WAREHOUSE\",\"id\":1},\"free\":12,\"share\":1}],\"pending\":2,"
                + "\"held\":0,\"buffer\":1,\"b2b\":0,\"unexplained\":0,\"shown\":0,\"units\":9}'");

        // Then
        operator("GET", "/api/stock/1?store=" + ACME, "")
                .statusCode(200)
                .body("link.productId", equalTo(70))
                .body("levels[0].location", equalTo("Shop"))
                .body("levels[0].number.units", equalTo(9))
                .body(
                        "levels[0].number.explanation",
                        equalTo("12 free in Odoo − 1 buffer − 2 of orders that are not in Odoo yet → 9"));
        operator("GET", "/api/stock/4?store=" + ACME, "").statusCode(404);
    }

    @Test
    void aProductIsLookedAtInEveryStoreOnItsOdoo() {
        // Given
        tables.link(BETA, 4, 70);
        tables.nothingIsDue();

        // Then
        operator("POST", "/api/sync/70?store=" + ACME, "").statusCode(202).body("items", equalTo(2));
        assertThat(tables.due()).containsExactly(item(ACME, 1), item(BETA, 4));
        operator("POST", "/api/sync/71?store=" + ACME, "").statusCode(404).body("detail", containsString("71"));
        operator("POST", "/api/sync/all?store=" + ACME, "").statusCode(202);
    }

    @Test
    void theLogIsSearchedByWhateverIsKnownAndPaged() {
        // Given
        LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        tables.execute(
                "insert into inventory_sync_log (at, store, inventory_item_id, location_id, odoo_product_id, sku,"
                        + " source, cause, before, after, correlation_id) select '" + start
                        + "Z'::timestamptz + n * interval"
                        + " '1 day', '" + ACME + "', 5, 9, 75, 'LOG-5', 'SHOPIFY', 'ORDER', n, n - 1, 'run-' || n from"
                        + " generate_series(1, 5) n");

        // Then
        var first =
                operator("GET", "/api/audit?sku=LOG-5&cause=order&limit=3", "").body("items", hasSize(3));
        operator(
                        "GET",
                        "/api/audit?sku=LOG-5&cause=order&limit=3&after="
                                + first.extract().path("next"),
                        "")
                .body("items.before", equalTo(List.of(2, 1)))
                .body("next", nullValue());
        operator(
                        "GET",
                        "/api/audit?product=75&from=" + start.plusDays(2) + "T00:00:00Z&until=" + start.plusDays(4)
                                + "T00:00:00Z",
                        "")
                .body("items.before", equalTo(List.of(3, 2)));
        operator("GET", "/api/audit?correlation=run-4", "").body("items", hasSize(1));
        operator("GET", "/api/audit?from=yesterday", "").statusCode(400).body("detail", containsString("from"));
        operator("GET", "/api/audit?after=x", "").statusCode(400);
    }

    private void stored(long order, OrderStored.Line... lines) {
        Instant now = Instant.now();
        orders.stored(List.of(new OrderStored(
                        ACME,
                        new ShopifyId(order),
                        "#" + order,
                        now,
                        new OrderStored.Version(now, 1),
                        List.of(lines),
                        now)))
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private void drift() {
        level("null");
        tables.execute("update inventory_level set shown = 3");
        tables.execute("insert into inventory_drift (id, store, inventory_item_id, location_id, odoo_product_id, sku,"
                + " before, after, since, decision) values ('" + DRIFT + "', '" + ACME
                + "', 1, 9, 70, 'SKU-1', 5, 8, now(), 'SHOW')");
    }

    private void level(String number) {
        tables.execute("insert into inventory_level (store, inventory_item_id, location_id, presence, available,"
                + " available_at, kept, number) values ('" + ACME + "', 1, 9, 'STOCKED', 9, now(), true, " + number
                + ")");
    }

    private ValidatableResponse decide(String decision) {
        return operator("POST", "/api/drifts/" + DRIFT + "/decide", "{\"decision\":\"" + decision + "\"}");
    }

    private ValidatableResponse sources(long location, String source) {
        return operator(
                "PUT", "/api/locations/" + location + "/sources?store=" + ACME, "{\"sources\":[" + source + "]}");
    }

    private ValidatableResponse link(String members) {
        return operator("POST", "/api/links", "{\"store\":\"" + ACME + "\"," + members + "}");
    }

    private void refused(String what, String body, int status, String member) {
        operator("PUT", "/api/links/1/" + what + "?store=" + ACME, body)
                .statusCode(status)
                .body("detail", containsString(member));
    }

    private ValidatableResponse operator(String method, String path, String body) {
        RequestSpecification request = as("operator");
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .request(method, path)
                .then();
    }

    /** A path that is sent as it is. */
    private ValidatableResponse raw(String path) {
        return as("operator").urlEncodingEnabled(false).get(path).then();
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + signer.token(role));
    }
}
