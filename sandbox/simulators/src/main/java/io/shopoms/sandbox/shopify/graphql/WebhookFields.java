package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import io.shopoms.sandbox.shopify.webhook.Subscription;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;
import io.shopoms.sandbox.shopify.webhook.Topics;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Webhook subscriptions: queries and mutations. */
final class WebhookFields {

    /** The path that Shopify names, also where the argument was {@code uri}. */
    private static final List<String> ADDRESS = List.of("webhookSubscription", "callbackUrl");

    private final Shop shop;
    private final Subscriptions subscriptions;

    WebhookFields(Shop shop, Subscriptions subscriptions) {
        this.shop = shop;
        this.subscriptions = subscriptions;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("WebhookSubscription", Subscription.class)
                .ids("WebhookSubscription", Subscription::id)
                .field("topic", Subscription::graphqlTopic)
                .field("uri", each -> each.target().toString())
                .field("format", each -> "JSON")
                .field("includeFields", Subscription::includeFields)
                .field("filter", Subscription::filter)
                .field("name", Subscription::name)
                .field("metafieldNamespaces", each -> List.of())
                .field("apiVersion", each -> ApiVersions.LATEST)
                .field("createdAt", Subscription::createdAt)
                .field("updatedAt", Subscription::updatedAt)
                .addTo(wiring);
        TypeFields.payload("WebhookSubscriptionCreatePayload", "webhookSubscription", "userErrors")
                .addTo(wiring);
        TypeFields.payload("WebhookSubscriptionUpdatePayload", "webhookSubscription", "userErrors")
                .addTo(wiring);
        TypeFields.payload("WebhookSubscriptionDeletePayload", "deletedWebhookSubscriptionId", "userErrors")
                .addTo(wiring);
    }

    Connection list(DataFetchingEnvironment env) {
        List<String> topics = env.getArgument("topics");
        String uri = env.getArgument("uri");
        List<Subscription> found = subscriptions.byApi().stream()
                .filter(each -> topics == null || topics.contains(each.graphqlTopic()))
                .filter(each -> uri == null || uri.equals(each.target().toString()))
                .toList();
        return Connection.of(found, env);
    }

    Subscription one(DataFetchingEnvironment env) {
        return subscriptions.find(id(env)).filter(Subscription::byApi).orElse(null);
    }

    Object create(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("webhookSubscription");
        String topic = Topics.ofGraphql(env.getArgument("topic"));
        Optional<UserError> wrong = checkAddress((String) input.get("uri"));
        if (wrong.isPresent()) {
            return payload("webhookSubscription", null, wrong.get());
        }
        List<?> fields = (List<?>) input.getOrDefault("includeFields", List.of());
        return subscriptions
                .create(
                        topic,
                        URI.create((String) input.get("uri")),
                        fields.stream().map(String.class::cast).toList(),
                        (String) input.get("filter"),
                        (String) input.get("name"),
                        shop.now())
                .map(made -> payload("webhookSubscription", made))
                .orElseGet(() -> payload(
                        "webhookSubscription",
                        null,
                        new UserError(ADDRESS, "Address for this topic has already been taken")));
    }

    Object update(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("webhookSubscription");
        Optional<Subscription> existing = subscriptions.find(id(env)).filter(Subscription::byApi);
        if (existing.isEmpty()) {
            return payload("webhookSubscription", null, missing());
        }
        String uri = (String) input.getOrDefault("uri", existing.get().target().toString());
        Optional<UserError> wrong = checkAddress(uri);
        return wrong.isPresent()
                ? payload("webhookSubscription", null, wrong.get())
                : payload(
                        "webhookSubscription",
                        subscriptions
                                .retarget(existing.get().id(), URI.create(uri), shop.now())
                                .orElseThrow());
    }

    Object delete(DataFetchingEnvironment env) {
        Optional<Subscription> existing = subscriptions.find(id(env)).filter(Subscription::byApi);
        if (existing.isEmpty()) {
            return payload("deletedWebhookSubscriptionId", null, missing());
        }
        subscriptions.delete(existing.get().id());
        return payload("deletedWebhookSubscriptionId", env.getArgument("id"));
    }

    private static long id(DataFetchingEnvironment env) {
        return Gid.parse("WebhookSubscription", env.getArgument("id"));
    }

    private static UserError missing() {
        return new UserError(List.of("id"), "Webhook subscription does not exist");
    }

    private static Optional<UserError> checkAddress(String uri) {
        if (uri == null || uri.isBlank()) {
            return Optional.of(new UserError(ADDRESS, "Address can't be blank"));
        }
        if (uri.startsWith("http://")) {
            return Optional.of(new UserError(ADDRESS, "Address protocol http:// is not supported"));
        }
        if (!uri.matches("https://[A-Za-z0-9.-]+(:\\d+)?(/[^\\s]*)?")) {
            return Optional.of(new UserError(ADDRESS, "Address is invalid"));
        }
        String host = URI.create(uri).getHost();
        boolean internal = host == null
                || host.equals("localhost")
                || host.startsWith("127.")
                || host.endsWith(".myshopify.com")
                || host.endsWith("shopify.com");
        return internal
                ? Optional.of(new UserError(ADDRESS, "Address cannot be a Shopify or an internal domain"))
                : Optional.empty();
    }

    static Map<String, Object> payload(String field, Object value, UserError... errors) {
        Map<String, Object> payload = new HashMap<>();
        payload.put(field, value);
        payload.put("userErrors", List.of(errors));
        return payload;
    }
}
