package io.shopoms.order.cache;

import io.shopoms.model.Sku;
import io.shopoms.model.WebhookTopic;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.mapping.PaymentMethodRules;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shopify's orders, the newest version of each. */
@ApplicationScoped
public class OrderCache implements CacheKind {

    /** The name in {@code /api/cache/orders}. */
    public static final String KIND = "orders";

    /** The column that keeps COD once any version of the order was paid so. */
    public static final String PAYMENT_METHOD = "payment_method";

    /** What the order is about, a line for each SKU. */
    static final String SKUS = "skus";

    /** Topics whose payload is the whole order; those of {@link OrderSignals} carry less. */
    private static final Set<String> TOPICS = Set.of(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled");

    private final OrderPolicies policies;

    OrderCache(OrderPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_order_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(
                CacheColumn.searchable("order_name"),
                CacheColumn.searchable("email"),
                CacheColumn.searchable("phone"),
                CacheColumn.searchable("financial_status"),
                CacheColumn.searchable("fulfillment_status"),
                CacheColumn.kept(SKUS),
                CacheColumn.keepingOnce(PAYMENT_METHOD, PaymentMethod.COD.label()));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return TOPICS.contains(topic.value());
    }

    @Override
    public RecordKey key(RawRecord raw) {
        OrderPolicy policy = policies.of(raw.store());
        try {
            return key(policy, raw, OrderJson.decode(raw.format(), raw.text(), policy.amountsIn()));
        } catch (SyncFailureException e) {
            // An order of which one field makes no sense waits in its own row, with that field named: people look
            // there.
            return OrderJson.version(raw.format(), raw.text())
                    .map(version -> unread(raw, version))
                    .orElseThrow(() -> e);
        }
    }

    private static RecordKey unread(RawRecord raw, OrderJson.Version version) {
        Map<String, String> columns = new HashMap<>();
        version.name().ifPresent(name -> columns.put("order_name", name));
        version.email().ifPresent(email -> columns.put("email", email));
        return new RecordKey(version.id().value(), version.updatedAt(), raw.text(), columns);
    }

    private static RecordKey key(OrderPolicy policy, RawRecord raw, ShopifyOrder order) {
        Map<String, String> columns = new HashMap<>();
        columns.put("order_name", order.name());
        order.email().ifPresent(email -> columns.put("email", email));
        order.phone().ifPresent(phone -> columns.put("phone", phone));
        columns.put("financial_status", order.financialStatus().word());
        columns.put("fulfillment_status", order.fulfillmentStatus().word());
        columns.put(
                SKUS,
                order.lines().stream()
                        .flatMap(line -> line.sku().stream())
                        .map(Sku::value)
                        .distinct()
                        .collect(Collectors.joining("\n")));
        new PaymentMethodRules(policy.codGateways())
                .of(order)
                .ifPresent(method -> columns.put(PAYMENT_METHOD, method.label()));
        return new RecordKey(
                order.id().value(),
                order.updatedAt(),
                OrderJson.content(order, raw.format(), raw.text()),
                columns,
                Optional.of(OrderEssence.of(order)));
    }
}
