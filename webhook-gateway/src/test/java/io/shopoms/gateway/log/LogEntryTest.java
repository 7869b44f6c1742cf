package io.shopoms.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final byte[] BODY = {'{', '}'};

    @Test
    void aClaimedTopicKeepsNoBody() {
        // When
        LogEntry entry = entry("orders/create");

        // Then
        assertThat(entry.state()).isEqualTo(WebhookState.RECEIVED);
        assertThat(entry.body()).isEmpty();
        assertThat(entry.size()).isEqualTo(2);
    }

    @Test
    void anUnclaimedTopicKeepsItsBody() {
        // When
        LogEntry entry = entry("collections/update");

        // Then
        assertThat(entry.state()).isEqualTo(WebhookState.UNCLAIMED);
        assertThat(entry.body()).contains(BODY);
    }

    @Test
    void repetitionsAreCounted() {
        // Given
        LogEntry entry = entry("orders/create");

        // When
        LogEntry twice = entry.plus(entry("orders/create"));

        // Then
        assertThat(twice.deliveries()).isEqualTo(2);
        assertThat(twice.webhookId()).isEqualTo(entry.webhookId());
    }

    @Test
    void whatIsNoWebhookIsKeptWithTheReason() {
        // When
        LogEntry entry = LogEntry.of("k".repeat(300), Map.of(), BODY, CLOCK);

        // Then
        assertThat(entry.state()).isEqualTo(WebhookState.UNREADABLE);
        assertThat(entry.note()).hasValueSatisfying(note -> assertThat(note).contains("shopoms-shop"));
        assertThat(entry.topic()).hasSize(200);
        assertThat(entry.receivedAt()).isEqualTo(NOW);
        assertThat(entry.body()).contains(BODY);
    }

    private static LogEntry entry(String topic) {
        WebhookEvent event = new WebhookEvent(
                new ShopDomain("acme.myshopify.com"),
                new WebhookTopic(topic),
                "w-1",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW),
                NOW,
                BODY);
        return LogEntry.of(event.topic().routingKey(), WebhookMessages.headers(event), BODY, CLOCK);
    }
}
