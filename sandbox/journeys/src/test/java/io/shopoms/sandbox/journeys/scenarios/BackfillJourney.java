package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.OpsApi;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders whose webhooks never came are pulled from Shopify's GraphQL into the same cache. */
@ExtendWith(OnTheLandscape.class)
final class BackfillJourney {

    private final OpsApi ops;
    private final TestStore globex;

    BackfillJourney(Landscape landscape) {
        this.ops = landscape.orders();
        this.globex = landscape.globex();
    }

    @Test
    void aBackfillOfATimeRangeHealsLostWebhooksAndCountsWhatItDid() {
        // Given
        Instant from = Instant.now().minusSeconds(5);
        List<String> silent = placeSilently(12);

        // When
        String job = start(from);

        // Then
        Eventually.see(() -> {
            JsonNode done = job(job);
            assertThat(done.path("status").asText()).as("%s", done).isEqualTo("COMPLETED");
            assertThat(done.path("counters").path("processed").asLong()).isGreaterThanOrEqualTo(12);
            // The look-back that every start begins with may have found some of them first.
            assertThat(done.path("counters").path("created").asLong()
                            + done.path("counters").path("skipped").asLong())
                    .isGreaterThanOrEqualTo(12);
            assertThat(done.path("counters").path("errors").asLong()).isZero();
        });
        Eventually.see(() -> silent.forEach(id -> assertSold(globex, id)));
    }

    @Test
    void aJobCanBePausedResumedAndCancelled() {
        // Given
        placeSilently(60);
        globex.shop().faults().slow("orders_updated_since", 2_000, 200);
        String job = start(Instant.now().minusSeconds(3_600));

        // When
        assertThat(ops.post("/api/jobs/" + job + "/pause", Map.of()).status()).isBetween(200, 299);

        // Then
        awaitStatus(job, "PAUSED");
        assertThat(ops.post("/api/jobs/" + job + "/resume", Map.of()).status()).isBetween(200, 299);
        Eventually.see(() -> assertThat(job(job).path("status").asText()).isIn("PENDING", "RUNNING", "COMPLETED"));
        assertThat(ops.post("/api/jobs/" + job + "/cancel", Map.of()).status()).isBetween(200, 299);
        awaitStatus(job, "CANCELLED");
    }

    @Test
    void parametersThatTheJobCannotRunWithAreRefused() {
        // When
        var answer = ops.post(
                "/api/jobs",
                Map.of(
                        "type",
                        "orders",
                        "store",
                        globex.domain().value(),
                        "parameters",
                        Map.of("from", "yesterday-ish")));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("from");
    }

    @Test
    void theScheduledLookBackHealsLostWebhooksWhenItIsTriggered() {
        // Given
        List<String> silent = placeSilently(3);

        // When
        var triggered = ops.post("/api/scheduler/orders-lookback/trigger?store=" + globex.domain(), Map.of());

        // Then
        assertThat(triggered.status()).as(triggered.body()).isBetween(200, 299);
        Eventually.see(() -> silent.forEach(id -> assertSold(globex, id)));
    }

    private List<String> placeSilently(int count) {
        String sku = Goods.inStock(globex, "6.00");
        return IntStream.range(0, count)
                .mapToObj(i ->
                        globex.shop().placeSilently(Basket.of(sku, 1, "6.00")).id())
                .toList();
    }

    private String start(Instant from) {
        return ops.post(
                        "/api/jobs",
                        Map.of(
                                "type",
                                "orders",
                                "store",
                                globex.domain().value(),
                                "parameters",
                                Map.of(
                                        "from",
                                        from.toString(),
                                        "to",
                                        Instant.now().plusSeconds(60).toString())))
                .ok()
                .required("id")
                .asText();
    }

    private JsonNode job(String id) {
        return ops.get("/api/jobs/" + id).ok();
    }

    private void awaitStatus(String job, String status) {
        Eventually.see(() -> assertThat(job(job).path("status").asText()).isEqualTo(status));
    }
}
