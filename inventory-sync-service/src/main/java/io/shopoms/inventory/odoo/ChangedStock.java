package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.OdooId;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.odoo.OdooDateTime;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what changed in an Odoo's stock. */
@Singleton
public class ChangedStock {

    /** Rows in one call. */
    public static final int PAGE = 500;

    private static final List<Boolean> ARCHIVED_TOO = List.of(true, false);

    /** Planned moves change nothing that is free; those that wait for goods neither. */
    private static final List<String> TELLING = List.of("assigned", "partially_available", "done", "cancel");

    private static final Map<String, String> OPERATIONS =
            Map.of("incoming", "receipt", "outgoing", "delivery", "internal", "transfer");

    private final OdooClients clients;

    public ChangedStock(OdooClients clients) {
        this.clients = clients;
    }

    /**
     * A page of the rows that were written at {@code since} or later, in the order of their ids; a full page has
     * {@value #PAGE}. The second of {@code since} is included: Odoo compares whole seconds.
     *
     * @param afterId the last id of the page before; 0 for the first page
     */
    public Uni<List<StockRow>> page(Store store, StockTable table, Instant since, long afterId) {
        List<String> fields = new ArrayList<>(List.of("write_date"));
        if (!table.product().equals("id")) {
            fields.add(table.product());
        }
        fields.addAll(table.content());
        fields.addAll(table.cause());
        return clients.of(store)
                .searchRead(table.model(), domain(table, since, afterId), fields, "id", PAGE)
                .map(rows -> rows.stream().map(row -> row(table, row)).toList());
    }

    private static Domain domain(StockTable table, Instant since, long afterId) {
        Domain written =
                Domain.where("write_date", ">=", OdooDateTime.format(since)).and("id", ">", afterId);
        return switch (table) {
            case MOVES -> written.and("state", "in", TELLING);
            case QUANTS -> written;
            case PRODUCTS -> written.and("active", "in", ARCHIVED_TOO);
        };
    }

    private static StockRow row(StockTable table, JsonNode row) {
        return new StockRow(
                table,
                row.path("id").asLong(),
                new OdooId(row.path(table.product()).asLong()),
                OdooValue.instant(row, "write_date"),
                table.content().stream().map(field -> row.path(field).asText()).collect(Collectors.joining(" ")),
                table == StockTable.MOVES ? cause(row) : "");
    }

    /** The name that Odoo gives to a count holds the name of the person who counted: it is left out. */
    private static String cause(JsonNode move) {
        if (OdooValue.flag(move, "is_inventory")) {
            return "inventory adjustment";
        }
        String operation = OPERATIONS.getOrDefault(OdooValue.text(move, "picking_code"), "stock move");
        String what = OdooValue.text(move, "state").equals("done") ? operation : "reservation for " + operation;
        return (what + " " + OdooValue.text(move, "reference")).strip();
    }
}
