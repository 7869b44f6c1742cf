package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.NoAnswerException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an error of Shopify means: by HTTP status, and within status 200 by the error's {@code extensions.code}. */
final class ShopifyErrors {

    static final String THROTTLED = "THROTTLED";
    static final String UNAUTHORIZED = "401";
    static final String TOO_MANY_REQUESTS = "429";

    private static final Set<String> SERVER_TROUBLE = Set.of("INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE");
    private static final int LONGEST_MESSAGE = 300;

    private ShopifyErrors() {}

    static CallFailedException failed(NoAnswerException e) {
        SyncFailure failure = switch (e.reason()) {
            case NOT_SENT, UNKNOWN_OUTCOME -> new TransientFailure("Shopify: " + e.getMessage());
            case NOT_TRUSTED ->
                new Misconfigured(
                        "Shopify: " + e.getMessage(),
                        "Look for a proxy between shopOMS and Shopify, and at SHOPIFY_ADMIN_URL.");
            case TOO_LARGE ->
                new RejectedByTarget(
                        "Shopify: " + e.getMessage(), "Raise shopoms.shopify.max-answer-size if that is plausible.");
        };
        return new CallFailedException(failure, e.reason() == NoAnswerException.Reason.NOT_SENT);
    }

    /** An answer with another status than 200. */
    static CallFailedException ofStatus(String document, int status, Optional<Duration> retryAfter) {
        // Refused at the door: these never reach the operation.
        boolean atTheDoor =
                status == 401 || status == 402 || status == 403 || status == 404 || status == 423 || status == 429;
        return new CallFailedException(classify(document, status, retryAfter), atTheDoor, Integer.toString(status));
    }

    private static SyncFailure classify(String document, int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401 ->
                new Misconfigured(
                        "Shopify does not accept the access token (401)",
                        "Install the app again or take its current credentials, and set SHOPIFY_ACCESS_TOKEN, or"
                                + " SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET" + ShopifySettings.SEVERAL_STORES
                                + ".");
            case 402 ->
                new Misconfigured("the Shopify store is frozen (402)", "Settle the store's bill in the Shopify admin.");
            case 403 ->
                new Misconfigured(
                        "Shopify refuses the app's access (403)",
                        "Look at the app's scopes and whether the store has blocked or uninstalled it.");
            case 404 ->
                new Misconfigured(
                        "Shopify does not know the store or the API version (404)",
                        "Check SHOPIFY_SHOP_DOMAIN, SHOPIFY_ADMIN_URL and SHOPIFY_API_VERSION"
                                + ShopifySettings.SEVERAL_STORES + ".");
            case 423 ->
                new Misconfigured("the Shopify store is locked (423)", "Ask Shopify's support to unlock the store.");
            case 408, 429, 430 -> new TransientFailure("Shopify answered " + status + " to " + document, retryAfter);
            default -> {
                if (status >= 500) {
                    yield new TransientFailure("Shopify answered " + status + " to " + document, retryAfter);
                }
                if (status >= 300 && status < 400) {
                    yield new Misconfigured(
                            "Shopify redirects elsewhere (" + status + ")",
                            "Set SHOPIFY_SHOP_DOMAIN to the store's permanent name, <store>.myshopify.com.");
                }
                yield new RejectedByTarget(
                        "Shopify cannot carry out " + document + " (" + status + ")",
                        "This looks like a mistake of shopOMS: report it with this message.");
            }
        };
    }

    /** The failure in a body that has {@code errors}, or no {@code data}; empty for a good answer. */
    static Optional<CallFailedException> ofBody(String document, JsonNode body) {
        JsonNode errors = body.path("errors");
        if (errors.isMissingNode() || errors.isNull() || (errors.isArray() && errors.isEmpty())) {
            return body.path("data").isObject()
                    ? Optional.empty()
                    : Optional.of(new CallFailedException(
                            new TransientFailure("Shopify's answer to " + document + " cannot be understood"), false));
        }
        Optional<JsonNode> throttled = find(errors, Set.of(THROTTLED));
        if (throttled.isPresent()) {
            return Optional.of(new CallFailedException(
                    new TransientFailure(
                            "Shopify throttled " + document,
                            Optional.of(ShopifyCost.untilAffordable(ShopifyCost.of(body)))),
                    true,
                    THROTTLED));
        }
        Optional<JsonNode> denied = find(errors, Set.of("ACCESS_DENIED"));
        if (denied.isPresent()) {
            return Optional.of(new CallFailedException(
                    new Misconfigured(
                            "Shopify denies " + document + ": " + message(denied.get()),
                            "Grant the app this scope (or the protected customer data) in Shopify and install it again."),
                    false));
        }
        if (find(errors, SERVER_TROUBLE).isPresent()) {
            return Optional.of(new CallFailedException(
                    new TransientFailure("Shopify had an internal error in " + document), false));
        }
        JsonNode first = errors.isArray() ? errors.get(0) : errors;
        return Optional.of(new CallFailedException(
                new RejectedByTarget(
                        "Shopify refused " + document + ": " + message(first),
                        "This looks like a mistake of shopOMS or another API version: report it with this message."),
                false));
    }

    private static Optional<JsonNode> find(JsonNode errors, Set<String> codes) {
        for (JsonNode error : errors) {
            if (codes.contains(error.path("extensions").path("code").asText())) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    private static String message(JsonNode error) {
        String text = error.isTextual() ? error.asText() : error.path("message").asText("no reason given");
        String code = error.path("extensions").path("code").asText();
        String line = (text + (code.isEmpty() ? "" : " [" + code + "]"))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .trim();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
