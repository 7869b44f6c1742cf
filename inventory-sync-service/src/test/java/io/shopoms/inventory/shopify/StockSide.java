package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.fixtures.RecordedShopify.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.fixtures.KeptWrites;
import io.shopoms.inventory.fixtures.RecordedShopify;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Stock in Shopify over recorded answers. */
final class StockSide {

    static final Store STORE = new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String CHANGED_AT = "2026-11-21T10:00:03Z";

    private final RecordedShopify shopify = new RecordedShopify();
    private final KeptWrites journal = new KeptWrites();
    private final GraphqlStock stock = new GraphqlStock(shopify, journal, Clock.fixed(NOW, ZoneOffset.UTC));

    RecordedShopify shopify() {
        return shopify;
    }

    KeptWrites journal() {
        return journal;
    }

    List<WriteResult> write(List<LevelWrite> lines) {
        return answer(stock.write(STORE, lines));
    }

    List<WriteResult> repeat(OpenWrite write) {
        return answer(stock.repeat(STORE, write));
    }

    ShopifyStock stock() {
        return stock;
    }

    /** The next write is carried out. */
    StockSide accepts() {
        shopify.answer("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":{"
                + "\"id\":\"gid://shopify/InventoryAdjustmentGroup/1\",\"createdAt\":\"" + CHANGED_AT
                + "\"},\"userErrors\":[]}}");
        return this;
    }

    /** The next write is not, for the errors given as {@code {code, index or -1}}. */
    StockSide refuses(Object... codesAndIndexes) {
        StringBuilder errors = new StringBuilder();
        for (int i = 0; i < codesAndIndexes.length; i += 2) {
            int index = (Integer) codesAndIndexes[i + 1];
            errors.append(i == 0 ? "" : ",")
                    .append("{\"code\":")
                    .append(codesAndIndexes[i] == null ? "null" : "\"" + codesAndIndexes[i] + "\"")
                    .append(",\"field\":")
                    .append(
                            index < 0
                                    ? "[\"input\"]"
                                    : "[\"input\",\"quantities\",\"" + index + "\",\"inventoryItemId\"]")
                    .append(",\"message\":\"As Shopify says it.\"}");
        }
        shopify.answer(
                "{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[" + errors + "]}}");
        return this;
    }

    /** The next write has no errors, and changes nothing. */
    StockSide tellsNothing() {
        shopify.answer("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[]}}");
        return this;
    }

    /** The lines of a call as {@code item@location:from>quantity}. */
    List<String> sent(int call) {
        JsonNode quantities =
                shopify.calls().get(call).variables().path("input").path("quantities");
        return StreamSupport.stream(quantities.spliterator(), false)
                .map(line -> number(line, "inventoryItemId") + "@" + number(line, "locationId") + ":"
                        + line.path("changeFromQuantity") + ">" + line.path("quantity"))
                .toList();
    }

    String key(int call) {
        return shopify.calls().get(call).variables().path("key").asText();
    }

    static LevelWrite line(long item, long quantity) {
        return new LevelWrite(level(item, 7), quantity, 1, ChangeCause.ODOO);
    }

    static LevelKey level(long item, long location) {
        return new LevelKey(new ShopifyId(item), new ShopifyId(location));
    }

    /** Lines for items 1 to {@code count} at location 7, from 1 to 5. */
    static List<LevelWrite> lines(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(item -> line(item, 5)).toList();
    }

    static JsonNode item(long id, String levels, String next) {
        return tree("{\"id\":\"gid://shopify/InventoryItem/" + id + "\",\"sku\":\"SKU-" + id
                + "\",\"tracked\":true,\"inventoryLevels\":{\"nodes\":[" + levels + "],\"pageInfo\":{\"hasNextPage\":"
                + (next != null) + ",\"endCursor\":" + (next == null ? null : "\"" + next + "\"") + "}}}");
    }

    static String levelNode(long location, long available) {
        return "{\"id\":\"gid://shopify/InventoryLevel/9" + location
                + "?inventory_item_id=1\",\"isActive\":true,\"updatedAt\":\"2026-11-20T08:00:00Z\",\"location\":{\"id\":"
                + "\"gid://shopify/Location/" + location + "\"},\"quantities\":[{\"name\":\"available\",\"quantity\":"
                + available + ",\"updatedAt\":\"2026-11-21T09:00:00Z\"}]}";
    }

    static <T> T answer(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private static ShopifyId number(JsonNode line, String field) {
        return ShopifyId.parse(line.path(field).asText());
    }
}
