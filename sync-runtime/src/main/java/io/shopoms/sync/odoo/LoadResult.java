package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure;
import java.util.Objects;

/** What became of one record of a {@link Load}. */
public sealed interface LoadResult {

    /** What names the record in the load: its external id, or its database id. */
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
