package io.shopoms.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.fixtures.RecordedProducts;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductCacheTest {

    private static final Instant SENT = Instant.parse("2026-11-03T00:00:00Z");

    private final ProductCache cache = new ProductCache();

    @Test
    void aProductIsFoundByItsTitleHandleVendorAndSkus() {
        // When
        RecordKey key = cache.key(raw(RawFormat.WEBHOOK, "three-options"));

        // Then
        assertThat(key.sourceUpdatedAt()).isEqualTo(Instant.parse("2026-11-02T12:30:00Z"));
        assertThat(key.columns())
                .containsEntry("title", "Work shirt")
                .containsEntry("handle", "three-options")
                .containsEntry("vendor", "Acme")
                .containsEntry("skus", "SH-S-BL SH-S-BS SH-S-RL SH-S-RS SH-M-BL SH-M-BS SH-M-RL");
    }

    @Test
    void aDeletionIsTheNewestVersion() {
        // When
        RecordKey deletion = cache.key(raw(RawFormat.WEBHOOK, "deleted"));

        // Then
        assertThat(deletion).isEqualTo(new RecordKey(9100000000999L, SENT, "deleted", Map.of()));
    }

    @Test
    void everyVersionOfAProductThatIsToldInPartIsNews() {
        // Given
        String told = RecordedProducts.text("many-variants", RawFormat.WEBHOOK);
        String later = told.replace("2026-11-02T08:30:00-04:00", "2026-11-05T08:30:00-04:00");

        // Then
        assertThat(cache.key(raw(told)).content())
                .isNotEqualTo(cache.key(raw(later)).content());
        String whole = RecordedProducts.text("three-options", RawFormat.WEBHOOK);
        String touched = whole.replace("2026-11-02T08:30:00-04:00", "2026-11-05T08:30:00-04:00");
        assertThat(cache.key(raw(whole)).content())
                .as("an order moves the date of a product, and nothing else")
                .isEqualTo(cache.key(raw(touched)).content());
    }

    @Test
    void aProductWithAnOddFieldWaitsInItsRow() {
        // Given
        String odd = RecordedProducts.text("no-options", RawFormat.WEBHOOK).replace("\"12.50\"", "\"12,50 €\"");

        // When
        RecordKey key = cache.key(raw(odd));

        // Then
        assertThat(key.sourceUpdatedAt()).isEqualTo(Instant.parse("2026-11-02T12:30:00Z"));
        assertThat(key.content()).isEqualTo(odd);
        assertThat(key.columns()).containsEntry("title", "Enamel mug");
    }

    @Test
    void whatIsNoProductIsRefused() {
        assertThatThrownBy(() -> cache.key(raw("{\"title\":\"no id\"}"))).isInstanceOf(SyncFailureException.class);
        assertThatThrownBy(() -> cache.key(raw("{\"id\":\"x\"}"))).isInstanceOf(SyncFailureException.class);
    }

    @Test
    void theTopicsOfProductsAreClaimed() {
        assertThat(cache.claims(new WebhookTopic("products/create"))).isTrue();
        assertThat(cache.claims(new WebhookTopic("products/update"))).isTrue();
        assertThat(cache.claims(new WebhookTopic("products/delete"))).isTrue();
        assertThat(cache.claims(new WebhookTopic("bulk_operations/finish"))).isFalse();
    }

    private static RawRecord raw(RawFormat format, String name) {
        return new RawRecord(
                new ShopDomain("acme.myshopify.com"),
                format,
                RecordedProducts.text(name, format),
                Optional.of(SENT),
                SENT.plusSeconds(1));
    }

    private static RawRecord raw(String text) {
        return new RawRecord(
                new ShopDomain("acme.myshopify.com"), RawFormat.WEBHOOK, text, Optional.of(SENT), SENT.plusSeconds(1));
    }
}
