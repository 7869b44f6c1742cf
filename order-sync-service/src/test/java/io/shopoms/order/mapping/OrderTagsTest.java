package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.fixtures.RecordedOrders;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTagsTest {

    @Test
    void thePaymentMethodComesFirstThenShopifysTags() {
        assertThat(OrderTags.of(
                        RecordedOrders.order("two-lines-taxed-shipping"), Optional.of(PaymentMethod.PREPAID), true))
                .containsExactly("Prepaid", "newsletter", "vip");
    }

    @Test
    void aTagThatSaysTheSameInOtherLettersIsLeftOut() {
        assertThat(OrderTags.of(RecordedOrders.order("cash-on-delivery"), Optional.of(PaymentMethod.COD), true))
                .containsExactly("COD");
    }

    @Test
    void shopifysTagsAreCopiedOnlyWhereWanted() {
        assertThat(OrderTags.of(RecordedOrders.order("two-lines-taxed-shipping"), Optional.empty(), false))
                .isEmpty();
    }
}
