package io.shopoms.sandbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedWebhookTest {

    @Test
    void signatureIsTheOneThatShopifyWouldSend() {
        SignedWebhook webhook = SignedWebhook.of(
                "1",
                "orders/create",
                "{\"id\":820982911946154508,\"note\":\"héllo ✓\",\"total_price\":\"12.50\"}",
                "shpss_0123456789abcdef");

        assertThat(webhook.signature()).isEqualTo("nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWDo=");
    }
}
