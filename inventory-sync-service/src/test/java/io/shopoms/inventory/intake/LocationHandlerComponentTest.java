package io.shopoms.inventory.intake;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.cache.LocationCache;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class LocationHandlerComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    StockTables tables;

    @Inject
    LocationHandler handler;

    @Inject
    LocationCache cache;

    @Inject
    Locations locations;

    @Inject
    CacheEntries entries;

    @Inject
    Stores stores;

    @BeforeEach
    void item1IsLinked() {
        tables.clear();
        tables.link(ACME, 1, 70);
        tables.nothingIsDue();
    }

    @Test
    void theOnlyLocationIsMappedToTheOnlyWarehouse() {
        // When
        String note = told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");

        // Then
        assertThat(note).contains("mapped to");
        assertThat(location().problem()).isEmpty();
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        assertThat(tables.text("select detail from inventory_sync_log where location_id = 9"))
                .contains("the only place for the only location");
    }

    @Test
    void nobodyIsOverruledWhoTookTheMappingAway() {
        // Given
        tables.execute("insert into location_mapping_choice (store, chosen_by) values ('" + ACME + "', 'anna')");

        // When
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");

        // Then
        assertThat(location().sources()).isEmpty();
    }

    @Test
    void ofTwoLocationsNoneIsMappedByItself() {
        // When
        told("{\"id\":8,\"name\":\"Old shop\",\"active\":true}");
        tables.execute("delete from location_source");
        tables.execute("insert into location (store, location_id, name, active, known) values ('" + ACME
                + "', 7, 'Third', true, true)");
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");

        // Then
        assertThat(location().problem())
                .hasValueSatisfying(why -> assertThat(why).contains("map it"));
    }

    @Test
    void aDeactivatedLocationIsNotServedUntilItIsActiveAgain() {
        // Given
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");
        tables.nothingIsDue();

        // When
        told("{\"id\":9,\"name\":\"Shop\",\"active\":false}");
        Optional<String> problem = location().problem();
        List<?> dueAfterwards = tables.due();
        tables.nothingIsDue();
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");

        // Then
        assertThat(problem).hasValueSatisfying(why -> assertThat(why).contains("deactivated"));
        assertThat(dueAfterwards).isEqualTo(List.of(item(ACME, 1)));
        assertThat(location().problem()).isEmpty();
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void anotherNameMakesNothingDue() {
        // Given
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");
        tables.nothingIsDue();

        // When
        told("{\"id\":9,\"name\":\"Corner shop\",\"active\":true}");

        // Then
        assertThat(location().name()).isEqualTo("Corner shop");
        assertThat(tables.due()).isEmpty();
    }

    @Test
    void aDeletedLocationKeepsItsNameAndSaysSo() {
        // Given
        told("{\"id\":9,\"name\":\"Shop\",\"active\":true}");

        // When
        told("{\"id\":9}");

        // Then
        assertThat(location().name()).isEqualTo("Shop");
        assertThat(location().problem())
                .hasValueSatisfying(why -> assertThat(why).contains("deleted"));
    }

    @Test
    void anUpdateThatWasSentBeforeTheDeactivationDoesNotBringALocationBack() {
        // When
        store("{\"id\":9,\"name\":\"Shop\",\"active\":false,\"updated_at\":\"2026-11-20T12:00:05Z\"}");
        store("{\"id\":9,\"name\":\"Shop\",\"active\":true,\"updated_at\":\"2026-11-20T12:00:01Z\"}");

        // Then
        assertThat(tables.text("select raw from shopify_location_cache")).contains("\"active\":false");
    }

    private void store(String webhook) {
        entries.store(cache, List.of(new RawRecord(ACME, RawFormat.WEBHOOK, webhook, Optional.of(NOON), Instant.now())))
                .await()
                .atMost(LIMIT);
    }

    /** Answers what was done. */
    private String told(String webhook) {
        CacheEntry entry = new CacheEntry(ACME, 9, RawFormat.WEBHOOK, webhook, NOON, Optional.of(NOON), 1, 1, Map.of());
        List<Outcome> outcomes = handler.handle(stores.find(ACME).orElseThrow(), List.of(entry))
                .await()
                .atMost(LIMIT);
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Processed.class);
        return ((Outcome.Processed) outcomes.get(0)).note();
    }

    private MappedLocation location() {
        return locations.of(ACME).await().atMost(LIMIT).stream()
                .filter(location -> location.id().value() == 9)
                .findFirst()
                .orElseThrow();
    }
}
