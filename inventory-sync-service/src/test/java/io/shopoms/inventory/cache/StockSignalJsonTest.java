package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.inventory.cache.StockSignal.ItemGone;
import io.shopoms.inventory.cache.StockSignal.ItemHeard;
import io.shopoms.inventory.cache.StockSignal.LevelGone;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.cache.StockSignal.Mention;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockSignalJsonTest {

    private static final LevelKey KEY = new LevelKey(new ShopifyId(271878346596884015L), new ShopifyId(24826418));

    @Test
    void aLevelIsReadWithItsQuantityAndDate() {
        // Given
        String webhook = """
                {"inventory_item_id":271878346596884015,"location_id":24826418,"available":-6,
                 "updated_at":"2026-11-20T20:00:00-05:00","admin_graphql_api_id":"gid://shopify/InventoryLevel/1?x=2"}""";

        // When
        StockSignal read = StockSignalJson.read(webhook);

        // Then
        assertThat(read)
                .isEqualTo(
                        new LevelHeard(KEY, OptionalLong.of(-6), Optional.of(Instant.parse("2026-11-21T01:00:00Z"))));
    }

    @Test
    void aLevelThatShopifyDoesNotCountHasNoQuantity() {
        // When
        StockSignal read = StockSignalJson.read(
                "{\"inventory_item_id\":271878346596884015,\"location_id\":24826418,\"available\":null}");

        // Then
        assertThat(read).isEqualTo(new LevelHeard(KEY, OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void aDisconnectedLevelHasNothingButItsTwoIds() {
        // When
        StockSignal read = StockSignalJson.read("{\"inventory_item_id\":271878346596884015,\"location_id\":24826418}");

        // Then
        assertThat(read).isEqualTo(new LevelGone(KEY));
    }

    @Test
    void anItemIsReadAndADeletedOneIsKnownByHavingNothingButItsId() {
        assertThat(StockSignalJson.read("""
                {"id":7,"sku":" MUG-1 ","tracked":true,"updated_at":"2026-11-20T20:00:00Z","cost":"3.00"}"""))
                .isEqualTo(new ItemHeard(
                        new ShopifyId(7),
                        Optional.of("MUG-1"),
                        Optional.of(true),
                        Optional.of(Instant.parse("2026-11-20T20:00:00Z"))));
        assertThat(StockSignalJson.read("{\"id\":\"gid://shopify/InventoryItem/7\",\"sku\":null}"))
                .isEqualTo(new ItemHeard(new ShopifyId(7), Optional.of(""), Optional.empty(), Optional.empty()));
        assertThat(StockSignalJson.read("{\"id\":7}")).isEqualTo(new ItemGone(new ShopifyId(7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inventory_items/update|{\"id\":7}",
                "inventory_items/create|{\"id\":7,\"admin_graphql_api_id\":\"gid://shopify/InventoryItem/7\"}",
                "inventory_items/update|{\"inventory_item_id\":7,\"location_id\":2}",
                "inventory_levels/update|{\"inventory_item_id\":7,\"location_id\":2}",
                "inventory_levels/update|{\"inventory_item_id\":7}",
                "inventory_levels/disconnect|{\"inventory_item_id\":7}",
                "inventory_levels/update|{\"id\":7}"
            })
    void aWebhookThatLacksMembersIsNotTakenForAnotherOne(String topic, String webhook) {
        // Given
        StockSignal read = StockSignalJson.read(webhook);

        // Then
        assertThatThrownBy(() -> StockSignalJson.check(read, new WebhookTopic(topic)))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining(topic);
    }

    @Test
    void whatATopicTellsIsTaken() {
        StockSignalJson.check(StockSignalJson.read("{\"id\":7}"), new WebhookTopic("inventory_items/delete"));
        StockSignalJson.check(
                StockSignalJson.read("{\"inventory_item_id\":7,\"location_id\":2}"),
                new WebhookTopic("inventory_levels/disconnect"));
        StockSignalJson.check(
                StockSignalJson.read("{\"inventory_item_id\":7,\"location_id\":2,\"available\":null}"),
                new WebhookTopic("inventory_levels/connect"));
    }

    @Property
    void whatARowIsMadeFromIsReadBack(@ForAll @net.jqwik.api.constraints.LongRange(min = 1) long id) {
        // When
        String text = StockSignalJson.mention(new ShopifyId(id));

        // Then
        assertThat(StockSignalJson.read(text)).isEqualTo(new Mention(new ShopifyId(id)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":1.5}|available",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":\"5\"}|available",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":99999999999999999999}|available",
                "{\"inventory_item_id\":-1,\"location_id\":2,\"available\":1}|inventory_item_id",
                "{\"inventory_item_id\":1,\"location_id\":null,\"available\":1}|location_id",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":1,\"updated_at\":\"yesterday\"}|updated_at",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":1,\"updated_at\":\"9999-12-31T00:00:00Z\"}|updated_at",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":1,\"updated_at\":\"+999999-01-01T00:00:00Z\"}|updated_at",
                "{\"inventory_item_id\":1,\"location_id\":2,\"available\":1,\"updated_at\":\"-0500-01-01T00:00:00Z\"}|updated_at",
                "{\"id\":7,\"sku\":5}|sku",
                "{\"id\":7,\"sku\":\"A\\u0000B\"}|sku",
                "{\"id\":7,\"tracked\":\"yes\"}|tracked",
                "{\"id\":0}|id",
                "{}|id"
            })
    void whatMakesNoSenseIsNamedByItsMember(String webhook, String member) {
        assertThatThrownBy(() -> StockSignalJson.read(webhook))
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOf(InvalidPayload.class)
                                .extracting(failure -> failure.message())
                                .asString()
                                .startsWith(member + " "));
    }
}
