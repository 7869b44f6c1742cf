package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.NoAnswerException.Reason;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "301, Misconfigured,    false, SHOPIFY_SHOP_DOMAIN",
        "400, RejectedByTarget, false, report",
        "401, Misconfigured,    true,  SHOPIFY_ACCESS_TOKEN",
        "402, Misconfigured,    true,  bill",
        "403, Misconfigured,    true,  scopes",
        "404, Misconfigured,    true,  SHOPIFY_API_VERSION",
        "406, RejectedByTarget, false, report",
        "408, TransientFailure, false, by itself",
        "423, Misconfigured,    true,  support",
        "429, TransientFailure, true,  by itself",
        "430, TransientFailure, false, by itself",
        "500, TransientFailure, false, by itself",
        "502, TransientFailure, false, by itself",
        "503, TransientFailure, false, by itself",
        "504, TransientFailure, false, by itself"
    })
    void statusSaysWhatToDoAndWhetherItCanBeSentAgain(int status, String kind, boolean notCarriedOut, String remedy) {
        // When
        CallFailedException failed = ShopifyErrors.ofStatus("order_one", status, Optional.of(Duration.ofSeconds(4)));

        // Then
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.failure().remedy()).contains(remedy);
        assertThat(failed.notCarriedOut()).isEqualTo(notCarriedOut);
        if (failed.failure() instanceof TransientFailure wait) {
            assertThat(wait.retryAfter()).contains(Duration.ofSeconds(4));
        }
    }

    @Test
    void goodAnswerHasNoFailure() {
        assertThat(ShopifyErrors.ofBody("x", json("{\"data\":{\"order\":null}}")))
                .isEmpty();
        assertThat(ShopifyErrors.ofBody("x", json("{\"data\":{},\"errors\":[]}")))
                .isEmpty();
        assertThat(ShopifyErrors.ofBody("x", json("{\"data\":{},\"errors\":null}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1500, 1000, 5", "1500, 1499.5, 1", "1000, 0, 10", "5000, 0, 20", "10, 1000, 1"})
    void throttledWaitsUntilTheMissingPointsAreThere(int requested, double available, long seconds) {
        // Given
        JsonNode body = json("{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],"
                + "\"extensions\":{\"cost\":{\"requestedQueryCost\":" + requested + ",\"actualQueryCost\":null,"
                + "\"throttleStatus\":{\"maximumAvailable\":2000,\"currentlyAvailable\":" + available
                + ",\"restoreRate\":100}}}}");

        // When
        CallFailedException failed = ShopifyErrors.ofBody("orders_list", body).orElseThrow();

        // Then
        assertThat(failed.notCarriedOut()).isTrue();
        assertThat(failed.failure())
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        wait -> assertThat(wait.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void throttledWithoutFiguresWaitsASecond() {
        SyncFailure failure = of("{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}]}");

        assertThat(failure).isEqualTo(new TransientFailure("Shopify throttled x", Optional.of(Duration.ofSeconds(1))));
    }

    @Test
    void missingScopeIsNamed() {
        SyncFailure failure = of(
                "{\"errors\":[{\"message\":\"Access denied for taxes field. Required access: `write_taxes` access scope.\","
                        + "\"extensions\":{\"code\":\"ACCESS_DENIED\",\"requiredAccess\":\"`write_taxes`\"}}],"
                        + "\"data\":{\"taxes\":null}}");

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.message()).contains("write_taxes");
        assertThat(failure.remedy()).contains("scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"The @idempotent directive is required for this mutation but was not provided.\","
                        + "\"extensions\":{\"code\":\"BAD_REQUEST\"},\"path\":[\"inventorySetQuantities\"]}],"
                        + "\"data\":{\"inventorySetQuantities\":null}}",
                "{\"errors\":[{\"message\":\"Variable $input was provided invalid value\","
                        + "\"extensions\":{\"code\":\"INVALID_VARIABLE\",\"problems\":[]}}]}",
                "{\"errors\":[{\"message\":\"Query cost is 1723, which exceeds the single query max cost limit (1000).\","
                        + "\"extensions\":{\"code\":\"MAX_COST_EXCEEDED\"}}]}",
                "{\"errors\":[{\"message\":\"Field 'x' doesn't exist\",\"extensions\":{\"code\":\"undefinedField\"}}]}",
                "{\"errors\":\"Not Found\"}"
            })
    void otherErrorsAreRejections(String body) {
        assertThat(of(body)).isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void rejectionHoldsShopifysReasonAndCode() {
        assertThat(of("{\"errors\":[{\"message\":\"Line\\none " + "x".repeat(3000)
                                + "\",\"extensions\":{\"code\":\"BAD\"}}]}")
                        .message())
                .startsWith("Shopify refused x: Line one xxx")
                .hasSizeLessThan(400);
        assertThat(of("{\"errors\":[{\"message\":\"No\",\"extensions\":{\"code\":\"BAD\"}}]}")
                        .message())
                .isEqualTo("Shopify refused x: No [BAD]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"Internal error. Looks like something went wrong on our end.\","
                        + "\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]}",
                "{}",
                "{\"data\":null}",
                "[]",
                "17"
            })
    void troubleOfShopifyItselfLeavesTheOutcomeOpen(String body) {
        CallFailedException failed = ShopifyErrors.ofBody("x", json(body)).orElseThrow();

        assertThat(failed.failure()).isInstanceOf(TransientFailure.class);
        assertThat(failed.notCarriedOut()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyMissingAnswerIsClassified(Reason reason) {
        // When
        CallFailedException failed = ShopifyErrors.failed(new NoAnswerException(reason, "acme did not"));

        // Then
        String kind = switch (reason) {
            case NOT_SENT, UNKNOWN_OUTCOME -> "TransientFailure";
            case NOT_TRUSTED -> "Misconfigured";
            case TOO_LARGE -> "RejectedByTarget";
        };
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.notCarriedOut()).isEqualTo(reason == Reason.NOT_SENT);
    }

    private static SyncFailure of(String body) {
        return ShopifyErrors.ofBody("x", json(body)).orElseThrow().failure();
    }

    private static JsonNode json(String body) {
        return JsonBodies.read(Buffer.buffer(body)).orElseThrow();
    }
}
