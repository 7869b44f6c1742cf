package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTopicTest {

    @Test
    void slashBecomesDotInTheRoutingKey() {
        assertThat(new WebhookTopic("orders/create").routingKey()).isEqualTo("orders.create");
        assertThat(new WebhookTopic("Orders/Updated").value()).isEqualTo("orders/updated");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"orders", "/", "orders/", "/create", "orders/create/now", "orders/#", "orders/*", "a b/c"})
    void anythingElseIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookTopic(value));
    }
}
