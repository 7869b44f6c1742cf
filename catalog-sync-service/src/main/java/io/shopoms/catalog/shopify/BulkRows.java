package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes products of the rows of a bulk operation: a product, then its variants, pictures and metafields, each naming its
 * parent. Holds a bounded number of them. A row that does not follow its parent makes the parent one to read again.
 */
final class BulkRows {

    private static final String PARENT = "__parentId";

    /** The connection of a child, by the type in its global id; pictures have several. */
    private static final Map<String, String> PARTS = Map.of("ProductVariant", "variants", "Metafield", "metafields");

    private static final String MEDIA = "media";

    /** Some ten megabytes; a product may have thousands. */
    private static final int MOST_ROWS = 20_000;

    private final int most;
    private final List<ObjectNode> products = new ArrayList<>();
    private final Set<ShopifyId> scattered = new LinkedHashSet<>();
    private ObjectNode current;
    private String currentId = "";
    private long rows;
    private long currentRows;

    /** @param most after this many products no further one is begun; nor after very many rows */
    BulkRows(int most) {
        this.most = most;
    }

    /**
     * Takes one row.
     *
     * @return false if it begins a product too many: it is not taken, and belongs to the next part
     */
    boolean take(String line) {
        ObjectNode row = parse(line);
        String parent = row.path(PARENT).asText();
        if (parent.isEmpty()) {
            if (isFull()) {
                return false;
            }
            close();
            begin(row);
        } else {
            child(row, parent);
        }
        currentRows++;
        return true;
    }

    /** Nothing follows: the last product is whole. */
    void end() {
        close();
    }

    /** The whole products, in the order of the file. */
    List<String> products() {
        return products.stream()
                .filter(product ->
                        !scattered.contains(ShopifyId.parse(product.path("id").asText())))
                .map(JsonNode::toString)
                .toList();
    }

    /** Products of which a part came elsewhere in the file. */
    Set<ShopifyId> scattered() {
        return scattered;
    }

    /** How many rows the whole products had. */
    long rows() {
        return rows;
    }

    private boolean isFull() {
        return current != null && (products.size() + 1 >= most || rows + currentRows >= MOST_ROWS);
    }

    private void begin(ObjectNode product) {
        for (String part : List.of("variants", MEDIA, "metafields")) {
            ObjectNode connection = product.putObject(part);
            connection.putArray("nodes");
            connection.putObject("pageInfo").put("hasNextPage", false);
        }
        current = product;
        currentId = product.path("id").asText();
    }

    private void child(ObjectNode row, String parent) {
        if (!parent.equals(currentId)) {
            scattered.add(ShopifyId.parse(parent));
            return;
        }
        row.remove(PARENT);
        String type = row.path("id").asText().replaceFirst("gid://shopify/([A-Za-z0-9]+)/.*", "$1");
        ((ObjectNode) current.path(PARTS.getOrDefault(type, MEDIA)))
                .withArray("nodes")
                .add(row);
    }

    private void close() {
        if (current != null) {
            products.add(current);
            current = null;
            currentId = "";
        }
        rows += currentRows;
        currentRows = 0;
    }

    private static ObjectNode parse(String line) {
        try {
            if (ProductJson.parse(line) instanceof ObjectNode row && row.has("id")) {
                return row;
            }
        } catch (SyncFailureException e) {
            // Said below.
        }
        throw new SyncFailureException(
                new RejectedByTarget(
                        "Shopify's export holds a row that is no record",
                        "Start the job again; if it lasts, set SHOPOMS_CATALOG_SHOPIFY_EXPORT_ABOVE=0 to fetch pages instead."));
    }
}
