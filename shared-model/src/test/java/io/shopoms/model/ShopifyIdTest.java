package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyIdTest {

    @Test
    void numberBeyondDoublePrecisionSurvivesBothForms() {
        assertThat(ShopifyId.parse("820982911946154508").value()).isEqualTo(820982911946154508L);
        assertThat(ShopifyId.parse("gid://shopify/Order/820982911946154508").gid("Order"))
                .isEqualTo("gid://shopify/Order/820982911946154508");
    }

    @Test
    void queryPartOfAnInventoryLevelIdIsIgnored() {
        assertThat(ShopifyId.parse("gid://shopify/InventoryLevel/12?inventory_item_id=34"))
                .isEqualTo(new ShopifyId(12));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0", "-1", "1.5", "1e3", "abc", "gid://other/Order/1", "99999999999999999999"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShopifyId.parse(text));
    }
}
