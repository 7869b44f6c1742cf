package io.shopoms.bus.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message that waits. */
record OutboxRow(long id, String exchange, String routingKey, Map<String, String> headers, byte[] body) {

    static OutboxRow of(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        return new OutboxRow(
                row.getLong("id"),
                row.getString("exchange"),
                row.getString("routing_key"),
                headers,
                row.getBuffer("body").getBytes());
    }
}
