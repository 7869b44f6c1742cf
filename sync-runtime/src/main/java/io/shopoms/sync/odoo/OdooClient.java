package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One Odoo database, whatever transport it speaks. Arguments are named, as JSON-2 wants them; {@code ids} and
 * {@code context} are arguments like any other.
 *
 * <p>Fails with {@code SyncFailureException}, classified by section 2 of Odoo's error table (status and exception name,
 * never the translated message): transient, misconfigured, or rejected. A transient failure says nothing of whether the
 * call was committed: only calls that are safe to repeat may be repeated.
 */
public interface OdooClient {

    /** Calls {@code model.method} and answers its bare result; Python's {@code None} is a JSON null. */
    Uni<JsonNode> call(String model, String method, ObjectNode arguments);

    /**
     * Creates records through {@code load}, keyed by external id in the first column ({@code id}): a row whose external id
     * exists already changes nothing and answers the id of the existing record. The only way in which shopOMS creates
     * documents, because it is safe to repeat after any lost answer.
     *
     * @return the database ids, in the order of the records
     */
    Uni<List<Long>> createAbsent(Load load);

    /** The same, but rows whose external id exists are updated with the given columns. */
    Uni<List<Long>> upsert(Load load);

    /** {@code search_read}; {@code order} may be empty, {@code limit} 0 means all. */
    Uni<List<JsonNode>> searchRead(String model, Domain domain, List<String> fields, String order, int limit);

    /** {@code read} of known ids; a missing id is just absent from the answer. Many2one values come as bare ids. */
    Uni<List<JsonNode>> read(String model, List<Long> ids, List<String> fields);

    /** {@code write} of {@code values} to all {@code ids}. */
    Uni<Void> write(String model, List<Long> ids, ObjectNode values);
}
