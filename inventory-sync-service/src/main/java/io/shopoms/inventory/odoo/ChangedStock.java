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
import java.util.Optional;
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
     * @param rows those that name a product
     * @param next the id after which the next page begins; absent at the end
     */
    public record Page(List<StockRow> rows, Optional<Long> next) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A page of the rows that were written at {@code since} or later, in the order of their ids; a full page has
     * {@value #PAGE}. The second of {@code since} is included: Odoo compares whole seconds.
     *
     * @param afterId the last id of the page before; 0 for the first page
     */
    public Uni<Page> page(Store store, StockTable table, Instant since, long afterId) {
        List<String> fields = new ArrayList<>(List.of("write_date"));
        if (!table.product().equals("id")) {
            fields.add(table.product());
        }
        fields.addAll(table.content());
        fields.addAll(table.cause());
        return clients.of(store)
                .searchRead(table.model(), domain(table, since, afterId), fields, "id", PAGE)
                .map(rows -> page(table, rows));
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

    private static Page page(StockTable table, List<JsonNode> rows) {
        return new Page(
                rows.stream().flatMap(row -> row(table, row).stream()).toList(),
                rows.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).path("id").asLong()));
    }

    /** Empty for a row that leads to no product: it must not keep the others from being heard of. */
    private static Optional<StockRow> row(StockTable table, JsonNode row) {
        return OdooValue.id(row, table.product()).map(product -> row(table, row, product));
    }

    private static StockRow row(StockTable table, JsonNode row, OdooId product) {
        return new StockRow(
                table,
                row.path("id").asLong(),
                product,
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
