package io.shopoms.gateway.receive;

import io.shopoms.bus.message.Timestamps;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The {@code X-Shopify-*} headers of a request. Everything in them is a stranger's word until the signature is checked, and
 * bounded afterwards: they become message headers and table columns.
 */
final class WebhookHeaders {

    static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    static final String SHOP = "X-Shopify-Shop-Domain";
    static final String TOPIC = "X-Shopify-Topic";
    static final String WEBHOOK_ID = "X-Shopify-Webhook-Id";
    static final String EVENT_ID = "X-Shopify-Event-Id";
    static final String API_VERSION = "X-Shopify-API-Version";
    static final String TRIGGERED_AT = "X-Shopify-Triggered-At";

    private static final int LONGEST_IDENTIFIER = 200;

    private final UnaryOperator<String> header;

    /** @param header answers a header's value by its name, in whatever case it was sent; null if it was not */
    WebhookHeaders(UnaryOperator<String> header) {
        this.header = header;
    }

    /** The store that the request says it is from; empty if it names none that could exist. */
    Optional<ShopDomain> shop() {
        try {
            return Optional.of(new ShopDomain(header.apply(SHOP)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the request says of its body's length in bytes; -1 if it does not. HTTP's own parser has refused nonsense. */
    long contentLength() {
        String length = header.apply("Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    String signature() {
        return header.apply(SIGNATURE);
    }

    /**
     * The event that a verified request carries.
     *
     * @throws IllegalArgumentException naming the header that is missing or malformed
     */
    WebhookEvent event(ShopDomain shop, byte[] body, Instant receivedAt) {
        return new WebhookEvent(
                shop,
                topic(),
                identifier(WEBHOOK_ID)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the header " + WEBHOOK_ID + " is missing or not an identifier")),
                identifier(EVENT_ID),
                identifier(API_VERSION),
                triggeredAt(),
                receivedAt,
                body);
    }

    private WebhookTopic topic() {
        try {
            return new WebhookTopic(header.apply(TOPIC));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the header " + TOPIC + " is missing or malformed: " + e.getMessage(), e);
        }
    }

    private Optional<String> identifier(String name) {
        return Optional.ofNullable(header.apply(name)).map(String::strip).filter(WebhookHeaders::isIdentifier);
    }

    /** Printable ASCII without blanks. */
    private static boolean isIdentifier(String text) {
        boolean valid = !text.isEmpty() && text.length() <= LONGEST_IDENTIFIER;
        for (int i = 0; valid && i < text.length(); i++) {
            valid = text.charAt(i) > ' ' && text.charAt(i) < 0x7f;
        }
        return valid;
    }

    /** Absent when malformed: it only helps to order events and to measure their age. */
    private Optional<Instant> triggeredAt() {
        return identifier(TRIGGERED_AT).flatMap(value -> {
            try {
                return Optional.of(Timestamps.parse(value));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
