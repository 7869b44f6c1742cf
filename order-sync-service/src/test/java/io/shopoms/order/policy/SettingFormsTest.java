package io.shopoms.order.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.policy.OrderPolicy.UnknownProduct;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFormsTest {

    private static final ShopDomain ACME = new ShopDomain("acme-shop.myshopify.com");

    @Test
    void settingsOfAllKindsAreReadForAllStoresAndForOne() {
        // When
        OrderPolicies policies = policies(Map.of(
                "shopoms.orders.taxes", " 19:included=8, 7.25 : excluded = 12",
                "shopoms.orders.journals", "*=BNK1",
                "shopoms.orders.rounding-limit", "0",
                "shopoms.orders.copy-tags", "FALSE",
                "shopoms.orders.stores.acme-shop.rounding-limit", "1.50",
                "shopoms.orders.stores.acme-shop.copy-tags", "true",
                "shopoms.orders.stores.acme-shop.taxes", "10:excluded=3",
                "shopoms.orders.stores.acme-shop.journals", "cod=CSH1",
                "shopoms.orders.stores.acme-shop.unknown-product", "placeholder"));
        OrderPolicy general = policies.of(new ShopDomain("other.myshopify.com"));
        OrderPolicy acme = policies.of(ACME);

        // Then
        assertThat(general.taxes().ids())
                .isEqualTo(Map.of(
                        new TaxKey(new BigDecimal("19"), true), 8L, new TaxKey(new BigDecimal("7.25"), false), 12L));
        assertThat(general.journals().of("anything")).contains("BNK1");
        assertThat(general.roundingLimit()).isEqualByComparingTo("0");
        assertThat(general.copyTags()).isFalse();
        assertThat(general.unknownProduct()).isEqualTo(UnknownProduct.WAIT);
        assertThat(acme.roundingLimit()).isEqualByComparingTo("1.5");
        assertThat(acme.copyTags()).isTrue();
        assertThat(acme.taxes().ids()).isEqualTo(Map.of(new TaxKey(BigDecimal.TEN, false), 3L));
        assertThat(acme.journals().of("anything")).isEqualTo(Optional.empty());
        assertThat(acme.unknownProduct()).isEqualTo(UnknownProduct.PLACEHOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "taxes, 19=5",
        "taxes, 19:incl=5",
        "taxes, 19:included",
        "taxes, x:included=5",
        "taxes, 19:included=-5",
        "taxes, '19:included=5,19.0:included=6'",
        "journals, BNK1",
        "journals, 'cod=A,COD=B'",
        "rounding-limit, -1",
        "rounding-limit, 1e9",
        "rounding-limit, much",
        "copy-tags, maybe",
        "test-orders, banana",
        "unknown-product, ignore",
        "amounts-in, euro",
        "match-customers-by, name",
        "unpaid-orders, later",
        "invoices, all",
        "refunds-before-invoice, x",
        "credit-notes, x",
        "returns, x"
    })
    void aMalformedSettingIsNamedForAllStoresAndForOne(String setting, String value) {
        for (String name : new String[] {"shopoms.orders." + setting, "shopoms.orders.stores.acme." + setting}) {
            // When / Then
            assertThatThrownBy(() -> policies(Map.of(name, value)))
                    .hasMessageContaining(name)
                    .hasMessageContaining(value);
        }
    }

    private static OrderPolicies policies(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(OrderPolicySettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new OrderPolicies(config.getConfigMapping(OrderPolicySettings.class));
    }
}
