package io.shopoms.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {

    private static final String SECRET = "shpss_0123456789abcdef";

    @Test
    void theSignatureIsThatOfShopifysTestVector() {
        byte[] body = "{\"id\":820982911946154508,\"note\":\"héllo ✓\",\"total_price\":\"12.50\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSender.sign(SECRET, body)).isEqualTo("nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWDo=");
        assertThat(WebhookSender.sign(SECRET, new byte[0])).isEqualTo("PNS/SHx5ZaA53eOmupUhBKVsOkpxNogrc7JQmej7RbY=");
    }

    @Test
    void triggeredAtHasNineDecimals() {
        assertThat(WebhookSender.triggeredAt(Instant.parse("2026-03-30T14:30:00.5Z")))
                .isEqualTo("2026-03-30T14:30:00.500000000Z");
    }
}
