package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.graphql.Access;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The access tokens of the app: the static one, and those that the client credentials grant gave out. */
final class Tokens {

    /** 24 hours less one second, as Shopify says it. */
    private static final Duration LIFETIME = Duration.ofSeconds(86_399);

    private final String staticToken;
    private final String clientId;
    private final String clientSecret;
    private final Access access;
    private final Clock clock;
    private final Map<String, Instant> granted = new HashMap<>();
    private boolean staticRevoked;

    Tokens(ShopifySettings settings, Access access) {
        this.staticToken = settings.accessToken();
        this.clientId = settings.clientId();
        this.clientSecret = settings.clientSecret();
        this.access = access;
        this.clock = settings.clock();
    }

    synchronized boolean accepts(String token) {
        if (token == null) {
            return false;
        }
        Instant expiry = granted.get(token);
        return token.equals(staticToken)
                ? !staticRevoked
                : expiry != null && clock.instant().isBefore(expiry);
    }

    /** No token that was given out is accepted any longer, the static one neither. */
    synchronized void revokeAll() {
        granted.clear();
        staticRevoked = true;
    }

    /** Forgets the tokens given out, as 24 hours do. */
    synchronized void expire() {
        granted.clear();
    }

    synchronized void reset() {
        granted.clear();
        staticRevoked = false;
    }

    /** {@code POST /admin/oauth/access_token}, as a form or as JSON. */
    Answer grant(String contentType, String body) {
        Map<String, String> form = contentType != null && contentType.contains("json") ? json(body) : form(body);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Answer.json(400, Map.of("error", "unsupported_grant_type"));
        }
        if (!clientId.equals(form.get("client_id")) || !clientSecret.equals(form.get("client_secret"))) {
            return Answer.json(
                    401, Map.of("error", "invalid_client", "error_description", "Client id or secret is not valid"));
        }
        String token = "shpat_" + UUID.randomUUID().toString().replace("-", "");
        synchronized (this) {
            granted.put(token, clock.instant().plus(LIFETIME));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("scope", String.join(",", access.granted()));
        answer.put("expires_in", LIFETIME.toSeconds());
        return Answer.json(200, answer);
    }

    private static Map<String, String> json(String body) {
        Map<String, String> values = new HashMap<>();
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            node.fields()
                    .forEachRemaining(
                            entry -> values.put(entry.getKey(), entry.getValue().asText()));
        } catch (JsonProcessingException e) {
            return Map.of();
        }
        return values;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
