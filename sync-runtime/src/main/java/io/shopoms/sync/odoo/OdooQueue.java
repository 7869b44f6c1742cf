package io.shopoms.sync.odoo;

import io.shopoms.sync.http.CallQueue;
import io.shopoms.sync.http.Pace;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The one queue of an Odoo database, shared by all stores that are kept in it. */
record OdooQueue(CallQueue calls, Pace pace) {

    <T> Uni<T> run(Supplier<Uni<T>> call) {
        return calls.run(pace, call);
    }
}
