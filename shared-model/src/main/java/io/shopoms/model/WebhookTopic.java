package io.shopoms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Shopify webhook topic such as {@code orders/create}. Any well-formed topic is accepted, also one that no service
 * knows yet: what Shopify sends is kept.
 */
public record WebhookTopic(@JsonValue String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9_.]{1,80}/[a-z0-9_.]{1,80}");

    /** @throws IllegalArgumentException if {@code value} is not of the form {@code resource/event} */
    @JsonCreator
    public WebhookTopic {
        if (value == null) {
            throw new IllegalArgumentException("a webhook topic is missing");
        }
        value = value.trim().toLowerCase(Locale.ROOT);
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a webhook topic; expected resource/event, such as orders/create");
        }
    }

    /** The routing key on {@code shopify.webhooks}: {@code orders.create}. */
    public String routingKey() {
        return value.replace('/', '.');
    }

    @Override
    public String toString() {
        return value;
    }
}
