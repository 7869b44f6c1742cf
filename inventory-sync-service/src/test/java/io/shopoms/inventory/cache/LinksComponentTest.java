package io.shopoms.inventory.cache;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static io.shopoms.inventory.fixtures.StockTables.linked;
import static io.shopoms.inventory.fixtures.StockTables.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.inventory.cache.StockItems.Filter;
import io.shopoms.inventory.cache.StockItems.State;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.intake.DomainEventConsumer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class LinksComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ItemKey ITEM = item(ACME, 1);

    @Inject
    StockTables tables;

    @Inject
    CatalogLinks catalog;

    @Inject
    ItemChoices choices;

    @Inject
    StockItems items;

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    DomainEventConsumer consumer;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void nothingIsLinked() {
        tables.clear();
    }

    @Test
    void aLinkedVariantIsLookedAtAndWrittenDown() {
        // When
        take(linked(ACME, 500, 60, NOON, variant(1, 70), variant(2, 71)));

        // Then
        assertThat(find(ITEM).product()).contains(new OdooId(70));
        assertThat(find(ITEM).sku()).isEqualTo("SKU-1");
        assertThat(tables.due()).containsExactly(ITEM, item(ACME, 2));
        assertThat(tables.texts("select detail from inventory_sync_log where source = 'CATALOG' order by id"))
                .containsExactly("linked with Odoo's product 70", "linked with Odoo's product 71");
    }

    @Test
    void theSameWordTwiceAndAnOlderOneChangeNothing() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        tables.nothingIsDue();

        // When
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        take(linked(ACME, 500, 60, NOON.minusSeconds(9), variant(1, 77)));

        // Then
        assertThat(find(ITEM).product()).contains(new OdooId(70));
        assertThat(tables.due()).isEmpty();
    }

    @Test
    void aVariantThatIsNoLongerToldIsUnlinkedAndItsDifferencesAreForgotten() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70), variant(2, 71)));
        tables.execute("insert into inventory_level (store, inventory_item_id, location_id, presence, available,"
                + " available_at, kept, unexplained, differences, shown) values ('" + ACME
                + "', 1, 9, 'STOCKED', 5, now(), true, -2, '[{\"units\":-2,\"since\":\"2026-11-20T12:00:00Z\"}]', 4)");
        tables.nothingIsDue();

        // When
        take(linked(ACME, 500, 60, NOON.plusSeconds(1), variant(2, 71)));

        // Then
        assertThat(find(ITEM).product()).isEmpty();
        assertThat(find(item(ACME, 2)).product()).contains(new OdooId(71));
        assertThat(tables.due()).containsExactly(ITEM);
        assertThat(tables.text("select kept || differences || shown || revision from inventory_level"))
                .isEqualTo("false[]02");
    }

    @Test
    void whoeverSellsTheSameProductIsLookedAtWhenAVariantIsNoLongerTold() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        take(linked(ACME, 501, 60, NOON, variant(3, 70), variant(4, 71)));
        tables.nothingIsDue();

        // When
        take(linked(ACME, 500, 60, NOON.plusSeconds(1)));

        // Then
        assertThat(tables.due()).containsExactly(ITEM, item(ACME, 3));
    }

    @Test
    void whatAPersonUnlinkedStaysUnlinkedUntilItIsReleased() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        choices.unlink(ITEM, "anna").await().atMost(LIMIT);

        // When
        take(linked(ACME, 500, 60, NOON.plusSeconds(1), variant(1, 72)));
        Optional<OdooId> kept = find(ITEM).product();
        StockItem released = choices.release(ITEM, "anna").await().atMost(LIMIT).orElseThrow();

        // Then
        assertThat(kept).isEmpty();
        assertThat(released.product()).contains(new OdooId(72));
        assertThat(released.chosenBy()).isEmpty();
        assertThat(tables.texts("select actor || ': ' || detail from inventory_sync_log where actor is not null"
                        + " order by id"))
                .containsExactly("anna: unlinked, before with 70", "anna: linked with Odoo's product 72");
    }

    @Test
    void whatAPersonLinkedSurvivesAProductThatDisappears() {
        // Given
        choices.link(ITEM, Optional.empty(), new OdooId(90), "anna").await().atMost(LIMIT);

        // When
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        take(linked(ACME, 500, 60, NOON.plusSeconds(1)));

        // Then
        assertThat(find(ITEM).product()).contains(new OdooId(90));
        assertThat(find(ITEM).chosenBy()).contains("anna");
    }

    @Test
    void aChoiceIsStoredWrittenDownAndMakesTheItemDue() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70)));
        tables.nothingIsDue();

        // When
        choices.choose(
                        ITEM,
                        choice -> choice.withAllocation(Optional.of(new Allocation.Share(new BigDecimal("12.5"))))
                                .withBuffer(OptionalLong.of(2))
                                .withEnabled(false),
                        "anna")
                .await()
                .atMost(LIMIT);

        // Then
        StockItem item = find(ITEM);
        assertThat(item.allocation()).contains(new Allocation.Share(new BigDecimal("12.50")));
        assertThat(item.buffer()).hasValue(2);
        assertThat(item.enabled()).isFalse();
        assertThat(tables.due()).containsExactly(ITEM);
        assertThat(tables.text("select detail from inventory_sync_log where actor = 'anna'"))
                .isEqualTo("stock is no longer written; kept for B2B: 12.5 %, before as the store;"
                        + " buffer: 2 units, before as the store");
    }

    @Test
    void aChoiceForAnItemThatIsNotThereIsNone() {
        assertThat(choices.choose(item(ACME, 99), choice -> choice.withEnabled(false), "anna")
                        .await()
                        .atMost(LIMIT))
                .isEmpty();
        assertThat(tables.due()).isEmpty();
    }

    @Test
    void itemsAreFoundByStateAndByWhateverPeopleKnowOfThem() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70), variant(2, 71)));
        tables.receive(ACME, "{\"id\":3,\"sku\":\"sku-3_x\",\"updated_at\":\"2026-11-20T12:00:01Z\"}");

        // Then
        assertThat(search(State.UNLINKED, null)).containsExactly(3L);
        assertThat(search(null, "SKU-")).containsExactly(1L, 2L, 3L);
        assertThat(search(null, "sku-3_")).containsExactly(3L);
        assertThat(search(State.LINKED, "71")).containsExactly(2L);
        assertThat(search(null, "1001")).containsExactly(1L);
    }

    @Test
    void wordsAboutManyProductsOfTwoStoresAreTakenTogether() {
        // Given
        take(linked(ACME, 500, 60, NOON, variant(1, 70)), linked(BETA, 500, 60, NOON, variant(3, 70)));
        tables.nothingIsDue();

        // When: of the first an older word comes late, and the second loses its item to another product
        take(
                linked(ACME, 500, 60, NOON.plusSeconds(2), variant(1, 72)),
                linked(ACME, 500, 60, NOON.plusSeconds(1), variant(1, 71)),
                linked(BETA, 501, 61, NOON, variant(3, 73)),
                linked(BETA, 500, 60, NOON.plusSeconds(1)),
                linked(ACME, 502, 62, NOON, variant(4, 74)));

        // Then
        assertThat(find(ITEM).product()).contains(new OdooId(72));
        assertThat(find(item(BETA, 3)).product()).contains(new OdooId(73));
        assertThat(tables.due()).containsExactly(ITEM, item(ACME, 4), item(BETA, 3));
        assertThat(tables.texts("select correlation_id || ': ' || detail from inventory_sync_log order by id offset 2"))
                .containsExactly(
                        "product 500: linked with Odoo's product 72",
                        "product 502: linked with Odoo's product 74",
                        "product 501: linked with Odoo's product 73");
    }

    @Test
    void oneWordThatCannotBeStoredHoldsUpNoneOfTheOthers() throws Exception {
        // Given
        await().atMost(LIMIT).untilAsserted(() -> assertThat(consumer.problem()).isEmpty());

        // When: PostgreSQL has no place for a NUL in a text
        for (int product = 1; product <= 60; product++) {
            VariantLinked.Variant told = variant(product, 70 + product);
            publish(linked(
                    ACME,
                    500 + product,
                    60,
                    NOON,
                    product != 30
                            ? told
                            : new VariantLinked.Variant(
                                    told.shopifyVariantId(), told.inventoryItemId(), told.odooProductId(), "\0")));
        }

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.text("select (select count(*) from product_inventory) || ' linked, '"
                                        + " || (select count(*) from rejected_message) || ' rejected'"))
                                .isEqualTo("59 linked, 1 rejected"));
        assertThat(find(item(ACME, 60)).product()).contains(new OdooId(130));
    }

    private List<Long> search(State state, String text) {
        return items
                .search(
                        new Filter(Optional.of(ACME), Optional.ofNullable(state), Optional.ofNullable(text)),
                        Optional.empty(),
                        50)
                .await()
                .atMost(LIMIT)
                .stream()
                .map(found -> found.key().item().value())
                .toList();
    }

    private void take(VariantLinked... events) {
        catalog.take(List.of(events)).await().atMost(LIMIT);
    }

    private void publish(Object event) throws IOException {
        publisher
                .publish(Exchanges.EVENTS, VariantLinked.ROUTING_KEY, Map.of(), json.writeValueAsBytes(event))
                .await()
                .atMost(LIMIT);
    }

    private StockItem find(ItemKey key) {
        return items.find(key).await().atMost(LIMIT).orElseThrow();
    }
}
