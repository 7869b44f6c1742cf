package io.shopoms.gateway.log;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which webhooks somebody looks for; a null means any.
 *
 * @param from inclusive, by the time of arrival
 * @param to exclusive
 */
public record LogQuery(
        String shop, String topic, String webhookId, String eventId, WebhookState state, Instant from, Instant to) {

    /** A condition with its values; the values never become part of the text. */
    Condition condition() {
        List<String> terms = new ArrayList<>();
        Tuple values = Tuple.tuple();
        add(terms, values, "store =", shop);
        add(terms, values, "topic =", topic);
        add(terms, values, "webhook_id =", webhookId);
        add(terms, values, "event_id =", eventId);
        add(terms, values, "state =", state == null ? null : state.name());
        add(terms, values, "received_at >=", from == null ? null : from.atOffset(ZoneOffset.UTC));
        add(terms, values, "received_at <", to == null ? null : to.atOffset(ZoneOffset.UTC));
        return new Condition(terms.isEmpty() ? "true" : String.join(" and ", terms), values);
    }

    private static void add(List<String> terms, Tuple values, String comparison, Object value) {
        if (value != null) {
            values.addValue(value);
            terms.add(comparison + " $" + values.size());
        }
    }

    /**
     * @param sql with placeholders from {@code $1}
     * @param values for them; more may be added
     */
    record Condition(String sql, Tuple values) {

        /** The placeholder of a further value. */
        String with(Object value) {
            values.addValue(value);
            return "$" + values.size();
        }
    }
}
