package io.shopoms.order.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {

    @Test
    void misspeltSettingsAndHandlesWithUnderscoresAreNamed() {
        // When
        List<String> unknown = UnknownSettings.of(List.of(
                "PATH",
                "SHOPOMS_ORDERS_UNKNOWN_PRODUCT",
                "SHOPOMS_ORDERS_REFERENCES_EXPIRE_AFTER",
                "SHOPOMS_ORDERS_STORES_ACME_UNKNOWN_PRODUCT",
                "SHOPOMS_ORDERS_STORES_ACMESHOP_INVOICES",
                "SHOPOMS_ORDERS_STORES__ACME_SHOP__INVOICES",
                "SHOPOMS_ORDERS_STORES_ACME_SHOP_INVOICES",
                "SHOPOMS_ORDERS_STORES_ACME_LOOKBACK",
                "SHOPOMS_ORDERS_UNKOWN_PRODUCT",
                "SHOPOMS_ORDERS_STORES"));

        // Then
        assertThat(unknown)
                .containsExactly(
                        "SHOPOMS_ORDERS_STORES",
                        "SHOPOMS_ORDERS_STORES_ACME_LOOKBACK",
                        "SHOPOMS_ORDERS_STORES_ACME_SHOP_INVOICES",
                        "SHOPOMS_ORDERS_UNKOWN_PRODUCT");
    }
}
