package io.shopoms.inventory.odoo;

import io.shopoms.sync.odoo.OdooClients;
import java.time.Clock;

/** The room's beans, without a container. */
public record OdooRooms(StockPlaces places, OdooStock stock, StockAdjustments adjustments, ChangedStock changes) {

    public static OdooRooms with(OdooClients clients) {
        StockPlaces places = new OdooStockPlaces(clients);
        StockDialects dialects = new StockDialects(clients, Clock.systemUTC());
        return new OdooRooms(
                places,
                new OdooFreeStock(clients, places, dialects),
                new TransferAdjustments(clients, places, dialects),
                new ChangedStock(clients));
    }
}
