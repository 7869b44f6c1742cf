package io.shopoms.sync.job;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/** Reads the three columns in which every table here keeps a failure. */
final class StoredFailures {

    private StoredFailures() {}

    static Optional<StoredFailure> of(Row row) {
        return Optional.ofNullable(row.getString("failure_kind"))
                .map(kind ->
                        new StoredFailure(kind, row.getString("failure_message"), row.getString("failure_remedy")));
    }
}
