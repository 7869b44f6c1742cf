package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure;
import java.util.Objects;

/** What became of one record of a {@link Load}. */
public sealed interface LoadResult {

    /** The record's external id, as in the load. */
    String externalId();

    /** It is in Odoo, with this database id. */
    record Loaded(String externalId, long id) implements LoadResult {}

    /** It is not, or that is not known if the failure is transient. */
    record NotLoaded(String externalId, SyncFailure failure) implements LoadResult {
        public NotLoaded {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
