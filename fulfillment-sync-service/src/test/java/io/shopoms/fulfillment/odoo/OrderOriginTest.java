package io.shopoms.fulfillment.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderOriginTest {

    @Test
    void theOriginOfOneOfOurOrdersIsRead() {
        // When
        OrderOrigin origin = OrderOrigin.parse("shopify:acme.myshopify.com:820982911946154508")
                .orElseThrow();

        // Then
        assertThat(origin.shop()).isEqualTo(new ShopDomain("acme.myshopify.com"));
        assertThat(origin.order()).isEqualTo(new ShopifyId(820982911946154508L));
        assertThat(OrderOrigin.parse(origin.toString())).contains(origin);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "S00041",
                "shopify:4001",
                "shopify:evil.example:1",
                "shopify:acme.myshopify.com:0",
                "shopify:acme.myshopify.com:99999999999999999999",
                "shopify:acme.myshopify.com:1, S00041"
            })
    void everyOtherOriginIsNotOurs(String origin) {
        assertThat(OrderOrigin.parse(origin)).isEmpty();
    }
}
