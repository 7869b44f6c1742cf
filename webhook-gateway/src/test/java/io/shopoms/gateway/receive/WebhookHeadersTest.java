package io.shopoms.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHeadersTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Map<String, String> sent = new HashMap<>(Map.of(
            WebhookHeaders.SHOP, "Acme.myshopify.com",
            WebhookHeaders.TOPIC, "orders/create",
            WebhookHeaders.WEBHOOK_ID, "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
            WebhookHeaders.TRIGGERED_AT, "2026-11-20T09:59:59.000000123Z"));
    private final WebhookHeaders headers = new WebhookHeaders(sent::get);

    @Test
    void completeHeadersMakeAnEvent() {
        WebhookEvent event = headers.event(SHOP, new byte[] {1}, NOW);

        assertThat(headers.shop()).contains(SHOP);
        assertThat(event.topic().value()).isEqualTo("orders/create");
        assertThat(event.webhookId()).isEqualTo("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");
        assertThat(event.triggeredAt()).contains(Instant.parse("2026-11-20T09:59:59.000000123Z"));
        assertThat(event.eventId()).isEmpty();
        assertThat(event.receivedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {WebhookHeaders.TOPIC, WebhookHeaders.WEBHOOK_ID})
    void missingHeaderIsNamed(String name) {
        sent.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> headers.event(SHOP, new byte[0], NOW))
                .withMessageContaining(name);
    }

    @Test
    void identifiersOfAbsurdLengthOrWithControlCharactersAreRefused() {
        sent.put(WebhookHeaders.WEBHOOK_ID, "x".repeat(201));
        assertThatIllegalArgumentException().isThrownBy(() -> headers.event(SHOP, new byte[0], NOW));

        sent.put(WebhookHeaders.WEBHOOK_ID, "a\u0000b");
        assertThatIllegalArgumentException().isThrownBy(() -> headers.event(SHOP, new byte[0], NOW));
    }

    @Test
    void malformedDateIsLikeNone() {
        sent.put(WebhookHeaders.TRIGGERED_AT, "yesterday");

        assertThat(headers.event(SHOP, new byte[0], NOW).triggeredAt()).isEmpty();
    }

    @Test
    void shopThatCannotExistIsNone() {
        sent.put(WebhookHeaders.SHOP, "acme.myshopify.com.evil.example");

        assertThat(headers.shop()).isEmpty();
    }
}
