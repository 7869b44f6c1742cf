package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.CHANGED_AT;
import static io.shopoms.inventory.shopify.StockSide.level;
import static io.shopoms.inventory.shopify.StockSide.line;
import static io.shopoms.inventory.shopify.StockSide.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.shopify.WriteResult.Postponed;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityWritesTest {

    private static final String STALE = "CHANGE_FROM_QUANTITY_STALE";

    private final StockSide side = new StockSide();

    @Test
    void aWriteStaysOpenUntilItsResultIsStored() {
        // Given
        side.accepts();

        // When
        List<WriteResult> results = side.write(List.of(line(2, 5), line(1, 0)));

        // Then
        assertThat(side.sent(0)).containsExactly("1@7:1>0", "2@7:1>5");
        OpenWrite open = side.journal().open().get(0);
        assertThat(side.key(0)).isEqualTo(open.key().toString());
        assertThat(results)
                .containsExactly(
                        new Written(line(1, 0), open.key(), Instant.parse(CHANGED_AT)),
                        new Written(line(2, 5), open.key(), Instant.parse(CHANGED_AT)));
    }

    @Test
    void theJournalHoldsAWriteWhenItReachesShopify() {
        // Given
        List<Integer> openWhenSent = new ArrayList<>();
        side.shopify().answer(variables -> {
            openWhenSent.add(side.journal().open().size());
            return StockSide.item(1, "", null);
        });

        // When
        side.write(lines(1));

        // Then
        assertThat(openWhenSent).containsExactly(1);
    }

    @Test
    void theInputNamesReasonAndDocument() {
        // Given
        side.accepts();

        // When
        side.write(lines(1));

        // Then
        assertThat(side.shopify().calls().get(0).variables().path("input").toString())
                .contains("\"name\":\"available\"", "\"reason\":\"correction\"")
                .contains("\"referenceDocumentUri\":\"gid://shopoms/StockWrite/" + side.key(0) + "\"");
    }

    @Test
    void manyLinesGoInMutationsOf250AndAnItemIsNotTornApart() {
        // Given
        List<LevelWrite> lines = new ArrayList<>();
        LongStream.rangeClosed(1, 249).forEach(item -> lines.add(line(item, 5)));
        lines.add(new LevelWrite(level(250, 7), 5, 1, ChangeCause.ODOO));
        lines.add(new LevelWrite(level(250, 8), 5, 1, ChangeCause.ODOO));
        lines.add(line(251, 5));
        Collections.shuffle(lines, new Random(1));
        side.accepts().accepts();

        // When
        List<WriteResult> results = side.write(lines);

        // Then
        assertThat(results).hasSize(252).allMatch(Written.class::isInstance);
        assertThat(side.sent(0)).hasSize(249).startsWith("1@7:1>5");
        assertThat(side.sent(1)).containsExactly("250@7:1>5", "250@8:1>5", "251@7:1>5");
        assertThat(side.key(0)).isNotEqualTo(side.key(1));
    }

    @Test
    void oneBadItemOf250IsNamedAndTheOthersAreWritten() {
        // Given
        side.refuses("NON_MUTABLE_INVENTORY_ITEM", 76).accepts();

        // When
        List<WriteResult> results = side.write(lines(250));

        // Then
        assertThat(results).hasSize(250);
        assertThat(results.stream().filter(Written.class::isInstance)).hasSize(249);
        assertThat(only(Refused.class, results).failure().message()).contains("inventory item 77");
        assertThat(side.sent(1)).hasSize(249).doesNotContain("77@7:1>5");
        assertThat(side.key(1)).as("another input needs another key").isNotEqualTo(side.key(0));
        assertThat(side.journal().open()).as("the refused write is forgotten").hasSize(1);
    }

    @Test
    void eachCodeForALineHasAReasonAndAWayOut() {
        Map<String, Class<? extends SyncFailure>> kinds = Map.of(
                "INVALID_INVENTORY_ITEM", RejectedByTarget.class,
                "INVALID_LOCATION", MissingDependency.class,
                "NON_MUTABLE_INVENTORY_ITEM", RejectedByTarget.class,
                "INVALID_QUANTITY_NEGATIVE", InvalidPayload.class,
                "INVALID_QUANTITY_TOO_HIGH", InvalidPayload.class,
                "INVALID_QUANTITY_TOO_LOW", RejectedByTarget.class,
                "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR", InvalidPayload.class);
        kinds.forEach((code, kind) -> {
            // Given
            StockSide fresh = new StockSide();
            fresh.refuses(code, 1).accepts();

            // When
            List<WriteResult> results = fresh.write(lines(3));

            // Then
            Refused refused = only(Refused.class, results);
            assertThat(refused.line()).as(code).isEqualTo(line(2, 5));
            assertThat(refused.failure()).as(code).isInstanceOf(kind);
            assertThat(refused.failure().message()).as(code).contains("item 2");
            assertThat(refused.failure().remedy()).as(code).isNotBlank();
            assertThat(fresh.sent(1)).as(code).containsExactly("1@7:1>5", "3@7:1>5");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE"})
    void aStaleLineIsHandedBackAndTheOthersAreWritten(String code) {
        // Given
        side.refuses(code, 0, code, 2).accepts();

        // When
        List<WriteResult> results = side.write(lines(3));

        // Then
        assertThat(results).contains(new Stale(line(1, 5)), new Stale(line(3, 5)));
        assertThat(side.sent(1)).containsExactly("2@7:1>5");
    }

    @Test
    void staleLinesThatAreNotNamedAreAllReadAgain() {
        // Given
        side.refuses(STALE, -1);

        // When
        List<WriteResult> results = side.write(lines(3));

        // Then
        assertThat(results).hasSize(3).allMatch(Stale.class::isInstance);
        assertThat(side.shopify().calls()).hasSize(1);
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void anErrorThatNamesNoLineIsFoundByHalving() {
        // Given
        side.refuses("INVALID_INVENTORY_ITEM", -1); // 1 2 3 4
        side.accepts(); // 1 2
        side.refuses("INVALID_INVENTORY_ITEM", -1); // 3 4
        side.refuses("INVALID_INVENTORY_ITEM", -1); // 3
        side.accepts(); // 4

        // When
        List<WriteResult> results = side.write(lines(4));

        // Then
        assertThat(only(Refused.class, results).line()).isEqualTo(line(3, 5));
        assertThat(results.stream().filter(Written.class::isInstance)).hasSize(3);
        assertThat(side.journal().open()).hasSize(2);
    }

    @Test
    void anErrorWithoutACodeRefusesItsLineInShopifysWords() {
        // Given
        side.refuses(null, 0, "SOMETHING_NEW", 1).accepts();

        // When
        List<WriteResult> results = side.write(lines(3));

        // Then
        assertThat(results.stream()
                        .filter(Refused.class::isInstance)
                        .map(result -> ((Refused) result).failure().message()))
                .hasSize(2)
                .allMatch(message -> message.contains("As Shopify says it."))
                .anyMatch(message -> message.contains("SOMETHING_NEW"));
    }

    @Test
    void anItemThatIsNotTrackedIsToldFromOneThatIsUnknown() {
        // Given
        side.shopify()
                .answer("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[{\"code\":"
                        + "\"INVALID_INVENTORY_ITEM\",\"field\":[\"input\",\"quantities\",\"0\",\"inventoryItemId\"],"
                        + "\"message\":\"Inventory item does not have inventory tracking enabled\"}]}}");

        // When
        List<WriteResult> results = side.write(lines(1));

        // Then
        assertThat(only(Refused.class, results).failure().remedy()).contains("Track quantity");
    }

    @Test
    void anItemOfManyLevelsIsNeverInTwoOpenWrites() {
        // Given
        List<LevelWrite> lines = LongStream.rangeClosed(1, 4)
                .mapToObj(location -> new LevelWrite(level(1, location), 5, 1, ChangeCause.ODOO))
                .toList();
        side.refuses("INVALID_LOCATION", -1);
        side.shopify().fail(new TransientFailure("no answer"));

        // When
        List<WriteResult> results = side.write(lines);

        // Then
        assertThat(results.stream().filter(Unknown.class::isInstance)).hasSize(2);
        assertThat(results.stream().filter(Stale.class::isInstance))
                .as("decided again once the first half is settled")
                .hasSize(2);
    }

    @Test
    void faultyLinesThatAreNamedOneByOneAreNotFollowedForEver() {
        // Given
        for (int i = 0; i < 10; i++) {
            side.refuses("INVALID_INVENTORY_ITEM", 0);
        }

        // When
        List<WriteResult> results = side.write(lines(50));

        // Then
        assertThat(results.stream().filter(Refused.class::isInstance)).hasSize(10);
        assertThat(results.stream().filter(Stale.class::isInstance)).hasSize(40);
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void aWriteThatIsStillAtWorkStaysOpenWithItsKey() {
        // Given
        side.refuses("IDEMPOTENCY_CONCURRENT_REQUEST", -1);

        // When
        List<WriteResult> results = side.write(lines(2));

        // Then
        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(((Unknown) result).failure())
                        .isInstanceOfSatisfying(
                                TransientFailure.class,
                                failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5))));
        assertThat(side.journal().open())
                .extracting(open -> open.key().toString())
                .containsExactly(side.key(0));
    }

    @Test
    void aKeyThatIsUsedUpIsReplaced() {
        // Given
        side.refuses("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", -1).accepts();

        // When
        List<WriteResult> results = side.write(lines(2));

        // Then
        assertThat(results).allMatch(Written.class::isInstance);
        assertThat(side.sent(1)).isEqualTo(side.sent(0));
        assertThat(side.key(1)).isNotEqualTo(side.key(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
                "COMPARE_QUANTITY_REQUIRED",
                "INVALID_NAME",
                "INVALID_REASON",
                "INVALID_REFERENCE_DOCUMENT"
            })
    void aMistakeOfOursIsNamedAndNotRepeated(String code) {
        // Given
        side.refuses(code, -1);

        // When
        List<WriteResult> results = side.write(lines(2));

        // Then
        assertThat(results).hasSize(2).allSatisfy(result -> {
            SyncFailure failure = ((Refused) result).failure();
            assertThat(failure).isInstanceOf(RejectedByTarget.class);
            assertThat(failure.message()).contains(code);
            assertThat(failure.remedy()).contains("mistake of shopOMS");
        });
        assertThat(side.shopify().calls()).hasSize(1);
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void aLostAnswerLeavesTheWriteOpen() {
        for (SyncFailure lost :
                List.of(new TransientFailure("timeout", Optional.empty()), new Misconfigured("401", "Set a token."))) {
            // Given
            StockSide fresh = new StockSide();
            fresh.shopify().fail(lost);

            // When
            List<WriteResult> results = fresh.write(lines(2));

            // Then
            assertThat(results).containsExactly(new Unknown(line(1, 5), lost), new Unknown(line(2, 5), lost));
            assertThat(fresh.journal().open()).hasSize(1);
        }
    }

    @Test
    void aDocumentThatShopifyRefusesClosesTheWrite() {
        // Given
        SyncFailure refusal = new RejectedByTarget("Shopify refused inventory_set_quantities [BAD_REQUEST]", "Report.");
        side.shopify().fail(refusal);

        // When
        List<WriteResult> results = side.write(lines(1));

        // Then
        assertThat(results).containsExactly(new Refused(line(1, 5), refusal));
        assertThat(side.journal().open()).isEmpty();
    }

    @Test
    void oneLostAnswerDoesNotStopTheOtherMutations() {
        // Given
        side.shopify().fail(new TransientFailure("timeout"));
        side.accepts();

        // When
        List<WriteResult> results = side.write(lines(251));

        // Then
        assertThat(results.stream().collect(Collectors.groupingBy(WriteResult::getClass, Collectors.counting())))
                .isEqualTo(Map.of(Unknown.class, 250L, Written.class, 1L));
    }

    @Test
    void impossibleLinesAreNotSent() {
        // Given
        side.accepts();

        // When
        List<WriteResult> results = side.write(
                List.of(line(1, -1), line(2, 1_000_000_001L), line(3, 4), line(3, 5), line(4, 1_000_000_000L)));

        // Then
        assertThat(side.sent(0)).containsExactly("4@7:1>1000000000");
        assertThat(results.stream().filter(Refused.class::isInstance)).hasSize(4);
    }

    @Test
    void aWriteOfWhichShopifyTellsNeitherAnErrorNorAChangeIsNotTakenForDone() {
        // Given
        side.tellsNothing();

        // When
        List<WriteResult> results = side.write(lines(2));

        // Then
        assertThat(results).hasSize(2).allMatch(Unknown.class::isInstance);
        assertThat(side.journal().open()).hasSize(1);
    }

    @Test
    void nothingToWriteCostsNoCall() {
        assertThat(side.write(List.of())).isEmpty();
        assertThat(side.shopify().calls()).isEmpty();
    }

    @Test
    void whatNeverBeganIsForgottenSoThatNoOldNumberComesAfterANewerOne() {
        for (SyncFailure refusal : List.of(
                new TransientFailure("throttled", Optional.of(Duration.ofSeconds(2))),
                new Misconfigured("the token is not accepted", "set another one"))) {
            // Given
            StockSide fresh = new StockSide();
            fresh.shopify().refuse(refusal);

            // When
            List<WriteResult> results = fresh.write(lines(2));

            // Then
            assertThat(results).containsExactly(new Postponed(line(1, 5), refusal), new Postponed(line(2, 5), refusal));
            assertThat(fresh.journal().open()).isEmpty();
        }
    }

    private static <T extends WriteResult> T only(Class<T> kind, List<WriteResult> results) {
        List<T> found =
                results.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
