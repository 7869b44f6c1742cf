package io.shopoms.gateway.log;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/** A logged webhook with its body, ready to be published again as it was. */
record ReplayableWebhook(long id, WebhookEvent event) {

    static final String COLUMNS =
            "id, store, topic, webhook_id, event_id, api_version, triggered_at, received_at, body";

    static ReplayableWebhook of(Row row) {
        return new ReplayableWebhook(
                row.getLong("id"),
                new WebhookEvent(
                        new ShopDomain(row.getString("store")),
                        new WebhookTopic(row.getString("topic")),
                        row.getString("webhook_id"),
                        Optional.ofNullable(row.getString("event_id")),
                        Optional.ofNullable(row.getString("api_version")),
                        Optional.ofNullable(LoggedWebhook.instant(row, "triggered_at")),
                        LoggedWebhook.instant(row, "received_at"),
                        row.getBuffer("body").getBytes()));
    }
}
