package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.CallMetrics;
import io.shopoms.sync.http.CallQueue;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.Retries;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Runs documents one after the other as the store's points allow, with a fresh token after a 401. */
final class ThrottledShopifyClient implements ShopifyClient {

    private final GraphqlEndpoint endpoint;
    private final AccessTokens tokens;
    private final CallQueue queue;
    private final CostThrottle throttle;
    private final Retries retries;
    private final CallMetrics metrics;

    ThrottledShopifyClient(
            GraphqlEndpoint endpoint,
            AccessTokens tokens,
            CallQueue queue,
            CostThrottle throttle,
            Retries retries,
            CallMetrics metrics) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.queue = queue;
        this.throttle = throttle;
        this.retries = retries;
        this.metrics = metrics;
    }

    @Override
    public Uni<JsonNode> execute(GraphqlDocument document, Map<String, Object> variables) {
        Buffer body = body(document, variables);
        return metrics.measured(
                document.name(),
                retries.run(document.repeatable(), () -> attempt(document, body))
                        .onFailure(CallFailedException.class)
                        .transform(e -> ((CallFailedException) e).forCaller()));
    }

    private Uni<JsonNode> attempt(GraphqlDocument document, Buffer body) {
        return tokens.token()
                .chain(token -> send(document, body, token)
                        .onFailure(e -> isRefusalOf(e) && tokens.refused(token))
                        .recoverWithUni(() -> tokens.token().chain(fresh -> send(document, body, fresh))));
    }

    private Uni<JsonNode> send(GraphqlDocument document, Buffer body, String token) {
        return queue.run(
                throttle.paceOf(document),
                () -> endpoint.post(document, body, token)
                        .invoke(answer -> ShopifyCost.of(answer).ifPresent(cost -> throttle.learn(document, cost)))
                        .map(answer -> data(document, answer))
                        .onFailure(CallFailedException.class)
                        .invoke(e -> pauseIfTold((CallFailedException) e)));
    }

    private static JsonNode data(GraphqlDocument document, JsonNode answer) {
        ShopifyErrors.ofBody(document.name(), answer).ifPresent(failed -> {
            throw failed;
        });
        return answer.get("data");
    }

    /** THROTTLED and 429 concern the store, so that its other calls wait as well. */
    private void pauseIfTold(CallFailedException failed) {
        boolean told =
                failed.code().equals(ShopifyErrors.THROTTLED) || failed.code().equals(ShopifyErrors.TOO_MANY_REQUESTS);
        if (told && failed.failure() instanceof TransientFailure failure) {
            throttle.pause(failure.retryAfter().orElse(ShopifyCost.UNKNOWN_WAIT));
        }
    }

    private static boolean isRefusalOf(Throwable e) {
        return e instanceof CallFailedException failed && failed.code().equals(ShopifyErrors.UNAUTHORIZED);
    }

    private static Buffer body(GraphqlDocument document, Map<String, Object> variables) {
        ObjectNode request = JsonBodies.object().put("query", document.text());
        request.set("variables", JsonBodies.tree(variables));
        document.operationName().ifPresent(name -> request.put("operationName", name));
        return JsonBodies.write(request);
    }
}
