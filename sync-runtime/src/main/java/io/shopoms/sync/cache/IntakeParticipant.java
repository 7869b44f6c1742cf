package io.shopoms.sync.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Takes part in the transaction that stores arrivals of one kind: what it writes is there if and only if they are. At most
 * one bean for each {@link CacheKind}, application scoped; a kind without one costs nothing more.
 *
 * <p>Everything that comes in is told, webhooks and fetched records alike, once for each delivery; also what is older than
 * the stored record or equal to it.
 */
public interface IntakeParticipant {

    /** The {@link CacheKind#name()} that it takes part in. */
    String kind();

    /**
     * Called once in a transaction, after the rows were written. The transaction may be rolled back and tried again with the
     * same arrivals, so whatever cannot be rolled back does not belong here; its deadline holds for all of it.
     *
     * <p>Failures: if PostgreSQL refuses data, or the call itself throws, an arrival is to blame; they are tried in halves
     * until it stands alone and is kept as rejected. Any other failure of the {@code Uni} counts as an outage: all of it is
     * tried again until it passes.
     *
     * @param transaction the open transaction, on a connection with the service's schema
     * @param arrivals in order of arrival, at least one
     */
    Uni<Void> arrived(SqlConnection transaction, List<Arrived> arrivals);

    /**
     * A record that came in.
     *
     * @param raw the record
     * @param key what its kind read of it
     * @param newVersion the row's version since this record replaced what it held; empty if the record changed nothing,
     *     because it is older than what was there, or says the same
     */
    record Arrived(RawRecord raw, RecordKey key, OptionalLong newVersion) {}
}
