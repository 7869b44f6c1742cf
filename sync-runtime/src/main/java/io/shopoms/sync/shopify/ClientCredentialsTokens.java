package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.CallerContext;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.HttpCall;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks Shopify for a token, keeps it, and asks for the next one a while before it expires. However many calls need one,
 * one request is under way.
 */
final class ClientCredentialsTokens implements AccessTokens {

    /** Tokens live a day; a call that starts with one may still wait in a queue for a few minutes. */
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(10);

    private static final Duration ASSUMED_LIFE = Duration.ofHours(1);

    private record Token(String value, Instant renewAt, Instant expiresAt) {}

    private final OutboundHttp http;
    private final ShopifyConnection shopify;
    private final ClientCredentials app;
    private final Clock clock;
    private final Supplier<Uni<Token>> request;
    private volatile Token current;

    ClientCredentialsTokens(OutboundHttp http, ShopifyConnection shopify, ClientCredentials app, Clock clock) {
        this.http = http;
        this.shopify = shopify;
        this.app = app;
        this.clock = clock;
        this.request = CallerContext.sharing(this::ask);
    }

    @Override
    public Uni<String> token() {
        return Uni.createFrom().deferred(() -> {
            Token token = current;
            if (token == null || !clock.instant().isBefore(token.expiresAt())) {
                return request.get().map(Token::value);
            }
            return clock.instant().isBefore(token.renewAt())
                    ? Uni.createFrom().item(token.value())
                    // Still valid: an unsuccessful renewal must not stop anything yet.
                    : request.get().onFailure().recoverWithItem(token).map(Token::value);
        });
    }

    @Override
    public boolean refused(String token) {
        Token known = current;
        if (known != null && known.value().equals(token)) {
            current = null;
        }
        return true;
    }

    private Uni<Token> ask() {
        String form = "grant_type=client_credentials&client_id=" + encoded(app.clientId()) + "&client_secret="
                + encoded(app.clientSecret());
        return http.send(HttpCall.post(
                        ShopifySettings.below(shopify.adminUrl(), "/admin/oauth/access_token"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                        Buffer.buffer(form)))
                .onFailure(NoAnswerException.class)
                .transform(e -> new CallFailedException(
                        ShopifyErrors.failed((NoAnswerException) e).failure(), true))
                .map(this::granted)
                .invoke(token -> current = token);
    }

    private Token granted(HttpAnswer answer) {
        JsonNode body = JsonBodies.read(answer.body()).orElseGet(JsonBodies::object);
        String value = body.path("access_token").asText();
        if (answer.status() != 200 || !ShopifySettings.isHeaderValue(value)) {
            throw new CallFailedException(refusal(answer, body.path("error").asText()), true);
        }
        long seconds = body.path("expires_in").asLong(0);
        Duration life = seconds > 0 ? Duration.ofSeconds(seconds) : ASSUMED_LIFE;
        Duration tenth = life.dividedBy(10);
        Instant expiresAt = clock.instant().plus(life);
        return new Token(
                value, expiresAt.minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN), expiresAt);
    }

    private SyncFailure refusal(HttpAnswer answer, String error) {
        int status = answer.status();
        String code = error.matches("[a-z_]{1,60}") ? ", " + error : "";
        if (status == 400 || status == 401 || status == 403) {
            return new Misconfigured(
                    "Shopify gives the app no access token (" + status + code + ")",
                    "Check SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET" + ShopifySettings.SEVERAL_STORES
                            + ". The app must be installed in the store, and both must belong to one organization.");
        }
        return status == 200
                ? new TransientFailure("Shopify's answer to the request for an access token cannot be understood")
                : ShopifyErrors.ofStatus("the request for an access token", status, answer.retryAfter(clock))
                        .failure();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
