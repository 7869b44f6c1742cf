package io.shopoms.sandbox.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.order.Checkout;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.Shop;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSearchTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final OrderSearch search = new OrderSearch(NEW_YORK);
    private final Order order = new Checkout(
                    new Shop("acme.myshopify.com", Currency.getInstance("USD"), NEW_YORK, Clock.systemUTC()),
                    change -> {})
            .place(OrderDraft.parse(
                    "{\"createdAt\":\"2026-11-20T10:00:00Z\",\"gateway\":\"manual\",\"tags\":[\"vip\"]}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updated_at:>='2026-11-20T10:00:00Z' | true",
                "updated_at:>'2026-11-20T10:00:00Z' | false",
                "updated_at:<=2026-11-20T10:00:00Z | true",
                "updated_at:<\"2026-11-20T10:00:00Z\" | false",
                "updated_at:>='2026-11-20T05:00:00' | true",
                "updated_at:>='2026-11-20T05:00:01' | false",
                "created_at:>=2026-11-20 | true",
                "created_at:>=2026-11-21 | false",
                "updated_at:>=2026-11-01 updated_at:<2026-11-20T09:00:00Z | false",
                "updated_at:>=2026-11-01 AND financial_status:pending | true",
                "name:'#1001' | true",
                "name:1001 | true",
                "tag:vip status:open | true",
                "status:cancelled | false",
                "fulfillment_status:unfulfilled | true",
                "email:ada@example.com | true"
            })
    void everyTermOfAQueryMustHold(String query, boolean expected) {
        assertThat(search.parse(query).test(order)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour:red", "updated_at:>=soon", "just words", "updated_at:>=2026-11-01 )", "id:>x"})
    void whatItDoesNotUnderstandIsAnErrorAndNotIgnored(String query) {
        assertThatThrownBy(() -> search.parse(query)).isInstanceOf(AdminError.class);
    }

    @Test
    void noQueryFindsEverything() {
        assertThat(search.parse(null).test(order)).isTrue();
        assertThat(search.parse("  ").test(order)).isTrue();
    }
}
