package io.shopoms.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shopoms.model.MessageHeaders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookMessagesTest {

    private static final WebhookEvent EVENT = new WebhookEvent(
            new ShopDomain("acme.myshopify.com"),
            new WebhookTopic("orders/create"),
            "b1946ac9",
            Optional.of("e-1"),
            Optional.of("2026-10"),
            Optional.of(Instant.parse("2026-11-20T10:00:00.123456789Z")),
            Instant.parse("2026-11-20T10:00:01Z"),
            new byte[] {'{', '}'});

    @Test
    void eventReadsBackFromItsMessage() {
        assertThat(WebhookMessages.read(WebhookMessages.headers(EVENT), EVENT.body()))
                .isEqualTo(EVENT);
    }

    @Test
    void optionalHeadersMayBeAbsentAndValuesOfAnyTextClass() {
        Map<String, Object> headers = new HashMap<>(WebhookMessages.headers(EVENT));
        headers.remove(MessageHeaders.EVENT_ID);
        headers.remove(MessageHeaders.API_VERSION);
        headers.remove(MessageHeaders.TRIGGERED_AT);
        headers.replaceAll((name, value) -> new StringBuilder(value.toString()));

        WebhookEvent read = WebhookMessages.read(headers, EVENT.body());

        assertThat(read.eventId()).isEmpty();
        assertThat(read.triggeredAt()).isEmpty();
        assertThat(read.webhookId()).isEqualTo("b1946ac9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {MessageHeaders.SHOP, MessageHeaders.TOPIC, MessageHeaders.WEBHOOK_ID, MessageHeaders.RECEIVED_AT
            })
    void missingHeaderIsNamed(String name) {
        Map<String, String> headers = new HashMap<>(WebhookMessages.headers(EVENT));
        headers.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookMessages.read(headers, new byte[0]))
                .withMessageContaining(name);
    }

    @Test
    void malformedInstantIsNamed() {
        Map<String, String> headers = new HashMap<>(WebhookMessages.headers(EVENT));
        headers.put(MessageHeaders.TRIGGERED_AT, "yesterday");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookMessages.read(headers, new byte[0]))
                .withMessageContaining(MessageHeaders.TRIGGERED_AT);
    }
}
