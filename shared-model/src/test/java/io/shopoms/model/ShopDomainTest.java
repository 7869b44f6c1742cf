package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopDomainTest {

    @Test
    void domainIsKeptInLowerCase() {
        ShopDomain shop = new ShopDomain(" Acme-Shop.MyShopify.com ");

        assertThat(shop.value()).isEqualTo("acme-shop.myshopify.com");
        assertThat(shop.handle()).isEqualTo("acme-shop");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "acme",
                "myshopify.com",
                ".myshopify.com",
                "-acme.myshopify.com",
                "acme.myshopify.com.evil.example",
                "evil.example/acme.myshopify.com",
                "acme.myshopify.com:8080",
                "a b.myshopify.com",
                "acme@evil.myshopify.com",
                "acme.myshopify.com\nX: y"
            })
    void anythingElseIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShopDomain(value))
                .withMessageContaining("expected <store>.myshopify.com");
    }
}
