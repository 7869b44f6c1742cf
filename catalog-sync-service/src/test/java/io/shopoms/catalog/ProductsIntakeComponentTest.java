package io.shopoms.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.cache.BulkOperationNotices;
import io.shopoms.catalog.fixtures.CatalogSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.catalog.shopify.ChosenHandles;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(CatalogSimulators.class)
class ProductsIntakeComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    ProductTables tables;

    @Inject
    BulkOperationNotices notices;

    @Inject
    CacheEntries entries;

    @Inject
    ChosenHandles handles;

    @Inject
    Migrations migrations;

    @Inject
    Jobs jobs;

    @Inject
    Stores stores;

    @Inject
    Pool pool;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

    ShopifySimulator shopify;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
    }

    @Test
    void aBackfillBringsWhatNoWebhookBrought() {
        // Given
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            products.add(shopify.catalog().create("BF-" + i, "Backfilled " + i, "5.00"));
        }

        // When
        UUID job = jobs.start("products", ProductTables.SHOP, Map.of("from", "2020-01-01"))
                .await()
                .atMost(LIMIT);

        // Then
        products.forEach(product -> tables.processed(product.id()));
        assertThat(tables.link(products.get(59).id())).isPresent();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(text("select status from sync_job where id = '" + job + "'"))
                        .isEqualTo("COMPLETED"));
    }

    @Test
    void whatIsKnownAlreadyIsNoNewsToTheSecondLookback() {
        // Given
        Product product = shopify.catalog().create("LB-1", "Looked at", "5.00");
        lookBack();
        tables.processed(product.id());
        String version = version(product.id());

        // When
        lookBack();

        // Then
        assertThat(version(product.id())).isEqualTo(version);
    }

    @Test
    void anUpdateThatWasSentBeforeTheDeletionDoesNotBringAProductBack() {
        // Given
        Product product = shopify.catalog().create("DEL-1", "Short-lived", "5.00");
        String update = new String(shopify.bodyOf(product), StandardCharsets.UTF_8);
        tables.receive(update);
        tables.processed(product.id());

        // When
        tables.receive("{\"id\":" + product.id() + "}");
        tables.receive(update.replace("Short-lived", "Late news"));

        // Then
        tables.processed(product.id());
        assertThat(raw(product.id())).isEqualTo("{\"id\":" + product.id() + "}");
    }

    @Test
    void aDeletionOfWhichNoWebhookCameIsFound() {
        // Given
        Product gone = shopify.catalog().create("GONE-1", "Gone", "5.00");
        Product stays = shopify.catalog().create("STAYS-1", "Stays", "5.00");
        List.of(gone, stays).forEach(product -> {
            tables.receive(new String(shopify.bodyOf(product), StandardCharsets.UTF_8));
            tables.processed(product.id());
        });
        shopify.catalog().delete(gone.id());

        // When
        String said = task("products-deletions")
                .run(stores.find(ProductTables.SHOP).orElseThrow())
                .await()
                .atMost(LIMIT);

        // Then
        assertThat(said).contains("deleted");
        assertThat(raw(gone.id())).isEqualTo("{\"id\":" + gone.id() + "}");
        assertThat(raw(stays.id())).contains("STAYS-1");
        tables.processed(gone.id());
    }

    @Test
    void aProductWithAnOddFieldWaitsInItsRowWithTheFieldNamed() {
        // Given
        Product product = shopify.catalog().create("ODD-1", "Odd", "5.00");
        String odd = new String(shopify.bodyOf(product), StandardCharsets.UTF_8).replace("\"5.00\"", "\"5,00 €\"");

        // When
        tables.receive(odd);

        // Then
        ProductTables.Seen seen = tables.failed(product.id());
        assertThat(seen.failureKind()).isEqualTo("InvalidPayload");
        assertThat(seen.message()).contains("variants[0].price");
    }

    @Test
    void aNoticeOfABulkOperationIsTakenIn() {
        // Given
        long id = 4_711;
        String notice = "{\"admin_graphql_api_id\":\"gid://shopify/BulkOperation/" + id
                + "\",\"status\":\"completed\",\"type\":\"query\"}";
        Instant now = Instant.now();

        // When
        entries.store(
                        notices,
                        List.of(new RawRecord(ProductTables.SHOP, RawFormat.WEBHOOK, notice, Optional.of(now), now)))
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(text("select status from shopify_bulk_operation where record_id = " + id))
                                .isEqualTo("PROCESSED"));
    }

    @Test
    void aHandleIsChosenOnce() {
        // Given
        Store store = stores.find(ProductTables.SHOP).orElseThrow();

        // When
        String first = handles.choose(store, "odoo:77", "mug").await().atMost(LIMIT);
        String second = handles.choose(store, "odoo:77", "cup").await().atMost(LIMIT);
        handles.change(store, "odoo:77", "mug-2").await().atMost(LIMIT);

        // Then
        assertThat(List.of(first, second)).containsOnly("mug");
        assertThat(handles.choose(store, "odoo:77", "cup").await().atMost(LIMIT))
                .isEqualTo("mug-2");
    }

    @Test
    void parametersThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> jobs.start("products", ProductTables.SHOP, Map.of("since", "2026-01-01"))
                        .await()
                        .atMost(LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since");
    }

    private void lookBack() {
        String said = task("products-lookback")
                .run(stores.find(ProductTables.SHOP).orElseThrow())
                .await()
                .atMost(LIMIT);
        String job = said.split(" ")[1];
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(text("select status from sync_job where id = '" + job + "'"))
                        .isEqualTo("COMPLETED"));
    }

    private ScheduledTask task(String name) {
        return tasks.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String version(long product) {
        return text("select version::text from shopify_product_cache where record_id = " + product);
    }

    private String raw(long product) {
        return text("select raw from shopify_product_cache where record_id = " + product);
    }

    private String text(String sql) {
        var rows = pool.query(sql).execute().await().atMost(LIMIT).iterator();
        return rows.hasNext() ? rows.next().getString(0) : "nothing";
    }
}
