package io.shopoms.sandbox.journeys.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.StockedGoods;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What must hold of the stock that a store shows. */
public final class StockAssertions {

    private StockAssertions() {}

    /** So many units are available at the store's first location. */
    public static void assertShows(TestStore store, String sku, int units) {
        assertThat(StockedGoods.shown(store, sku))
                .as("units of %s in %s", sku, store.domain())
                .isEqualTo(units);
    }

    /** So many units are available at that location. */
    public static void assertShows(TestStore store, String sku, Location location, int units) {
        Optional<Level> level = store.shop().inventory().level(StockedGoods.item(store, sku), location.id());
        assertThat(level.map(Level::available))
                .as("units of %s in %s at %s", sku, store.domain(), location.name())
                .contains(units);
    }

    /** None of what shopOMS wrote itself was taken for the doing of somebody else, not even for a moment. */
    public static void assertNothingUnexplained(Landscape landscape, TestStore store, List<String> skus) {
        JsonNode lines = landscape
                .inventory()
                .get("/api/audit?limit=500&cause=unexplained&store=" + store.domain())
                .ok()
                .path("items");
        assertThat(lines)
                .as("unexplained changes in %s", store.domain())
                .noneMatch(line -> skus.contains(line.path("sku").asText()));
    }

    /** The audit log tells how the level came to what it shows: each line begins where the one before it ended. */
    public static void assertAudited(Landscape landscape, TestStore store, String sku) {
        List<JsonNode> lines = new ArrayList<>();
        landscape
                .inventory()
                .get("/api/audit?limit=500&store=" + store.domain() + "&item=" + StockedGoods.item(store, sku))
                .ok()
                .path("items")
                .forEach(lines::add);
        lines.removeIf(StockAssertions::isChoice);
        Collections.reverse(lines);
        assertThat(lines).as("lines about %s in %s", sku, store.domain()).isNotEmpty();
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).path("before"))
                    .as("line %s of %s in %s: %s", i, sku, store.domain(), lines)
                    .isEqualTo(lines.get(i - 1).path("after"));
        }
        assertThat(lines.get(lines.size() - 1).path("after").asInt())
                .as("last line of %s in %s: %s", sku, store.domain(), lines)
                .isEqualTo(StockedGoods.shown(store, sku));
    }

    /** Such as a link: it changes no level itself. */
    private static boolean isChoice(JsonNode line) {
        return line.path("before").isNull();
    }
}
