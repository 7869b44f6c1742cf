package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The publications behind a store's sales channels. They hardly ever change: one look serves for a minute. */
@ApplicationScoped
class Publications {

    private static final GraphqlDocument PUBLICATIONS = GraphqlDocument.of(Publications.class, "publications");
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ShopifyClients shopify;
    private final Map<ShopDomain, Uni<List<Publication>>> known = new ConcurrentHashMap<>();

    Publications(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /** @param names under which people know its channel, in plain form */
    private record Publication(String gid, Set<String> names) {}

    /**
     * The global ids of the channels' publications.
     *
     * @throws SyncFailureException in the answer, if the store lacks a channel
     */
    Uni<List<String>> of(Store store, List<String> channels) {
        return known.computeIfAbsent(
                        store.shop(),
                        shop -> page(store, Optional.empty())
                                .onFailure()
                                .invoke(() -> known.remove(shop))
                                .memoize()
                                .atLeast(REMEMBERED))
                .map(found -> channels.stream()
                        .map(channel -> id(found, channel))
                        .distinct()
                        .toList());
    }

    private Uni<List<Publication>> page(Store store, Optional<String> after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("after", after.orElse(null));
        return shopify.of(store)
                .execute(PUBLICATIONS, variables)
                .map(data -> data.path("publications"))
                .chain(connection -> {
                    List<Publication> found = new ArrayList<>();
                    connection.path("nodes").forEach(node -> found.add(publication(node)));
                    JsonNode page = connection.path("pageInfo");
                    return page.path("hasNextPage").asBoolean()
                            ? page(store, Optional.of(page.path("endCursor").asText()))
                                    .invoke(found::addAll)
                                    .replaceWith(found)
                            : Uni.createFrom().item(found);
                });
    }

    private static Publication publication(JsonNode node) {
        Set<String> names = new HashSet<>();
        JsonNode catalog = node.path("catalog");
        names.add(plain(catalog.path("title").asText()));
        catalog.path("apps").path("nodes").forEach(app -> {
            names.add(plain(app.path("title").asText()));
            names.add(plain(app.path("handle").asText()));
        });
        return new Publication(node.path("id").asText(), names);
    }

    private static String id(List<Publication> found, String channel) {
        return found.stream()
                .filter(publication -> publication.names().contains(plain(channel)))
                .findFirst()
                .map(Publication::gid)
                .orElseThrow(() -> new SyncFailureException(new RejectedByTarget(
                        "the store has no sales channel '" + channel + "'",
                        "Add the channel in Shopify's admin, or name the store's channels in"
                                + " SHOPOMS_CATALOG_PUBLISH_TO (empty for none), then retry.")));
    }

    /** A channel's catalog carries the channel's name, alone or in a phrase; the handle of its app, with other punctuation. */
    private static String plain(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^channel catalog for ", "")
                .replaceAll("[\\s_-]+", " ");
    }
}
