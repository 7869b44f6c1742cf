package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.PrivacyRequest.What;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the law gives people a right to. */
class PersonalDataTest {

    static final Iterable<String> RECORDED = RecordedOrders.NAMES;

    @ParameterizedTest
    @FieldSource("RECORDED")
    void anErasedOrderStillSaysWhatWasSold(String name) {
        // When
        String webhook = PersonalData.erased(RecordedOrders.webhook(name));
        String graphql = PersonalData.erased(RecordedOrders.graphql(name));

        // Then
        ShopifyOrder before = OrderJson.decode(RawFormat.WEBHOOK, RecordedOrders.webhook(name), AmountsIn.SHOP);
        ShopifyOrder after = OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP);
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.lines()).hasSameSizeAs(before.lines());
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.customer().map(Customer::id))
                .isEqualTo(before.customer().map(Customer::id));
        assertThat(after.customer().map(Customer::personName).orElse("")).isEmpty();
        assertThat(after.email()).isEmpty();
        assertThat(after.billingAddress()).isEmpty();
        assertThat(OrderJson.decode(RawFormat.GRAPHQL, graphql, AmountsIn.SHOP).email())
                .isEmpty();
        assertThat(webhook + graphql)
                .doesNotContain("@example.com", "Sample Street", "Ada", "+1555")
                .doesNotContain("\"shippingAddress\"", "\"shipping_address\"");
    }

    @Test
    void theShapeTellsWhatIsAskedFor() {
        // When
        PrivacyRequest data = PrivacyRequest.of("""
                {"shop_id": 954889, "shop_domain": "acme.myshopify.com", "orders_requested": [299938, 280263],
                 "customer": {"id": 191167, "email": "a@example.com", "phone": "555"}, "data_request": {"id": 9999}}""");
        PrivacyRequest redact = PrivacyRequest.of("""
                {"shop_id": 954889, "shop_domain": "acme.myshopify.com", "orders_to_redact": [299938],
                 "customer": {"id": 9999, "email": "a@example.com", "phone": "555"}}""");
        PrivacyRequest shop = PrivacyRequest.of("{\"shop_id\": 9999, \"shop_domain\": \"acme.myshopify.com\"}");

        // Then
        assertThat(data.what()).isEqualTo(What.DATA_REQUEST);
        assertThat(data.subject()).isEqualTo(191167);
        assertThat(data.orders()).containsExactly(299938L, 280263L);
        assertThat(redact.what()).isEqualTo(What.CUSTOMER_REDACT);
        assertThat(redact.email()).contains("a@example.com");
        assertThat(shop.what()).isEqualTo(What.SHOP_REDACT);
        assertThat(new long[] {data.recordId(), redact.recordId(), shop.recordId()})
                .doesNotHaveDuplicates();
        assertThat(redact).asString().doesNotContain("example");
    }

    @Test
    void whatIsNoRequestIsNamedWithoutItsText() {
        assertThatThrownBy(() -> PrivacyRequest.of("{\"customer\": {\"id\": \"secret\"}}"))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageNotContaining("secret");
    }
}
