package io.shopoms.sync.cache;

import io.shopoms.sync.store.OdooDatabase;
import io.shopoms.sync.store.Store;
import java.util.Optional;
import java.util.UUID;

/** The work of one kind for one store. Asks PostgreSQL one question at a time. */
final class Lane {

    private final CacheKind kind;
    private final Store store;
    private final String target;
    private final Claims claims;
    private final LaneGate gate;
    private boolean claiming;
    private boolean again;

    /** @param writesToOdoo whether its work is what Odoo's places for batches are for */
    Lane(CacheKind kind, Store store, boolean writesToOdoo, Claims claims, LaneGate gate) {
        this.kind = kind;
        this.store = store;
        Optional<OdooDatabase> odoo = writesToOdoo ? store.odooDatabase() : Optional.empty();
        this.target = odoo.map(OdooDatabase::toString).orElse(store.shop().value());
        this.claims = claims;
        this.gate = gate;
    }

    CacheKind kind() {
        return kind;
    }

    Store store() {
        return store;
    }

    Claims claims() {
        return claims;
    }

    LaneGate gate() {
        return gate;
    }

    /** What limits its calls: the Odoo behind it, which several stores may share; else the store itself. */
    String target() {
        return target;
    }

    /** Whether the caller may claim now; if not, whoever claims at the moment does it once more. */
    synchronized boolean beginClaim() {
        if (claiming) {
            again = true;
            return false;
        }
        claiming = true;
        again = false;
        return true;
    }

    /** @return whether somebody woke the lane while it was claiming */
    synchronized boolean endClaim() {
        claiming = false;
        return again;
    }

    /** A claim of this lane that is being worked on. */
    record Work(Lane lane, UUID owner) {}
}
