package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads named orders, each with all its parts. */
@ApplicationScoped
public class OrdersById {

    /** Shopify charges for each of them; so many stay well below the 1,000 points that a query may cost. */
    public static final int AT_ONCE = 10;

    OrdersById() {}

    /** @return the raw nodes of those orders that exist and that the key may read */
    public Uni<Map<ShopifyId, String>> read(ShopifyClient shopify, Collection<ShopifyId> orders) {
        OrderCompletion completion = new OrderCompletion(shopify);
        List<String> ids = orders.stream().map(id -> id.gid("Order")).toList();
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
                .asMap(order -> ShopifyId.parse(order.path("id").asText()), ObjectNode::toString);
    }
}
