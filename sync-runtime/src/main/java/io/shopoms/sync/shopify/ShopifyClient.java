package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The Admin GraphQL API of one store: authenticated, throttled by cost, failures classified.
 *
 * <p>Fails with {@code SyncFailureException}: transient for 429, 5xx, timeouts and THROTTLED; misconfigured for 401, 402,
 * 403, 404, 423 and ACCESS_DENIED; rejected for other GraphQL errors. A timeout or a lost connection says nothing of
 * whether a mutation was carried out: the caller reads back before it sends one again. Queries, mutations with an
 * {@code @idempotent} key, and whatever Shopify certainly did not carry out were then already tried a few times here.
 */
public interface ShopifyClient {

    /**
     * Runs one document.
     *
     * @param variables plain values: text, numbers, booleans, lists and maps of these, trees; {@code null} is allowed
     * @return the {@code data} object; {@code userErrors} in it are the caller's to read, see {@link UserErrors}
     */
    Uni<JsonNode> execute(GraphqlDocument document, Map<String, Object> variables);
}
