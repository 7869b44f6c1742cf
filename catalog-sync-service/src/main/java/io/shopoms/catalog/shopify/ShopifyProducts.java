package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UpdatedSince;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Shopify's products, each with all its variants. */
@ApplicationScoped
public class ShopifyProducts {

    /** Shopify charges for each of them; so many stay well below the 1,000 points that a query may cost. */
    public static final int AT_ONCE = 20;

    private static final GraphqlDocument PAGE = GraphqlDocument.of(ShopifyProducts.class, "products_updated_since");
    private static final GraphqlDocument COUNT = GraphqlDocument.of(ShopifyProducts.class, "products_count");
    private static final GraphqlDocument EXISTING = GraphqlDocument.of(ShopifyProducts.class, "products_existing");
    private static final GraphqlDocument BY_HANDLE = GraphqlDocument.of(ShopifyProducts.class, "product_by_handle");

    private final ShopifyClients shopify;

    ShopifyProducts(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /**
     * @param products raw nodes, each with all its parts
     * @param next the cursor of the page after; absent at the end
     */
    public record Page(List<String> products, Optional<String> next) {}

    /** What has a handle, and which reference it carries if shopOMS created it. */
    record Holder(ShopifyId id, Optional<String> source) {}

    /**
     * Reads products by id, {@link #AT_ONCE} in a call.
     *
     * @return those that exist; one that is missing was deleted
     * @throws SyncFailureException in the answer, with {@code InvalidPayload} if one of them is not understood
     */
    public Uni<Map<ShopifyId, ShopifyProduct>> read(Store store, Collection<ShopifyId> products) {
        return raw(store, products).map(nodes -> {
            Map<ShopifyId, ShopifyProduct> read = new HashMap<>();
            nodes.forEach((id, node) ->
                    ProductJson.decode(RawFormat.GRAPHQL, node).product().ifPresent(product -> read.put(id, product)));
            return read;
        });
    }

    /** The same as raw nodes, for the cache; one that is odd then fails alone, when it is decoded. */
    public Uni<Map<ShopifyId, String>> raw(Store store, Collection<ShopifyId> products) {
        ProductCompletion completion = new ProductCompletion(shopify.of(store));
        List<String> ids =
                products.stream().distinct().map(id -> id.gid("Product")).toList();
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            chunks.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> completion.byId(chunk).chain(completion::complete))
                .onItem()
                .<ObjectNode>disjoint()
                .collect()
                .asMap(product -> ShopifyId.parse(product.path("id").asText()), ObjectNode::toString);
    }

    /**
     * Reads one page of the products that changed in a period, oldest change first.
     *
     * @param to the latest change; absent for no end
     * @param cursor where the page before ended
     * @param size the most products
     */
    public Uni<Page> page(Store store, Instant from, Optional<Instant> to, Optional<String> cursor, int size) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", size);
        variables.put("after", cursor.orElse(null));
        variables.put("query", UpdatedSince.filter(from, to));
        variables.put("variants", ProductCompletion.VARIANTS);
        return shopify.of(store)
                .execute(PAGE, variables)
                .map(data -> data.path("products"))
                .chain(page -> new ProductCompletion(shopify.of(store))
                        .complete(page.path("nodes"))
                        .map(nodes -> new Page(
                                nodes.stream().map(ObjectNode::toString).toList(),
                                UpdatedSince.next(page.path("pageInfo")))));
    }

    /** How many products changed in a period; counted no further than {@code limit}. */
    public Uni<Integer> count(Store store, Instant from, Optional<Instant> to, int limit) {
        return shopify.of(store)
                .execute(COUNT, Map.of("query", UpdatedSince.filter(from, to), "limit", limit))
                .map(data -> data.path("productsCount").path("count").asInt());
    }

    /** Which of so many products, at most 250, Shopify does not have. */
    public Uni<List<ShopifyId>> missing(Store store, List<ShopifyId> ids) {
        return shopify.of(store)
                .execute(
                        EXISTING,
                        Map.of("ids", ids.stream().map(id -> id.gid("Product")).toList()))
                .map(data -> {
                    Set<ShopifyId> found = new HashSet<>();
                    data.path("nodes")
                            .forEach(node -> Optional.ofNullable(node.path("id").textValue())
                                    .ifPresent(id -> found.add(ShopifyId.parse(id))));
                    return ids.stream().filter(id -> !found.contains(id)).toList();
                });
    }

    /** What has a handle now; handles are unique in a store. */
    Uni<Optional<Holder>> holder(Store store, String handle) {
        return shopify.of(store)
                .execute(BY_HANDLE, Map.of("handle", handle))
                .map(data -> data.path("productByIdentifier"))
                .map(product -> product.isObject()
                        ? Optional.of(new Holder(
                                ShopifyId.parse(product.path("id").asText()),
                                Optional.ofNullable(
                                        product.path("source").path("value").textValue())))
                        : Optional.empty());
    }
}
