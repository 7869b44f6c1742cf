package io.shopoms.order.cache;

import io.shopoms.model.WebhookTopic;
import io.shopoms.order.shopify.Customer;
import io.shopoms.order.shopify.CustomerJson;
import io.shopoms.order.shopify.CustomerRecord;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shopify's customers, the newest version of each; a deleted one as the number that Shopify still tells. */
@ApplicationScoped
public class CustomerCache implements CacheKind {

    /** The name in {@code /api/cache/customers}. */
    public static final String KIND = "customers";

    private static final Set<String> TOPICS = Set.of("customers/create", "customers/update", "customers/delete");

    CustomerCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_customer_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(
                CacheColumn.searchable("name"), CacheColumn.searchable("email"), CacheColumn.searchable("phone"));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return TOPICS.contains(topic.value());
    }

    @Override
    public RecordKey key(RawRecord raw) {
        CustomerRecord record = CustomerJson.customer(raw.text());
        Customer customer = record.customer();
        Map<String, String> columns = new HashMap<>();
        columns.put("name", customer.personName());
        customer.email().ifPresent(email -> columns.put("email", email));
        customer.phone().ifPresent(phone -> columns.put("phone", phone));
        return new RecordKey(
                record.id().value(),
                // A deleted customer has no date: nothing comes after the deletion.
                record.updatedAt().orElseGet(() -> raw.triggeredAt().orElse(raw.receivedAt())),
                String.join(
                        "\u001f",
                        record.isDeleted() ? "deleted" : "known",
                        customer.personName(),
                        customer.email().orElse(""),
                        customer.phone().orElse("")),
                columns);
    }
}
