package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what Odoo's accounting has of orders: seven calls at most, for any number of them. */
@ApplicationScoped
public class OrderAccounts {

    private static final String MOVE = "account.move";
    private static final String SALE_LINE = "sale.order.line";

    OrderAccounts() {}

    /** By the orders' ids; an order that was deleted is absent. */
    public Uni<Map<Long, OrderAccount>> of(OdooClient odoo, Collection<Long> orders) {
        List<Long> ids = List.copyOf(orders);
        return odoo.read("sale.order", ids, AccountReader.ORDER_FIELDS)
                .chain(found -> odoo.searchRead(
                                SALE_LINE, Domain.where("order_id", "in", ids), AccountReader.SALE_LINE_FIELDS, "", 0)
                        .chain(lines -> odoo.externalIdsOf(SALE_LINE, recordIds(lines))
                                .chain(names -> documents(odoo, found)
                                        .map(documents -> AccountReader.accounts(found, lines, names, documents)))));
    }

    /** An order's documents hold its lines, or its name as their origin: a goodwill credit note holds no line. */
    private static Uni<AccountReader.Documents> documents(OdooClient odoo, List<JsonNode> orders) {
        List<String> names =
                orders.stream().map(order -> Records.text(order, "name")).toList();
        return odoo.searchRead(
                        MOVE,
                        Domain.where("invoice_origin", "in", names)
                                .and("move_type", "in", List.of("out_invoice", "out_refund")),
                        AccountReader.MOVE_FIELDS,
                        "",
                        0)
                .chain(byOrigin -> others(odoo, orders, byOrigin))
                .chain(moves -> lines(odoo, moves));
    }

    private static Uni<List<JsonNode>> others(OdooClient odoo, List<JsonNode> orders, List<JsonNode> known) {
        Set<Long> missing = new LinkedHashSet<>();
        orders.forEach(order -> missing.addAll(Records.references(order, "invoice_ids")));
        recordIds(known).forEach(missing::remove);
        if (missing.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return odoo.read(MOVE, List.copyOf(missing), AccountReader.MOVE_FIELDS).map(more -> {
            List<JsonNode> all = new ArrayList<>(known);
            all.addAll(more);
            return all;
        });
    }

    private static Uni<AccountReader.Documents> lines(OdooClient odoo, List<JsonNode> moves) {
        if (moves.isEmpty()) {
            return Uni.createFrom().item(new AccountReader.Documents(List.of(), List.of(), Map.of()));
        }
        List<Long> ids = recordIds(moves);
        return odoo.searchRead(
                        "account.move.line",
                        Domain.where("move_id", "in", ids).and("display_type", "=", "product"),
                        AccountReader.MOVE_LINE_FIELDS,
                        "",
                        0)
                .chain(lines ->
                        odoo.externalIdsOf(MOVE, ids).map(names -> new AccountReader.Documents(moves, lines, names)));
    }

    private static List<Long> recordIds(List<JsonNode> records) {
        return records.stream().map(Records::id).toList();
    }
}
