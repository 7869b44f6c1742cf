package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inventory as the Admin API shows and changes it, over HTTP. */
class InventoryApiTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private ShopifySimulator shopify;
    private ShopifyClient client;
    private Location main;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults().withClock(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        }));
        client = new ShopifyClient(shopify);
        main = shopify.inventory().location((String) null);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void locationsAreListedWithClosedOnesWhereTheyAreAskedFor() {
        // Given
        Location shelf = shopify.inventory().addLocation("Shelf");
        shopify.inventory().deactivateLocation(shelf.id());

        // When
        JsonNode all = run("locations_list", Map.of("first", 10)).at("/data/locations/nodes");
        JsonNode active = client.run("{ locations(first: 10) { nodes { name } } }", Map.of())
                .at("/data/locations/nodes");

        // Then
        assertThat(all).extracting(node -> node.path("name").asText()).containsExactly("Main warehouse", "Shelf");
        assertThat(all.get(1).path("isActive").asBoolean()).isFalse();
        assertThat(active).hasSize(1);
    }

    @Test
    void levelsAreReadByItemAndByLocation() {
        // Given
        Location shelf = shopify.inventory().addLocation("Shelf");
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.inventory().setAvailable("MUG", 2, "Shelf");

        // When
        JsonNode item = run("inventory_item_levels", Map.of("ids", List.of(item(mug), gid("InventoryItem", 7))))
                .at("/data/nodes");
        JsonNode listed = run("inventory_levels_at_location", Map.of("locationId", gid(shelf), "first", 10))
                .at("/data/location/inventoryLevels/nodes");

        // Then
        assertThat(item.get(1).isNull()).isTrue();
        assertThat(item.at("/0/tracked").asBoolean()).isTrue();
        assertThat(item.at("/0/inventoryLevels/nodes")).hasSize(2);
        assertThat(item.at("/0/inventoryLevels/nodes/1/location/id").asText()).isEqualTo(gid(shelf));
        assertThat(item.at("/0/inventoryLevels/nodes/1/quantities/0/quantity").asInt())
                .isEqualTo(2);
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").asText())
                .isEqualTo("gid://shopify/InventoryLevel/" + shelf.levelsId() + "?inventory_item_id="
                        + mug.inventoryItemId());
        assertThat(listed.at("/0/updatedAt").asText()).isEqualTo("2026-11-21T10:00:00Z");
        JsonNode level = client.run(
                        "query L($id: ID!) { node(id: $id) { ... on InventoryLevel { isActive item { sku } } } }",
                        Map.of("id", listed.at("/0/id").asText()))
                .at("/data/node");
        assertThat(level.at("/item/sku").asText()).isEqualTo("MUG");
    }

    @Test
    void theChangesOfALocationAreFoundByTimeAndPage() {
        // Given
        for (int i = 0; i < 5; i++) {
            shopify.inventory().create("S" + i, 5, null);
        }
        now = now.plusSeconds(60);
        shopify.inventory().setAvailable("S1", 4, null);
        shopify.inventory().setAvailable("S3", 4, null);

        // When
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Map<String, Object> variables = new HashMap<>(
                    Map.of("locationId", gid(main), "first", 1, "query", "updated_at:>='2026-11-21T10:01:00Z'"));
            variables.put("after", after);
            JsonNode page = run("inventory_levels_at_location", variables).at("/data/location/inventoryLevels");
            page.path("nodes").forEach(node -> found.add(node.at("/item/sku").asText()));
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asText()
                    : null;
        } while (after != null);

        // Then
        assertThat(found).containsExactly("S1", "S3");
    }

    @Test
    void itemsAreFoundBySku() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.inventory().create("CUP", 6, null);

        // When
        JsonNode items = run("inventory_items_list", Map.of("first", 10, "query", "sku:'CUP'"))
                .at("/data/inventoryItems/nodes");

        // Then
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/inventoryLevels/nodes/0/quantities/0/quantity").asInt())
                .isEqualTo(6);
        assertThat(items.at("/0/variants/nodes/0/id").asText())
                .isEqualTo(
                        gid("ProductVariant", shopify.catalog().variant("CUP").id()));
    }

    @Test
    void aQuantityIsSetAndItsCostIsToldOf() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);

        // When
        JsonNode answer = set("k1", entry(mug, 3, 5));

        // Then
        assertThat(answer.at("/data/inventorySetQuantities/userErrors")).isEmpty();
        JsonNode changes = answer.at("/data/inventorySetQuantities/inventoryAdjustmentGroup/changes");
        assertThat(changes).extracting(each -> each.path("name").asText()).containsExactly("available", "on_hand");
        assertThat(changes.at("/0/delta").asInt()).isEqualTo(-2);
        assertThat(changes.at("/0/quantityAfterChange").isNull()).isTrue();
        assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isBetween(10, 15);
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(3);
        assertThat(shopify.requests().count("InventorySet")).isEqualTo(1);
    }

    @Test
    void aKeyIsExecutedOnceForADay() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        JsonNode first = set("k1", entry(mug, 3, 5));
        shopify.inventory().setAvailable("MUG", 5, null);

        // When
        JsonNode again = set("k1", entry(mug, 3, 5));
        JsonNode other = set("k1", entry(mug, 2, 5));
        int kept = shopify.inventory().available("MUG", null);
        now = now.plus(Duration.ofHours(25));
        set("k1", entry(mug, 2, 5));

        // Then
        assertThat(again.path("data")).isEqualTo(first.path("data"));
        assertThat(other.at("/data/inventorySetQuantities/userErrors/0/code").asText())
                .isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(kept).isEqualTo(5);
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsLostIsGivenAgainForTheSameKey() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.faults().add(Fault.lostResponse("InventorySet"));

        // When
        assertThatThrownBy(() -> set("k1", entry(mug, 3, 5))).isInstanceOf(UncheckedIOException.class);
        shopify.sell("MUG", 1);
        JsonNode again = set("k1", entry(mug, 3, 5));

        // Then
        assertThat(again.at("/data/inventorySetQuantities/userErrors")).isEmpty();
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(2);
    }

    @Test
    void aRequestUnderWayIsToldOf() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.inventory().refuseNext("IDEMPOTENCY_CONCURRENT_REQUEST", 1);

        // When
        JsonNode busy = set("k1", entry(mug, 3, 5));
        JsonNode later = set("k1", entry(mug, 3, 5));

        // Then
        assertThat(busy.at("/data/inventorySetQuantities/userErrors/0/code").asText())
                .isEqualTo("IDEMPOTENCY_CONCURRENT_REQUEST");
        assertThat(later.at("/data/inventorySetQuantities/userErrors")).isEmpty();
    }

    @Test
    void theKeyAndTheComparisonMustBeThere() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Map<String, Object> uncompared = entry(mug, 3, 5);
        uncompared.remove("changeFromQuantity");

        // When
        JsonNode keyless = client.run(
                ShopifyClient.document("inventory_set")
                        .replace("@idempotent(key: $key)", "")
                        .replace(", $key: String!", ""),
                Map.of("input", input(entry(mug, 3, 5))));
        JsonNode without = set("k1", uncompared);
        JsonNode withNull = set("k2", entry(mug, 3, null));

        // Then
        assertThat(keyless.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
        assertThat(without.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_FIELD_ARGUMENTS");
        assertThat(without.at("/errors/0/message").asText())
                .isEqualTo("InventoryQuantityInput must include the following argument: changeFromQuantity.");
        assertThat(withNull.at("/data/inventorySetQuantities/userErrors")).isEmpty();
    }

    @Test
    void moreThanTwoHundredAndFiftyEntriesAreTooMany() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < 251; i++) {
            entries.add(entry(mug, i, 5));
        }

        // When
        JsonNode answer = run(
                "inventory_set",
                Map.of("input", Map.of("name", "available", "reason", "other", "quantities", entries), "key", "k"));

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
    }

    @Test
    void aBadEntryIsNamedByItsPlace() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Variant stale = shopify.inventory().create("STALE", 5, null);

        // When
        JsonNode errors = set("k1", entry(mug, 3, 5), entry(stale, 3, 4)).at("/data/inventorySetQuantities/userErrors");

        // Then
        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/code").asText()).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(errors.at("/0/field").toString())
                .isEqualTo("[\"input\",\"quantities\",\"1\",\"changeFromQuantity\"]");
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(5);
    }

    @Test
    void quantitiesAreAdjusted() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Map<String, Object> change = new HashMap<>(
                Map.of("inventoryItemId", item(mug), "locationId", gid(main), "delta", -2, "changeFromQuantity", 5));

        // When
        JsonNode answer = run(
                        "inventory_adjust",
                        Map.of(
                                "input",
                                Map.of("name", "available", "reason", "correction", "changes", List.of(change)),
                                "key",
                                "k1"))
                .at("/data/inventoryAdjustQuantities");

        // Then
        assertThat(answer.path("userErrors")).isEmpty();
        assertThat(answer.at("/inventoryAdjustmentGroup/changes/0/quantityAfterChange")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void itemsAreStockedAndUnstocked() {
        // Given
        Location shelf = shopify.inventory().addLocation("Shelf");
        Variant mug = shopify.inventory().create("MUG", 5, null);

        // When
        JsonNode level = run(
                        "inventory_activate",
                        Map.of("itemId", item(mug), "locationId", gid(shelf), "available", 4, "key", "k1"))
                .at("/data/inventoryActivate");
        JsonNode again = run(
                        "inventory_activate",
                        Map.of("itemId", item(mug), "locationId", gid(shelf), "onHand", 4, "key", "k2"))
                .at("/data/inventoryActivate");
        JsonNode gone = run(
                "inventory_deactivate",
                Map.of("levelId", level.at("/inventoryLevel/id").asText()));

        // Then
        assertThat(level.at("/inventoryLevel/quantities/0/quantity").asInt()).isEqualTo(4);
        assertThat(again.at("/userErrors/0/message").asText())
                .isEqualTo("Not allowed to set an on_hand quantity when the item is already active at the location.");
        assertThat(gone.at("/data/inventoryDeactivate/userErrors")).isEmpty();
        assertThat(mug.quantity()).isEqualTo(5);
    }

    @Test
    void locationsAreClosedAndOpened() {
        // Given
        Location shelf = shopify.inventory().addLocation("Shelf");
        shopify.inventory().create("MUG", 5, "Shelf");

        // When
        JsonNode full = run("location_deactivate", Map.of("id", gid(shelf), "key", "k1"))
                .at("/data/locationDeactivate/locationDeactivateUserErrors");
        JsonNode moved = run("location_deactivate", Map.of("id", gid(shelf), "destination", gid(main), "key", "k2"))
                .at("/data/locationDeactivate");
        JsonNode last = run("location_deactivate", Map.of("id", gid(main), "key", "k3"))
                .at("/data/locationDeactivate/locationDeactivateUserErrors");
        JsonNode opened =
                run("location_activate", Map.of("id", gid(shelf), "key", "k4")).at("/data/locationActivate");

        // Then
        assertThat(full.at("/0/code").asText()).isEqualTo("HAS_ACTIVE_INVENTORY_ERROR");
        assertThat(moved.path("locationDeactivateUserErrors")).isEmpty();
        assertThat(moved.at("/location/isActive").asBoolean()).isFalse();
        assertThat(last.at("/0/code").asText()).isEqualTo("CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
        assertThat(opened.at("/location/isActive").asBoolean()).isTrue();
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(5);
    }

    @Test
    void theScopeOfTheInventoryIsNeeded() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.grantScopes(Set.of("read_products", "read_locations"));

        // When
        JsonNode written = set("k1", entry(mug, 3, 5));
        JsonNode read = run("inventory_levels_at_location", Map.of("locationId", gid(main), "first", 10));

        // Then
        assertThat(written.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(read.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(5);
    }

    @Test
    void newProductsHaveTheStockThatTheyAreGiven() {
        // Given
        Location shelf = shopify.inventory().addLocation("Shelf");

        // When
        shopify.catalog()
                .create(
                        "{\"title\":\"Mug\",\"sku\":\"MUG\",\"inventoryItem\":{\"tracked\":true},\"inventoryQuantities\":[{\"locationId\":\""
                                + gid(shelf) + "\",\"name\":\"available\",\"quantity\":4}]}");
        shopify.catalog().create("PLAIN", "Plain", "1");

        // Then
        assertThat(shopify.inventory().available("MUG", "Shelf")).isEqualTo(4);
        assertThat(shopify.catalog().variant("MUG").quantity()).isEqualTo(4);
        assertThat(shopify.inventory().available("PLAIN", null)).isZero();
        assertThatThrownBy(
                        () -> shopify.catalog()
                                .create(
                                        "{\"title\":\"X\",\"sku\":\"X\",\"inventoryQuantities\":[{\"locationId\":\"7\",\"quantity\":4}]}"))
                .hasMessageContaining("location could not be found");
    }

    @Test
    void wholeInventoriesAreExportedByItem() {
        // Given
        shopify.inventory().addLocation("Shelf");
        shopify.inventory().generate(230, 7);
        shopify.bulk().take(Duration.ofMillis(5));

        // When
        List<JsonNode> lines =
                export("{ inventoryItems { edges { node { id sku tracked inventoryLevels { edges { node {"
                        + " id location { id } quantities(names: [\"available\"]) { name quantity } } } } } } } }");

        // Then
        assertThat(lines).hasSize(690);
        assertThat(lines.get(0).path("sku").asText()).isEqualTo("GEN-1-1");
        assertThat(lines.get(1).path("__parentId")).isEqualTo(lines.get(0).path("id"));
        assertThat(lines.get(2).at("/quantities/0/quantity").asInt()).isEqualTo(7);
    }

    @Test
    void wholeInventoriesAreExportedByLocation() {
        // Given
        shopify.inventory().generate(300, 7);
        shopify.bulk().take(Duration.ofMillis(5));

        // When
        List<JsonNode> lines = export("{ locations { edges { node { id name inventoryLevels { edges { node {"
                + " id item { id } quantities(names: [\"available\"]) { name quantity } } } } } } } }");

        // Then
        assertThat(lines).hasSize(301);
        assertThat(lines.get(300).path("__parentId").asText()).isEqualTo(gid(main));
    }

    private List<JsonNode> export(String query) {
        JsonNode started = client.run(ShopifyClient.document("bulk_run_query"), Map.of("query", query))
                .at("/data/bulkOperationRunQuery");
        assertThat(started.path("userErrors")).isEmpty();
        String id = started.at("/bulkOperation/id").asText();
        JsonNode[] done = new JsonNode[1];
        await().atMost(LIMIT).untilAsserted(() -> {
            done[0] = run("bulk_status", Map.of("id", id)).at("/data/bulkOperation");
            assertThat(done[0].path("status").asText()).isEqualTo("COMPLETED");
        });
        String path = URI.create(done[0].path("url").asText()).getPath();
        return client.get(path).body().lines().map(ShopifyClient::json).toList();
    }

    private JsonNode run(String document, Map<String, Object> variables) {
        return client.run(ShopifyClient.document(document), variables);
    }

    @SafeVarargs
    private JsonNode set(String key, Map<String, Object>... entries) {
        return run("inventory_set", Map.of("input", input(entries), "key", key));
    }

    @SafeVarargs
    private static Map<String, Object> input(Map<String, Object>... entries) {
        return Map.of("name", "available", "reason", "correction", "quantities", List.of(entries));
    }

    private Map<String, Object> entry(Variant item, int quantity, Integer changeFrom) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("inventoryItemId", item(item));
        entry.put("locationId", gid(main));
        entry.put("quantity", quantity);
        entry.put("changeFromQuantity", changeFrom);
        return entry;
    }

    private static String item(Variant item) {
        return gid("InventoryItem", item.inventoryItemId());
    }

    private static String gid(Location location) {
        return gid("Location", location.id());
    }

    private static String gid(String type, long id) {
        return "gid://shopify/" + type + "/" + id;
    }
}
