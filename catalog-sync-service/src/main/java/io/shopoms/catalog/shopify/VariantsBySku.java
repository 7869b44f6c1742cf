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
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the products that have variants with given SKUs. */
@ApplicationScoped
public class VariantsBySku {

    /** Longer queries are refused; SKUs of usual length stay well below. */
    private static final int AT_ONCE = 40;

    private static final GraphqlDocument QUERY = GraphqlDocument.of(VariantsBySku.class, "variants_by_sku");

    private final ShopifyClients shopify;

    VariantsBySku(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /** The products of each SKU; one that no variant has is absent. Case and blanks count. */
    public Uni<Map<String, Set<ShopifyId>>> find(Store store, Collection<String> skus) {
        List<String> wanted = List.copyOf(new TreeSet<>(skus));
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            chunks.add(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> page(store, chunk, null, new HashMap<>()))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private Uni<Map<String, Set<ShopifyId>>> page(
            Store store, List<String> skus, String after, Map<String, Set<ShopifyId>> found) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", skus.stream().map(VariantsBySku::term).collect(Collectors.joining(" OR ")));
        variables.put("after", after);
        return shopify.of(store).execute(QUERY, variables).chain(data -> {
            JsonNode page = data.path("productVariants");
            for (JsonNode variant : page.path("nodes")) {
                String sku = variant.path("sku").asText();
                // The search ignores case and finds parts of words.
                if (skus.contains(sku)) {
                    found.computeIfAbsent(sku, any -> new HashSet<>())
                            .add(ShopifyId.parse(
                                    variant.path("product").path("id").asText()));
                }
            }
            JsonNode info = page.path("pageInfo");
            return info.path("hasNextPage").asBoolean()
                    ? page(store, skus, info.path("endCursor").asText(), found)
                    : Uni.createFrom().item(found);
        });
    }

    private static String term(String sku) {
        return "sku:\"" + sku.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
