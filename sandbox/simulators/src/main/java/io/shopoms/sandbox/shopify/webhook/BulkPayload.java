package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import java.time.ZoneId;
import java.util.Locale;

/** The body of {@code bulk_operations/finish}: where the result is must be asked for. */
final class BulkPayload {

    private BulkPayload() {}

    static ObjectNode of(BulkOperation operation, ZoneId zone) {
        return Payloads.object()
                .put("admin_graphql_api_id", "gid://shopify/BulkOperation/" + operation.id())
                .put("completed_at", Payloads.time(operation.completedAt(), zone))
                .put("created_at", Payloads.time(operation.createdAt(), zone))
                .put("error_code", lower(operation.errorCode()))
                .put("status", lower(operation.status().name()))
                .put("type", lower(operation.type().name()));
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
