package io.shopoms.sync.shopify.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes records of the rows of a bulk operation: a record, then what it holds, each part naming it. Keeps a bounded number
 * of them. A part that does not follow its record makes the record one to read again.
 */
public final class BulkRows {

    private static final String PARENT = "__parentId";

    /** Some ten megabytes; a product may have thousands. */
    private static final int MOST_ROWS = 20_000;

    private final int most;
    private final List<Record> records = new ArrayList<>();
    private final Set<ShopifyId> scattered = new LinkedHashSet<>();
    private Record current;
    private long rows;
    private long currentRows;

    /** @param most after this many records no further one is begun; nor after very many rows */
    public BulkRows(int most) {
        this.most = most;
    }

    /**
     * A record with its parts, in the order of the file.
     *
     * @param node the record's own row
     * @param parts the rows that name it, without its name
     */
    public record Record(ObjectNode node, List<ObjectNode> parts) {

        public ShopifyId id() {
            return ShopifyId.parse(gid());
        }

        private String gid() {
            return node.path("id").asText();
        }
    }

    /**
     * Takes one row.
     *
     * @return false if it begins a record too many: it is not taken, and belongs to the next part of the file
     */
    public boolean take(String line) {
        ObjectNode row = parse(line);
        String parent = row.path(PARENT).asText();
        if (parent.isEmpty()) {
            if (isFull()) {
                return false;
            }
            close();
            current = new Record(row, new ArrayList<>());
        } else {
            part(row, parent);
        }
        currentRows++;
        return true;
    }

    /** Nothing follows: the last record is whole. */
    public void end() {
        close();
    }

    /** The whole records, in the order of the file. */
    public List<Record> records() {
        return records.stream().filter(known -> !scattered.contains(known.id())).toList();
    }

    /** Records of which a part came elsewhere in the file. */
    public Set<ShopifyId> scattered() {
        return scattered;
    }

    /** How many rows were taken. */
    public long rows() {
        return rows;
    }

    private boolean isFull() {
        return current != null && (records.size() + 1 >= most || rows + currentRows >= MOST_ROWS);
    }

    private void part(ObjectNode row, String parent) {
        if (current == null || !parent.equals(current.gid())) {
            scattered.add(ShopifyId.parse(parent));
            return;
        }
        row.remove(PARENT);
        current.parts().add(row);
    }

    private void close() {
        if (current != null) {
            records.add(current);
            current = null;
        }
        rows += currentRows;
        currentRows = 0;
    }

    private static ObjectNode parse(String line) {
        return JsonBodies.read(Buffer.buffer(line))
                .filter(row -> row.isObject() && row.has("id"))
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new SyncFailureException(new RejectedByTarget(
                        "Shopify's export holds a row that is no record",
                        "Start the job again; if it lasts, report it with this message.")));
    }
}
