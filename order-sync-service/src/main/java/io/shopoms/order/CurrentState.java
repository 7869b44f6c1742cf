package io.shopoms.order;

import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads one order again after it was written to. */
@ApplicationScoped
class CurrentState {

    private final SaleOrders saleOrders;

    CurrentState(SaleOrders saleOrders) {
        this.saleOrders = saleOrders;
    }

    Uni<PlacedOrder> of(OdooClient odoo, PlacedOrder order) {
        return of(odoo, order.link(), order.state().id()).map(order::with);
    }

    Uni<SaleOrderState> of(OdooClient odoo, OrderLink link, long id) {
        return saleOrders.states(odoo, List.of(id)).map(states -> {
            SaleOrderState state = states.get(id);
            if (state == null) {
                throw new SyncFailureException(LinkRules.deleted(link));
            }
            return state;
        });
    }
}
