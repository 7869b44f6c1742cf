package io.shopoms.catalog.intake;

import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.cache.CacheKinds;
import io.shopoms.catalog.fixtures.ChosenSettings;
import io.shopoms.catalog.fixtures.LittleShopify;
import io.shopoms.catalog.fixtures.StoredRecords;
import io.shopoms.catalog.shopify.ProductJson;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifySide;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.job.JobHandler.Counters;
import io.shopoms.sync.job.JobHandler.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsBackfillTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Map<String, String> SINCE = Map.of("from", "2026-11-01");

    private final ShopifySide side = new ShopifySide();
    private final LittleShopify shopify = side.shopify();
    private final StoredRecords stored = new StoredRecords();
    private Optional<String> checkpoint = Optional.empty();
    private Counters counters = Counters.NONE;

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void fewProductsComePageByPage() {
        // Given
        products(25);

        // When
        int steps = run(backfill(100));

        // Then
        assertThat(steps).isEqualTo(3);
        assertThat(stored.records())
                .hasSize(25)
                .allMatch(raw ->
                        raw.format() == RawFormat.GRAPHQL && raw.triggeredAt().equals(Optional.of(NOW)));
        assertThat(counters.processed()).isEqualTo(25);
        assertThat(shopify.calls()).doesNotContain("bulk_run_query");
    }

    @Test
    void manyProductsComeAsOneExportInPartsThatFitIntoMemory() {
        // Given
        products(600);
        shopify.bulk().doneAfterLooks(3);

        // When
        run(backfill(100));

        // Then
        assertThat(stored.records()).hasSize(600);
        assertThat(stored.largest()).isLessThanOrEqualTo(250);
        assertThat(shopify.calls("bulk_run_query")).isEqualTo(1);
        assertThat(shopify.bulk().query()).contains("products(query: \"updated_at:>='2026-11-01T00:00:00Z'\")");
        assertThat(shopify.bulk().ranges()).hasSize(3).startsWith("null");
        assertThat(shopify.calls()).doesNotContain("products_updated_since", "products_by_id");
        assertThat(titles()).hasSize(600).contains("Mug 0", "Mug 599");
    }

    @Test
    void aStorageWithoutRangesIsReadFromItsStartAgain() {
        // Given
        products(600);
        shopify.bulk().forgetRanges();

        // When
        run(backfill(100));

        // Then
        assertThat(titles()).hasSize(600);
        assertThat(stored.records()).hasSize(600);
    }

    @Test
    void aJobThatIsPausedGoesOnWhereItStood() {
        // Given
        products(600);
        ProductsBackfill first = backfill(100);
        step(first);
        step(first);

        // When
        run(backfill(100));

        // Then
        assertThat(stored.records()).hasSize(600);
        assertThat(shopify.calls("bulk_run_query")).isEqualTo(1);
    }

    @Test
    void aFileThatLacksRowsDoesNotCountAsDone() {
        // Given
        products(101);
        shopify.bulk().spoil(lines -> lines.subList(0, lines.size() - 1));
        ProductsBackfill backfill = backfill(100);

        // Then
        assertThatThrownBy(() -> run(backfill)).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
            assertThat(e.failure().message()).contains("export has 202 rows, its file 201");
            assertThat(e.failure().remedy()).contains("Start a new job");
        });
        assertThat(checkpoint).as("the checkpoint stays").isPresent();
    }

    @Test
    void aFileThatBreaksInTheMiddleOfARowFailsTheJob() {
        // Given
        products(101);
        shopify.bulk().spoil(lines -> {
            List<String> broken = new ArrayList<>(lines.subList(0, 50));
            broken.add(lines.get(50).substring(0, 20));
            return broken;
        });

        // Then
        assertThatThrownBy(() -> run(backfill(100)))
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure().message()).contains("no record"));
    }

    @Test
    void rowsThatAreNotInOrderCostAReadAndLoseNothing() {
        // Given
        products(101);
        shopify.bulk().spoil(lines -> {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.swap(shuffled, 1, shuffled.size() - 1);
            return shuffled;
        });

        // When
        run(backfill(100));

        // Then
        assertThat(titles()).hasSize(101);
        assertThat(stored.records())
                .as("both products whose variants stood elsewhere were read by themselves")
                .hasSize(101)
                .allSatisfy(raw ->
                        assertThat(product(raw.text()).content().variants()).hasSize(1));
        assertThat(shopify.calls("products_by_id")).isEqualTo(1);
    }

    @Test
    void anExportThatFailsSaysWhatToDo() {
        // Given
        products(101);
        shopify.bulk().endAs("FAILED");

        // Then
        assertThatThrownBy(() -> run(backfill(100))).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
            assertThat(e.failure().message()).contains("FAILED");
            assertThat(e.failure().remedy()).contains("EXPORT_ABOVE=0");
        });
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        // Given
        ProductsCheckpoint export = new ProductsCheckpoint.Export(new ShopifyId(5), NOW, 1234, 56);
        ProductsCheckpoint pages = new ProductsCheckpoint.Pages("eyJsYXN0 X2lkIjo=");

        // Then
        assertThat(ProductsCheckpoint.parse(export.text())).isEqualTo(export);
        assertThat(ProductsCheckpoint.parse(pages.text())).isEqualTo(pages);
        assertThatThrownBy(() -> ProductsCheckpoint.parse("elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }

    private void products(int count) {
        for (int i = 0; i < count; i++) {
            shopify.create("{\"handle\":\"mug-" + i + "\",\"title\":\"Mug " + i + "\"}");
        }
    }

    private ProductsBackfill backfill(int exportAbove) {
        return new ProductsBackfill(
                side.products(),
                side.export(),
                side.operations(),
                stored,
                CacheKinds.products(),
                new ChosenSettings(10, exportAbove, 0),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private int run(ProductsBackfill backfill) {
        int steps = 0;
        do {
            step(backfill);
            steps++;
        } while (checkpoint.isPresent());
        return steps;
    }

    private void step(ProductsBackfill backfill) {
        Step step = answer(backfill.step(STORE, SINCE, checkpoint));
        counters = counters.plus(step.counters());
        checkpoint = step.next();
    }

    private List<String> titles() {
        return stored.records().stream()
                .map(raw -> product(raw.text()).content().title().orElseThrow())
                .distinct()
                .toList();
    }

    private static ShopifyProduct product(String node) {
        return ProductJson.decode(RawFormat.GRAPHQL, node).product().orElseThrow();
    }
}
