package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.CHANGED_AT;
import static io.shopoms.inventory.shopify.StockSide.NOW;
import static io.shopoms.inventory.shopify.StockSide.STORE;
import static io.shopoms.inventory.shopify.StockSide.answer;
import static io.shopoms.inventory.shopify.StockSide.item;
import static io.shopoms.inventory.shopify.StockSide.levelNode;
import static io.shopoms.inventory.shopify.StockSide.line;
import static io.shopoms.inventory.shopify.StockSide.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.RecordedShopify;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeInquiryTest {

    private final StockSide side = new StockSide();

    @Test
    void anOpenWriteIsSentAgainLetterByLetter() {
        // Given
        side.shopify().fail(new TransientFailure("timeout"));
        side.write(lines(3));
        OpenWrite open = side.journal().open().get(0);
        side.accepts();

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        List<RecordedShopify.Call> calls = side.shopify().calls();
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
        assertThat(results).hasSize(3).contains(new Written(line(1, 5), open.key(), Instant.parse(CHANGED_AT)));
        assertThat(side.journal().open())
                .as("closed by whoever stores the result")
                .hasSize(1);
    }

    @Test
    void whatWasNotCarriedOutIsDecidedAnewInsteadOfSentWithOldNumbers() {
        // Given
        OpenWrite open = opened(NOW.minusSeconds(60), 3);
        side.refuses("CHANGE_FROM_QUANTITY_STALE", 0, "INVALID_INVENTORY_ITEM", 1);

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(results.get(0)).isEqualTo(new Stale(line(1, 5)));
        assertThat(results.get(1)).isInstanceOf(Refused.class);
        assertThat(results.get(2)).isEqualTo(new Stale(line(3, 5)));
        assertThat(side.shopify().calls()).hasSize(1);
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void anAttemptThatFailedInShopifyIsDecidedAnew() {
        for (String code : List.of("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", "INVALID_LOCATION")) {
            // Given
            OpenWrite open = opened(NOW.minusSeconds(60), 2);
            side.refuses(code, -1);

            // When
            List<WriteResult> results = side.repeat(open);

            // Then
            assertThat(results).hasSize(2).allMatch(Stale.class::isInstance);
            assertThat(side.journal().open()).isEmpty();
        }
    }

    @Test
    void aWriteThatIsStillAtWorkOrLostAgainStaysOpen() {
        // Given
        OpenWrite open = opened(NOW.minusSeconds(60), 2);
        side.refuses("IDEMPOTENCY_CONCURRENT_REQUEST", -1);
        side.shopify().fail(new TransientFailure("timeout"));

        // When
        List<WriteResult> first = side.repeat(open);
        List<WriteResult> second = side.repeat(open);

        // Then
        assertThat(first).hasSize(2).allMatch(Unknown.class::isInstance);
        assertThat(second).hasSize(2).allMatch(Unknown.class::isInstance);
        assertThat(side.journal().open()).containsExactly(open);
    }

    @Test
    void aRepeatedCallThatNeverBeganSaysNothingOfTheFirstOne() {
        // Given
        OpenWrite open = opened(NOW.minusSeconds(60), 2);
        side.shopify().refuse(new TransientFailure("throttled"));

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(results).hasSize(2).allMatch(Unknown.class::isInstance);
        assertThat(side.journal().open()).containsExactly(open);
    }

    @Test
    void aMixedUpKeyIsNamedAndClosed() {
        // Given
        OpenWrite open = opened(NOW.minusSeconds(60), 1);
        side.refuses("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", -1);

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(((Refused) results.get(0)).failure().message()).contains("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void onceTheKeyIsForgottenTheLevelsTellWhatBecameOfTheWrite() {
        // Given
        OpenWrite open = opened(NOW.minus(Duration.ofHours(25)), 3);
        side.shopify()
                .answer(variables -> RecordedShopify.tree("{\"nodes\":[" + item(1, levelNode(7, 5), null) + ","
                        + item(2, levelNode(7, 4), null) + ",null]}"));

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(side.shopify().calls())
                .extracting(RecordedShopify.Call::document)
                .containsExactly("inventory_items");
        assertThat(results)
                .containsExactly(
                        new Written(line(1, 5), open.key(), Instant.parse("2026-11-21T09:00:00Z")),
                        new Stale(line(2, 5)),
                        new Stale(line(3, 5)));
    }

    @Test
    void ifShopifyTellsNeitherAnErrorNorAChangeTheLevelsTell() {
        // Given
        OpenWrite open = opened(NOW.minusSeconds(1), 2);
        side.tellsNothing()
                .shopify()
                .answer(variables -> RecordedShopify.tree(
                        "{\"nodes\":[" + item(1, levelNode(7, 5), null) + "," + item(2, levelNode(7, 1), null) + "]}"));

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(results)
                .containsExactly(
                        new Written(line(1, 5), open.key(), Instant.parse("2026-11-21T09:00:00Z")),
                        new Stale(line(2, 5)));
    }

    @Test
    void aForgottenWriteOfWhichNothingIsSeenIsClosed() {
        // Given
        OpenWrite open = opened(NOW.minus(Duration.ofHours(25)), 1);
        side.shopify().answer("{\"nodes\":[null]}");

        // When
        List<WriteResult> results = side.repeat(open);

        // Then
        assertThat(results).containsExactly(new Stale(line(1, 5)));
        assertThat(side.journal().open()).isEmpty();
    }

    private OpenWrite opened(Instant at, int count) {
        OpenWrite open = new OpenWrite(UUID.randomUUID(), lines(count), at);
        answer(side.journal().open(STORE.shop(), open));
        return open;
    }
}
