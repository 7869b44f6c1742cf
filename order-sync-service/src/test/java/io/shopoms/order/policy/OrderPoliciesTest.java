package io.shopoms.order.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.policy.OrderPolicy.TestOrders;
import io.shopoms.order.policy.OrderPolicy.UnknownProduct;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderPoliciesTest {

    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");
    private static final ShopDomain BETA = new ShopDomain("beta-shop.myshopify.com");

    @Test
    void theDefaultsAreThoseOfACarefulMerchant() {
        OrderPolicy policy = policies(Map.of()).of(ACME);

        assertThat(policy.testOrders()).isEqualTo(TestOrders.IGNORE);
        assertThat(policy.unknownProduct()).isEqualTo(UnknownProduct.WAIT);
        assertThat(policy.roundingLimit()).isEqualByComparingTo("0.05");
        assertThat(policy.matchCustomersBy()).containsExactly(CustomerMatch.EMAIL);
        assertThat(policy.invoices()).isEqualTo(Documents.NONE);
        assertThat(policy.creditNotes()).isEqualTo(Documents.DRAFT);
    }

    @Test
    void aStoresOwnChoiceComesBeforeTheGeneralOne() {
        // When
        OrderPolicies policies = policies(Map.of(
                "SHOPOMS_ORDERS_UNKNOWN_PRODUCT", "placeholder",
                "SHOPOMS_ORDERS_ROUNDING_LIMIT", "0.10",
                "SHOPOMS_ORDERS_STORES_ACME_UNKNOWN_PRODUCT", "wait",
                "SHOPOMS_ORDERS_STORES_ACME_INVOICES", "posted"));

        // Then
        assertThat(policies.of(ACME).unknownProduct()).isEqualTo(UnknownProduct.WAIT);
        assertThat(policies.of(ACME).invoices()).isEqualTo(Documents.POSTED);
        assertThat(policies.of(ACME).roundingLimit()).isEqualByComparingTo(new BigDecimal("0.10"));
        assertThat(policies.of(BETA).unknownProduct()).isEqualTo(UnknownProduct.PLACEHOLDER);
        assertThat(policies.of(BETA).invoices()).isEqualTo(Documents.NONE);
    }

    @Test
    void aDashInTheDomainIsLeftOutOfTheVariable() {
        OrderPolicies policies = policies(Map.of("SHOPOMS_ORDERS_STORES_BETASHOP_UNKNOWN_PRODUCT", "placeholder"));

        assertThat(policies.of(BETA).unknownProduct()).isEqualTo(UnknownProduct.PLACEHOLDER);
        assertThat(policies.of(ACME).unknownProduct()).isEqualTo(UnknownProduct.WAIT);
    }

    @Test
    void aWordThatIsNoChoiceIsNamedWithItsSetting() {
        assertThatThrownBy(() -> policies(Map.of("SHOPOMS_ORDERS_UNKNOWN_PRODUCT", "guess")))
                .hasStackTraceContaining("shopoms.orders.unknown-product")
                .hasStackTraceContaining("guess");
    }

    private static OrderPolicies policies(Map<String, String> environment) {
        return new OrderPolicies(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(OrderPolicySettings.class)
                .build()
                .getConfigMapping(OrderPolicySettings.class));
    }
}
