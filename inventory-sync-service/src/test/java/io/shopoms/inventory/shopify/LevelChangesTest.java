package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.STORE;
import static io.shopoms.inventory.shopify.StockSide.answer;
import static io.shopoms.inventory.shopify.StockSide.level;
import static io.shopoms.inventory.shopify.StockSide.levelNode;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.RecordedShopify;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.shopify.LevelChanges.Changed;
import io.shopoms.inventory.shopify.LevelChanges.Page;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelChangesTest {

    private static final ShopifyId SEVEN = new ShopifyId(7);
    private static final Instant SINCE = Instant.parse("2026-11-21T09:50:00.123Z");

    private final RecordedShopify shopify = new RecordedShopify();
    private final LevelChanges changes = new LevelChanges(shopify);

    @Test
    void aPageTellsWhichLevelsHaveWhichQuantity() {
        // Given
        String node = levelNode(7, 3).replaceFirst("\\{", "{\"item\":{\"id\":\"gid://shopify/InventoryItem/55\"},");
        shopify.answer("{\"location\":{\"id\":\"gid://shopify/Location/7\",\"inventoryLevels\":{\"nodes\":[" + node
                + "],\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"c1\"}}}}");

        // When
        Optional<Page> page = answer(changes.page(STORE, SEVEN, SINCE, Optional.of("c0")));

        // Then
        assertThat(page.orElseThrow().levels())
                .containsExactly(new Changed(
                        level(55, 7),
                        new LevelReading(SEVEN, true, 3, Instant.parse("2026-11-21T09:00:00Z")),
                        Instant.parse("2026-11-20T08:00:00Z")));
        assertThat(page.get().next()).contains("c1");
        assertThat(shopify.calls().get(0).variables().toString())
                .contains("updated_at:>='2026-11-21T09:50:00Z'", "\"after\":\"c0\"", "Location/7");
    }

    @Test
    void aLevelThatIsToldOddlyKeepsNoOtherFromBeingHeardOf() {
        // Given
        String good = levelNode(7, 3).replaceFirst("\\{", "{\"item\":{\"id\":\"gid://shopify/InventoryItem/55\"},");
        String odd =
                good.replace("InventoryItem/55", "InventoryItem/56").replace("\"quantity\":3", "\"quantity\":null");
        shopify.answer("{\"location\":{\"id\":\"gid://shopify/Location/7\",\"inventoryLevels\":{\"nodes\":[" + odd + ","
                + good + "],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}}");

        // When
        Optional<Page> page = answer(changes.page(STORE, SEVEN, SINCE, Optional.empty()));

        // Then
        assertThat(page.orElseThrow().levels()).extracting(Changed::key).containsExactly(level(55, 7));
    }

    @Test
    void aLocationThatShopifyDoesNotKnowIsNoEmptyOne() {
        // Given
        shopify.answer("{\"location\":null}");

        // Then
        assertThat(answer(changes.page(STORE, SEVEN, SINCE, Optional.empty()))).isEmpty();
    }
}
