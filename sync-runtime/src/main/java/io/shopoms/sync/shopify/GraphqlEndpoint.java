package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.HttpCall;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** {@code POST /admin/api/<version>/graphql.json} of one store. Fails with {@code CallFailedException}. */
final class GraphqlEndpoint {

    private final OutboundHttp http;
    private final URI uri;
    private final AnswerNotices notices;
    private final Clock clock;

    GraphqlEndpoint(OutboundHttp http, ShopifyConnection shopify, AnswerNotices notices, Clock clock) {
        this.http = http;
        this.uri = ShopifySettings.below(shopify.adminUrl(), "/admin/api/" + shopify.apiVersion() + "/graphql.json");
        this.notices = notices;
        this.clock = clock;
    }

    /** The whole answer of status 200: {@code data}, {@code errors}, {@code extensions}. */
    Uni<JsonNode> post(GraphqlDocument document, Buffer body, String token) {
        Map<String, String> headers = Map.of(
                "X-Shopify-Access-Token", token,
                "Content-Type", "application/json",
                "Accept", "application/json");
        return http.send(HttpCall.post(uri, headers, body))
                .onFailure(NoAnswerException.class)
                .transform(e -> ShopifyErrors.failed((NoAnswerException) e))
                .map(answer -> read(document, answer));
    }

    private JsonNode read(GraphqlDocument document, HttpAnswer answer) {
        notices.read(document, answer);
        if (answer.status() != 200) {
            throw ShopifyErrors.ofStatus(document.name(), answer.status(), answer.retryAfter(clock));
        }
        return JsonBodies.read(answer.body())
                .orElseThrow(() -> new CallFailedException(
                        new TransientFailure("Shopify's answer to " + document.name() + " cannot be read"), false));
    }
}
