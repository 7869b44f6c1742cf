package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Answers a search of any length in pages of {@value #PAGE}. In the order of the ids a page starts after the last id
 * seen, so that records which come or go meanwhile neither hide nor repeat others; in another order it starts at an
 * offset.
 */
final class SearchPages {

    static final int PAGE = 500;

    private final Function<ObjectNode, Uni<JsonNode>> searchRead;
    private final Domain domain;
    private final List<String> fields;
    private final String order;
    private final boolean byId;
    private final int limit;
    private final List<JsonNode> found = new ArrayList<>();

    SearchPages(
            Function<ObjectNode, Uni<JsonNode>> searchRead,
            Domain domain,
            List<String> fields,
            String order,
            int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
        this.searchRead = searchRead;
        this.domain = domain;
        this.fields = List.copyOf(fields);
        this.order = order.isBlank() ? "id" : order.trim();
        this.byId = this.order.equals("id") || this.order.equals("id asc");
        this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
    }

    Uni<List<JsonNode>> all() {
        int size = Math.min(PAGE, limit - found.size());
        return searchRead.apply(page(size)).chain(records -> {
            records.forEach(found::add);
            return records.size() < size || found.size() >= limit
                    ? Uni.createFrom().item(List.copyOf(found))
                    : all();
        });
    }

    private ObjectNode page(int size) {
        boolean after = byId && !found.isEmpty();
        Domain rest = after
                ? domain.and("id", ">", found.get(found.size() - 1).path("id").asLong())
                : domain;
        ObjectNode arguments = JsonBodies.object();
        arguments.set("domain", JsonBodies.tree(rest.conditions()));
        arguments.set("fields", JsonBodies.tree(fields));
        arguments.put("order", order).put("limit", size).putNull("load");
        if (!byId && !found.isEmpty()) {
            arguments.put("offset", found.size());
        }
        return arguments;
    }
}
