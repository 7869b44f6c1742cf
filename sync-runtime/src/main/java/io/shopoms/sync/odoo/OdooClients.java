package io.shopoms.sync.odoo;

import io.shopoms.sync.store.Store;

/** One {@link OdooClient} for each Odoo database, kept for the life of the process so that its limits hold. */
public interface OdooClients {

    /** @throws io.shopoms.sync.failure.SyncFailureException misconfigured, naming the setting that is missing */
    OdooClient of(Store store);
}
