package io.shopoms.inventory.intake;

import static io.restassured.RestAssured.given;
import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.shopoms.inventory.cache.SourceWarnings;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.odoo.DeliveryReservations;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.embedded.TokenSigner;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class ReservationsTaskComponentTest {

    private static final StockSource WAREHOUSE = new StockSource(Kind.WAREHOUSE, new OdooId(1));

    @Inject
    StockTables tables;

    @Inject
    ReservationsTask task;

    @Inject
    DeliveryReservations reservations;

    @Inject
    SourceWarnings warnings;

    @Inject
    Stores stores;

    OdooSimulator odoo;
    TokenSigner signer;

    private long type;

    @BeforeEach
    void twoLocationsShareAWarehouse() {
        tables.clear();
        tables.execute("insert into location (store, location_id, name, active, known, position) values ('" + ACME
                + "', 9, 'Shop', true, true, 1), ('" + ACME + "', 10, 'Depot', true, true, 2)");
        tables.execute("insert into location_source (store, location_id, kind, odoo_id, share) values ('" + ACME
                + "', 9, 'WAREHOUSE', 1, 0.5), ('" + ACME + "', 10, 'WAREHOUSE', 1, 0.5)");
        Object types = odoo.data()
                .call(
                        "stock.picking.type",
                        "search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("code", "=", "outgoing"), List.of("warehouse_id", "=", 1)),
                                "fields",
                                List.of("name")));
        type = ((Number) ((Map<?, ?>) ((List<?>) types).get(0)).get("id")).longValue();
    }

    @AfterEach
    void asItWas() {
        reserve("at_confirm");
    }

    @Test
    void deliveriesThatReserveAtConfirmationAreInOrder() {
        // When
        String said = get(task.run(acme()));

        // Then
        assertThat(said).isEqualTo("1 sources, 0 to be warned of");
        location(9).body("sources[0].warning", nullValue());
    }

    @Test
    void whereGoodsStayFreeAfterAnOrderALocationSaysSoUntilItIsCorrected() {
        // Given
        reserve("manual");

        // When
        String said = get(task.run(acme()));

        // Then
        assertThat(said).isEqualTo("1 sources, 1 to be warned of");
        location(9).body("sources[0].warning", containsString("(" + type + ") reserves goods only when"));
        location(10).body("sources[0].warning", containsString("\"At Confirmation\""));
        location(9).body("served", equalTo(true));

        // When
        reserve("at_confirm");
        get(task.run(acme()));

        // Then
        location(9).body("sources[0].warning", nullValue());
    }

    @Test
    void aWarningIsToldOnceForAWarehouseOfSeveralLocations() {
        // Given
        reserve("by_date");
        Map<StockSource, String> found = get(reservations.warnings(acme(), List.of(WAREHOUSE)));

        // When
        List<String> first = get(warnings.tell(ACME, found));
        List<String> second = get(warnings.tell(ACME, found));

        // Then
        assertThat(first).singleElement().asString().contains("only before the scheduled date");
        assertThat(second).isEmpty();
    }

    private void reserve(String method) {
        odoo.data()
                .call(
                        "stock.picking.type",
                        "write",
                        Map.of("ids", List.of(type), "vals", Map.of("reservation_method", method)));
    }

    private ValidatableResponse location(long id) {
        return given().header("Authorization", "Bearer " + signer.token("viewer"))
                .get("/api/locations?store=" + ACME)
                .then()
                .statusCode(200)
                .rootPath("find { it.id == " + id + " }");
    }

    private Store acme() {
        return stores.find(ACME).orElseThrow();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
