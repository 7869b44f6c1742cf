package io.shopoms.sync.cache;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something received that could not be understood, kept so that nothing is lost.
 *
 * @param kind the kind whose record it was taken for; empty if it did not come so far
 * @param source what was received
 * @param reason what is wrong with it, for people, without its values
 */
public record Rejection(Optional<String> kind, Source source, String reason) {

    public Rejection {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * What was received, before anything was read from it.
     *
     * @param store the store that it claims to come from
     * @param topic a webhook's topic
     * @param webhookId a webhook's id
     * @param format how the body would be spelled
     * @param headers the message's own headers, as text
     * @param body the exact bytes
     * @param receivedAt when shopOMS got it
     */
    public record Source(
            Optional<String> store,
            Optional<String> topic,
            Optional<String> webhookId,
            RawFormat format,
            Map<String, String> headers,
            byte[] body,
            Instant receivedAt) {

        public Source {
            headers = Map.copyOf(headers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Source s
                    && store.equals(s.store)
                    && topic.equals(s.topic)
                    && webhookId.equals(s.webhookId)
                    && format == s.format
                    && headers.equals(s.headers)
                    && receivedAt.equals(s.receivedAt)
                    && Arrays.equals(body, s.body);
        }

        @Override
        public int hashCode() {
            return Objects.hash(store, topic, webhookId, format, headers, receivedAt);
        }

        /** Without the body, which holds personal data. */
        @Override
        public String toString() {
            return topic.orElse(format.name()) + " " + webhookId.orElse("") + " of " + store.orElse("unknown store")
                    + " (" + body.length + " bytes)";
        }
    }
}
