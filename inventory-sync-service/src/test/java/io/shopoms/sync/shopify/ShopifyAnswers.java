package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;

/** What the client makes of an answer of the Admin API. */
public final class ShopifyAnswers {

    private ShopifyAnswers() {}

    /** The data of an answer; throws what it failed with. */
    public static JsonNode data(GraphqlDocument document, JsonNode answer) {
        ShopifyErrors.ofBody(document.name(), answer).ifPresent(failed -> {
            throw failed.forCaller();
        });
        return answer.get("data");
    }
}
