package io.shopoms.gateway.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A webhook in the log, as people see it. The body is not shown: it holds personal data of customers.
 *
 * @param size of the body, in bytes
 * @param deliveries how often it came
 * @param replayable whether the log has its body
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedWebhook(
        long id,
        String shop,
        String topic,
        String webhookId,
        String eventId,
        String apiVersion,
        Instant triggeredAt,
        Instant receivedAt,
        int size,
        WebhookState state,
        int deliveries,
        String note,
        Instant replayedAt,
        boolean replayable) {

    static final String COLUMNS = """
            id, store, topic, webhook_id, event_id, api_version, triggered_at, received_at, size, state, deliveries, note,
            replayed_at, body is not null and state <> 'UNREADABLE' as replayable""";

    static LoggedWebhook of(Row row) {
        return new LoggedWebhook(
                row.getLong("id"),
                row.getString("store"),
                row.getString("topic"),
                row.getString("webhook_id"),
                row.getString("event_id"),
                row.getString("api_version"),
                instant(row, "triggered_at"),
                instant(row, "received_at"),
                row.getInteger("size"),
                WebhookState.valueOf(row.getString("state")),
                row.getInteger("deliveries"),
                row.getString("note"),
                instant(row, "replayed_at"),
                row.getBoolean("replayable"));
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
