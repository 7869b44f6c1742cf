package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds products that may be the ones meant. Shopify's search ignores case and finds beginnings of words, so more may come
 * than has the text exactly.
 */
@ApplicationScoped
public class ProductSearch {

    /** Longer queries are refused; texts of usual length stay well below. */
    private static final int AT_ONCE = 20;

    private static final GraphqlDocument VARIANTS = GraphqlDocument.of(ProductSearch.class, "variants_found");
    private static final GraphqlDocument TITLES = GraphqlDocument.of(ProductSearch.class, "products_titled");

    private final ShopifyClients shopify;

    ProductSearch(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    private record Search(
            GraphqlDocument document, String connection, String field, Function<JsonNode, JsonNode> product) {}

    /** The products that may have a variant with one of these SKUs. */
    public Uni<Set<ShopifyId>> bySku(Store store, Collection<String> skus) {
        return find(store, variants("sku"), skus);
    }

    /** The products that may have a variant with one of these barcodes. */
    public Uni<Set<ShopifyId>> byBarcode(Store store, Collection<String> barcodes) {
        return find(store, variants("barcode"), barcodes);
    }

    /** The products with exactly one of these titles. */
    public Uni<Set<ShopifyId>> byTitle(Store store, Collection<String> titles) {
        Set<String> wanted = Set.copyOf(titles);
        return find(
                store,
                new Search(
                        TITLES,
                        "products",
                        "title",
                        node -> wanted.contains(node.path("title").asText()) ? node : node.path("none")),
                titles);
    }

    private static Search variants(String field) {
        return new Search(VARIANTS, "productVariants", field, node -> node.path("product"));
    }

    private Uni<Set<ShopifyId>> find(Store store, Search search, Collection<String> texts) {
        List<String> wanted = texts.stream().distinct().sorted().toList();
        List<String> queries = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            queries.add(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)).stream()
                    .map(text -> term(search.field(), text))
                    .collect(Collectors.joining(" OR ")));
        }
        Set<ShopifyId> found = new HashSet<>();
        return Multi.createFrom()
                .iterable(queries)
                .onItem()
                .transformToUniAndConcatenate(query -> page(store, search, query, null, found))
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Uni<Boolean> page(Store store, Search search, String query, String after, Set<ShopifyId> found) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", query);
        variables.put("after", after);
        return shopify.of(store).execute(search.document(), variables).chain(data -> {
            JsonNode page = data.path(search.connection());
            page.path("nodes").forEach(node -> {
                JsonNode product = search.product().apply(node);
                if (product.hasNonNull("id")) {
                    found.add(ShopifyId.parse(product.path("id").asText()));
                }
            });
            JsonNode info = page.path("pageInfo");
            return info.path("hasNextPage").asBoolean()
                    ? page(store, search, query, info.path("endCursor").asText(), found)
                    : Uni.createFrom().item(true);
        });
    }

    private static String term(String field, String text) {
        return field + ":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
