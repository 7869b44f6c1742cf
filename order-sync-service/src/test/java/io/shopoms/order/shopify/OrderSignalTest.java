package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSignalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders/edited | {"order_edit":{"id":9,"order_id":5001,"created_at":"2026-11-19T10:00:00Z","committed_at":"2026-11-19T10:01:00Z"}} | 2026-11-19T10:01:00Z
            refunds/create | {"id":9,"admin_graphql_api_id":"gid://shopify/Refund/9","order_id":5001,"created_at":"2026-11-19T05:01:00-05:00"} | 2026-11-19T10:01:00Z
            order_transactions/create | {"id":9,"admin_graphql_api_id":"gid://shopify/OrderTransaction/9","order_id":5001,"processed_at":"2026-11-19T10:02:00Z"} | 2026-11-19T10:02:00Z
            returns/close | {"id":9,"admin_graphql_api_id":"gid://shopify/Return/9","order_id":5001,"status":"closed"} |
            returns/request | {"id":9,"admin_graphql_api_id":"gid://shopify/Return/9","order":{"id":5001,"admin_graphql_api_id":"gid://shopify/Order/5001"}} |
            fulfillments/update | {"id":9,"admin_graphql_api_id":"gid://shopify/Fulfillment/9","order_id":5001,"created_at":"2026-11-19T10:00:00Z","updated_at":"2026-11-19T10:03:00Z"} | 2026-11-19T10:03:00Z
            orders/delete | {"id":5001} |
            """)
    void theOrderAndTheDateOfAnEventAreRead(String topic, String payload, String at) {
        // When
        OrderSignal signal = OrderSignal.of(payload);

        // Then
        assertThat(signal.order()).as(topic).isEqualTo(new ShopifyId(5001));
        assertThat(signal.at()).as(topic).isEqualTo(Optional.ofNullable(at).map(Instant::parse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"order_id\":\"first\"}",
                "{\"id\":9,\"admin_graphql_api_id\":\"gid://shopify/Return/9\"}"
            })
    void anEventThatNamesNoOrderIsInvalid(String payload) {
        // When / Then
        assertThatThrownBy(() -> OrderSignal.of(payload))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(InvalidPayload.class));
    }

    @Test
    void anIdBeyondTheReachOfADoubleIsKept() {
        assertThat(OrderSignal.of("{\"id\":820982911946154508}").order().value())
                .isEqualTo(820982911946154508L);
    }
}
