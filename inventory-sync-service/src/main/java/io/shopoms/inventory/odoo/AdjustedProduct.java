package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A product that is to be adjusted, at a place.
 *
 * @param name for people, with its code
 * @param onHand in its unit, at the place
 * @param free of that not reserved
 * @param loss the {@code stock.location} of its losses
 */
record AdjustedProduct(
        String name, boolean active, boolean storable, String tracking, BigDecimal onHand, BigDecimal free, long loss) {

    private static final String BY_HAND =
            "Count the product in Odoo (Inventory > Physical Inventory), or let Odoo's stock overwrite Shopify's: find the"
                    + " drift (GET /api/drifts?item=) and decide 'correct' (POST /api/drifts/{id}/decide).";

    static Uni<AdjustedProduct> read(OdooClient odoo, StockDialect dialect, OdooId product, AdjustedPlace place) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("domain", JsonBodies.tree(List.of(List.of("id", "=", product.value()))));
        List<String> fields = new ArrayList<>(dialect.storableFields());
        fields.addAll(
                List.of("display_name", "active", "tracking", "qty_available", "free_qty", "property_stock_inventory"));
        arguments.set("fields", JsonBodies.tree(fields));
        place.in(arguments.putNull("load").putObject("context"));
        return odoo.call("product.product", "search_read", arguments).map(answer -> {
            if (answer.isEmpty()) {
                throw new SyncFailureException(new MissingDependency(
                        "product " + product + " is not in Odoo, or hidden from the integration user",
                        "Link the item with a product that Odoo has."));
            }
            return of(dialect, answer.get(0));
        });
    }

    private static AdjustedProduct of(StockDialect dialect, JsonNode row) {
        return new AdjustedProduct(
                OdooValue.text(row, "display_name"),
                OdooValue.flag(row, "active"),
                dialect.isStorable(row),
                OdooValue.text(row, "tracking"),
                OdooValue.quantity(row, "qty_available"),
                OdooValue.quantity(row, "free_qty"),
                row.path("property_stock_inventory").asLong());
    }

    /**
     * What is reserved is promised to somebody: it is not taken away.
     *
     * @throws SyncFailureException if it cannot be adjusted
     */
    void check(AdjustedPlace place, long delta) {
        if (!storable) {
            refuse("Odoo does not keep the stock of " + name);
        }
        if (!active) {
            refuse(name + " is archived in Odoo");
        }
        if (!tracking.equals("none")) {
            refuse(name + " is tracked by " + tracking + " in Odoo: nobody can tell which of them to adjust");
        }
        if (delta < 0 && free.compareTo(BigDecimal.valueOf(-delta)) < 0) {
            refuse(place.name() + " has " + free.toPlainString() + " free of " + name + ": taking away " + -delta
                    + " would leave less than nothing");
        }
    }

    private static void refuse(String why) {
        throw new SyncFailureException(new RejectedByTarget(why, BY_HAND));
    }
}
