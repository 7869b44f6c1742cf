package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.fixtures.RecordedShopify.tree;
import static io.shopoms.inventory.shopify.StockSide.STORE;
import static io.shopoms.inventory.shopify.StockSide.answer;
import static io.shopoms.inventory.shopify.StockSide.item;
import static io.shopoms.inventory.shopify.StockSide.levelNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ItemReadsTest {

    private static final ShopifyId ONE = new ShopifyId(1);

    private final StockSide side = new StockSide();

    @Test
    void anItemIsReadWithItsLevels() {
        // Given
        String gone = levelNode(8, -3).replace("\"isActive\":true", "\"isActive\":false");
        side.shopify().answer("{\"nodes\":[" + item(1, levelNode(7, 5) + "," + gone, null) + "]}");

        // When
        ItemReading read = read(ONE).get(ONE);

        // Then
        Instant at = Instant.parse("2026-11-21T09:00:00Z");
        assertThat(read)
                .isEqualTo(new ItemReading(
                        ONE,
                        "SKU-1",
                        true,
                        List.of(
                                new LevelReading(new ShopifyId(7), true, 5, at),
                                new LevelReading(new ShopifyId(8), false, -3, at))));
    }

    @Test
    void aQuantityThatNeverChangedHasTheDateOfItsLevel() {
        // Given
        side.shopify()
                .answer("{\"nodes\":[" + item(1, levelNode(7, 0).replace("\"2026-11-21T09:00:00Z\"", "null"), null)
                        + "]}");

        // When
        LevelReading level = read(ONE).get(ONE).levels().get(0);

        // Then
        assertThat(level.updatedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    }

    @Test
    void manyItemsAreReadInFewCallsAndOneThatIsGoneIsMissing() {
        // Given
        for (int i = 0; i < 3; i++) {
            side.shopify().answer(variables -> nodes(variables, "999"));
        }
        List<ShopifyId> ids =
                LongStream.rangeClosed(900, 1019).mapToObj(ShopifyId::new).collect(Collectors.toList());
        ids.add(new ShopifyId(900));

        // When
        Map<ShopifyId, ItemReading> read = read(ids.toArray(ShopifyId[]::new));

        // Then
        assertThat(read).hasSize(119).doesNotContainKey(new ShopifyId(999));
        assertThat(side.shopify().calls()).hasSize(3);
        assertThat(side.shopify().calls().get(0).variables().path("ids")).hasSize(50);
    }

    @Test
    void levelsOfFurtherPagesAreReadToTheEnd() {
        // Given
        side.shopify()
                .answer("{\"nodes\":[" + item(1, levelNode(1, 1), "c1") + "," + item(2, levelNode(1, 9), null) + "]}")
                .answer("{\"nodes\":[" + item(1, levelNode(2, 2), "c2") + "]}")
                .answer("{\"nodes\":[" + item(1, levelNode(3, 3), null) + "]}");

        // When
        Map<ShopifyId, ItemReading> read = read(ONE, new ShopifyId(2));

        // Then
        assertThat(read.get(ONE).levels()).extracting(LevelReading::available).containsExactly(1L, 2L, 3L);
        assertThat(read.get(new ShopifyId(2)).levels()).hasSize(1);
        assertThat(side.shopify().calls().get(2).variables().toString())
                .contains("\"after\":\"c2\"", "[\"gid://shopify/InventoryItem/1\"]");
    }

    @Test
    void anAnswerThatLacksSomethingIsNotTakenForZeroOrGoneAndSpoilsNoOther() {
        // Given
        String good = item(1, levelNode(7, 5), null).toString();
        for (String odd : List.of(
                good.replace("\"available\"", "\"on_hand\""),
                good.replace("\"quantity\":5", "\"quantity\":null"),
                good.replace("\"quantity\":5", "\"quantity\":\"5\""),
                good.replace("\"quantity\":5", "\"quantity\":4.5"),
                good.replace("\"quantity\":5", "\"quantity\":99999999999999999999"),
                good.replace("\"quantity\":5", "\"quantity\":-3000000000"),
                good.replace("\"isActive\":true", "\"isActive\":null"),
                good.replace("\"tracked\":true", "\"tracked\":null"),
                good.replace("2026-11-21T09:00:00Z", "+99999-01-01T00:00:00Z"),
                good.replace("\"hasNextPage\":false", "\"hasNextPage\":true"),
                good.replace("InventoryItem/1\"", "InventoryItem/3\""),
                "{\"id\":\"gid://shopify/InventoryItem/1\",\"sku\":null,\"tracked\":true}")) {
            StockSide fresh = new StockSide();
            fresh.shopify().answer("{\"nodes\":[" + odd + "," + item(2, levelNode(7, 9), null) + "]}");

            // When
            ItemReadings read = answer(fresh.stock().read(STORE, List.of(ONE, new ShopifyId(2))));

            // Then
            assertThat(odd).isNotEqualTo(good);
            assertThat(read.found()).as(odd).containsOnlyKeys(new ShopifyId(2));
            assertThat(read.unclear()).as(odd).containsOnlyKeys(ONE);
            assertThat(read.unclear().get(ONE))
                    .isInstanceOf(TransientFailure.class)
                    .satisfies(failure -> assertThat(failure.message()).contains("inventory item 1:"));
        }
    }

    @Test
    void anAnswerThatIsCutShortIsAskedForAgain() {
        // Given
        side.shopify().answer("{\"nodes\":[]}");

        // Then
        assertThatThrownBy(() -> read(ONE))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(TransientFailure.class));
    }

    @Test
    void pagesThatNeverEndAreNotReadForEver() {
        // Given
        for (int i = 0; i < 2; i++) {
            side.shopify().answer("{\"nodes\":[" + item(1, levelNode(7, 5), "c1") + "]}");
        }

        // When
        ItemReadings read = answer(side.stock().read(STORE, List.of(ONE)));

        // Then
        assertThat(read.unclear().get(ONE).message()).contains("an end of its pages");
    }

    @Test
    void stockingAnItemSetsNoQuantity() {
        // Given
        side.shopify()
                .answer("{\"inventoryActivate\":{\"inventoryLevel\":{\"id\":\"gid://shopify/InventoryLevel/9\"},"
                        + "\"userErrors\":[]}}")
                .answer("{\"inventoryActivate\":{\"inventoryLevel\":null,\"userErrors\":[{\"field\":[\"locationId\"],"
                        + "\"message\":\"The product couldn't be stocked.\"}]}}");

        // When
        var done = answer(side.stock().stockAt(STORE, StockSide.level(1, 7)));
        var refused = answer(side.stock().stockAt(STORE, StockSide.level(1, 7)));

        // Then
        assertThat(done).isEmpty();
        assertThat(refused.orElseThrow().message()).contains("item 1 at location 7", "couldn't be stocked");
        assertThat(side.shopify().calls().get(0).variables().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("item", "location", "key");
    }

    @Test
    void aLevelThatShopifyDoesNotWantToHearOfIsRefusedAlone() {
        // Given
        side.shopify().fail(new RejectedByTarget("Shopify refused InventoryActivate", "look"));

        // When
        var refused = answer(side.stock().stockAt(STORE, StockSide.level(1, 7)));

        // Then
        assertThat(refused.orElseThrow().message()).contains("InventoryActivate", "item 1 at location 7");
    }

    private Map<ShopifyId, ItemReading> read(ShopifyId... ids) {
        return answer(side.stock().read(STORE, List.of(ids))).found();
    }

    private static JsonNode nodes(JsonNode variables, String gone) {
        ObjectNode data = new ObjectMapper().createObjectNode();
        ArrayNode nodes = data.putArray("nodes");
        for (JsonNode id : variables.path("ids")) {
            if (id.asText().endsWith("/" + gone)) {
                nodes.addNull();
            } else {
                nodes.add(item(ShopifyId.parse(id.asText()).value(), levelNode(7, 1), null));
            }
        }
        return tree(data.toString());
    }
}
