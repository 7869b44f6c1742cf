package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One Odoo database, whatever transport it speaks. Arguments are named, as JSON-2 wants them; {@code ids} and
 * {@code context} are arguments like any other. Empty values of records read as {@code false}.
 *
 * <p>Fails with {@code SyncFailureException}, classified by section 2 of Odoo's error table (status and exception name,
 * never the translated message): transient, misconfigured, missing (a record that is gone), or rejected. A transient
 * failure says nothing of whether the call was committed: only calls that are safe to repeat may be repeated. Reads and
 * loads were then already tried a few times here.
 */
public interface OdooClient {

    /** Calls {@code model.method} and answers its bare result; Python's {@code None} is a JSON null. */
    Uni<JsonNode> call(String model, String method, ObjectNode arguments);

    /**
     * Creates records through {@code load}, keyed by external id in the first column ({@code id}): a row whose external id
     * exists already changes nothing and answers the id of the existing record. The only way in which shopOMS creates
     * documents, because it is safe to repeat after any lost answer. Takes all records or none; 10 to 50 in a call are
     * fastest.
     *
     * @return the database ids, in the order of the records
     */
    Uni<List<Long>> createAbsent(Load load);

    /** The same, but rows whose external id exists are updated with the given columns. */
    Uni<List<Long>> upsert(Load load);

    /**
     * {@link #createAbsent} where one bad record does not fail the others: it finds out which ones Odoo refuses. Fails as
     * a whole only if nothing is known of any record (transient) or all would fail alike (misconfigured).
     *
     * @return one result for each record, in their order
     */
    default Uni<List<LoadResult>> createAbsentEach(Load load) {
        return new LoadEach(this::createAbsent).results(load);
    }

    /** {@link #upsert} in the same manner. */
    default Uni<List<LoadResult>> upsertEach(Load load) {
        return new LoadEach(this::upsert).results(load);
    }

    /**
     * {@code search_read}; {@code order} may be empty, {@code limit} 0 means all. Many2one values come as bare ids. Long
     * results are read in pages; give no order for them, so that changes meanwhile do not shift the pages.
     */
    Uni<List<JsonNode>> searchRead(String model, Domain domain, List<String> fields, String order, int limit);

    /** {@code read} of known ids; a missing id is just absent from the answer. Many2one values come as bare ids. */
    Uni<List<JsonNode>> read(String model, List<Long> ids, List<String> fields);

    /** {@code write} of {@code values} to all {@code ids}. */
    Uni<Void> write(String model, List<Long> ids, ObjectNode values);

    /**
     * The database ids behind external ids, one call for each; absent ones are missing from the answer. To find out
     * whether a document exists, repeat its {@link #createAbsent} instead: that is one call for many.
     */
    Uni<Map<ExternalId, Long>> idsOf(String model, Collection<ExternalId> externalIds);

    /** Our external ids of known records, for instance of the order lines that a delivery names. */
    Uni<Map<Long, List<ExternalId>>> externalIdsOf(String model, Collection<Long> ids);

    /** The integration user's id: the cheapest proof that address, database and key are right. For readiness. */
    Uni<Long> userId();

    /** The server's version; needs no valid key. */
    Uni<OdooVersion> version();
}
