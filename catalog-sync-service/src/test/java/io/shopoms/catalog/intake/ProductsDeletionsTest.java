package io.shopoms.catalog.intake;

import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.cache.CacheKinds;
import io.shopoms.catalog.fixtures.ChosenSettings;
import io.shopoms.catalog.fixtures.StoredRecords;
import io.shopoms.catalog.shopify.ShopifySide;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsDeletionsTest {

    private final ShopifySide side = new ShopifySide();
    private final StoredRecords stored = new StoredRecords();
    private final List<ShopifyId> known = new ArrayList<>();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void whatIsMissingBecomesARecordAsItsWebhookWouldHaveBroughtIt() {
        // Given
        products(600);
        side.shopify().delete(known.get(3).value());
        side.shopify().delete(known.get(599).value());

        // When
        String said = answer(task().run(STORE));

        // Then
        assertThat(said).isEqualTo("600 products looked at, 2 deleted");
        assertThat(stored.records())
                .extracting(RawRecord::text)
                .containsExactly("{\"id\":" + known.get(3) + "}", "{\"id\":" + known.get(599) + "}");
        assertThat(side.shopify().calls("products_existing")).isEqualTo(3);
    }

    @Test
    void aStoreThatLacksManyIsNotBelieved() {
        // Given
        products(100);
        known.subList(0, 21).forEach(id -> side.shopify().delete(id.value()));

        // Then
        assertThatThrownBy(() -> answer(task().run(STORE))).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure().message()).contains("21 of 100");
            assertThat(e.failure().remedy()).contains("domain and access token");
        });
        assertThat(stored.records()).isEmpty();
    }

    private void products(int count) {
        for (int i = 0; i < count; i++) {
            known.add(new ShopifyId(side.shopify().create("{\"handle\":\"mug-" + i + "\"}")));
        }
    }

    private ProductsDeletions task() {
        return new ProductsDeletions(
                CacheKinds.cached(known),
                side.products(),
                stored,
                CacheKinds.products(),
                new ChosenSettings(10, 0, 0),
                Clock.systemUTC());
    }
}
