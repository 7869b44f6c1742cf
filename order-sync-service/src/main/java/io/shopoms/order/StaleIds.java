package io.shopoms.order;

import io.shopoms.order.odoo.OdooReferences;
import io.shopoms.order.odoo.Partners;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.store.Store;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Odoo refused a document, and one reason may be that an id we remember was deleted there meanwhile. So what is remembered
 * is dropped, and a first refusal does not count as the last word: the next try looks everything up again.
 */
@ApplicationScoped
class StaleIds {

    private final OdooReferences references;
    private final Partners partners;

    StaleIds(OdooReferences references, Partners partners) {
        this.references = references;
        this.partners = partners;
    }

    /** The failure to report for {@code refusal}. */
    SyncFailure judge(Store store, OrderTask task, SyncFailure refusal) {
        boolean refused = refusal instanceof RejectedByTarget || refusal instanceof MissingDependency;
        if (!refused) {
            return refusal;
        }
        references.forget(store);
        partners.forget(store);
        return task.firstAttempt() && refusal instanceof RejectedByTarget
                ? new TransientFailure(refusal.message() + " (tried again with fresh ids)")
                : refusal;
    }
}
