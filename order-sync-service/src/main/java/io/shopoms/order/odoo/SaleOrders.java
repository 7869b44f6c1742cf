package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.order.mapping.DraftLine;
import io.shopoms.order.mapping.OrderChange;
import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code sale.order}. Everything here may be repeated: after a lost answer the same call ends in the same state. */
@ApplicationScoped
public class SaleOrders {

    private static final String ORDER = "sale.order";
    private static final String LINE = "sale.order.line";
    private static final Set<String> CLOSED_PICKING = Set.of("done", "cancel");

    // Command numbers of Odoo's one2many and many2many fields.
    private static final int UPDATE = 1;
    private static final int UNLINK = 3;
    private static final int LINK = 4;
    private static final int REPLACE = 6;

    SaleOrders() {}

    /** Makes the orders that do not exist yet, in one call; one result for each, in their order. */
    public Uni<List<LoadResult>> ensure(OdooClient odoo, List<OrderToPlace> orders) {
        return odoo.createAbsentEach(OrderTable.orders(orders));
    }

    /** The ids behind external ids, for orders that may or may not exist. */
    public Uni<Map<ExternalId, Long>> find(OdooClient odoo, Collection<ExternalId> orders) {
        return odoo.idsOf(ORDER, orders);
    }

    /** Orders as they are now, with their lines; one that was deleted is absent. Three calls for any number. */
    public Uni<Map<Long, SaleOrderState>> states(OdooClient odoo, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return odoo.read(ORDER, ids, OrderStates.ORDER_FIELDS)
                .chain(orders -> odoo.searchRead(
                                LINE, Domain.where("order_id", "in", ids), OrderStates.LINE_FIELDS, "", 0)
                        .chain(lines -> odoo.externalIdsOf(
                                        LINE, lines.stream().map(Records::id).toList())
                                .map(externalIds -> OrderStates.of(orders, lines, externalIds))));
    }

    /** The stages alone. */
    public Uni<Map<Long, Stage>> stages(OdooClient odoo, List<Long> ids) {
        return odoo.read(ORDER, ids, List.of("state")).map(orders -> {
            Map<Long, Stage> stages = new HashMap<>();
            orders.forEach(order -> stages.put(Records.id(order), OrderStates.stage(Records.text(order, "state"))));
            return stages;
        });
    }

    /** Applies a change: new lines first, each once for its external id, then everything else in one write. */
    public Uni<Void> apply(OdooClient odoo, SaleOrderState order, OrderChange change) {
        return addLines(odoo, order.id(), change.added())
                .chain(() -> write(odoo, order.id(), values(change)))
                .chain(() -> moveOpenPickings(odoo, order, change));
    }

    /** Adds lines unless they exist. */
    public Uni<Void> addLines(OdooClient odoo, long orderId, List<DraftLine> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : odoo.createAbsent(OrderTable.lines(orderId, lines)).replaceWithVoid();
    }

    /** Confirms quotations: Odoo makes the deliveries and reserves the stock. Refused as a whole if one is refused. */
    public Uni<Void> confirm(OdooClient odoo, List<Long> ids) {
        return odoo.call(ORDER, "action_confirm", ids(ids)).replaceWithVoid();
    }

    /** Cancels an order and its open deliveries; what is cancelled already stays so. */
    public Uni<Void> cancel(OdooClient odoo, long id) {
        return odoo.call(ORDER, "action_cancel", ids(List.of(id))).replaceWithVoid();
    }

    private static Uni<Void> write(OdooClient odoo, long id, ObjectNode values) {
        return values.isEmpty() ? Uni.createFrom().voidItem() : odoo.write(ORDER, List.of(id), values);
    }

    /** Odoo leaves the address of a delivery that exists as it was. */
    private static Uni<Void> moveOpenPickings(OdooClient odoo, SaleOrderState order, OrderChange change) {
        if (change.deliveryPartnerId().isEmpty() || order.pickingIds().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return odoo.read("stock.picking", order.pickingIds(), List.of("state"))
                .map(SaleOrders::open)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : odoo.write(
                                "stock.picking",
                                open,
                                JsonBodies.object()
                                        .put(
                                                "partner_id",
                                                change.deliveryPartnerId().get())));
    }

    private static List<Long> open(List<JsonNode> pickings) {
        return pickings.stream()
                .filter(picking -> !CLOSED_PICKING.contains(Records.text(picking, "state")))
                .map(Records::id)
                .toList();
    }

    private static ObjectNode values(OrderChange change) {
        ObjectNode values = JsonBodies.object();
        change.note().ifPresent(note -> values.put("note", note));
        change.invoicePartnerId().ifPresent(id -> values.put("partner_invoice_id", id));
        change.deliveryPartnerId().ifPresent(id -> values.put("partner_shipping_id", id));
        if (!change.addedTags().isEmpty() || !change.removedTags().isEmpty()) {
            ArrayNode commands = values.putArray("tag_ids");
            change.removedTags().forEach(tag -> commands.addArray().add(UNLINK).add(tag));
            change.addedTags().forEach(tag -> commands.addArray().add(LINK).add(tag));
        }
        if (!change.lines().isEmpty()) {
            ArrayNode commands = values.putArray("order_line");
            change.lines()
                    .forEach(line ->
                            commands.addArray().add(UPDATE).add(line.lineId()).add(lineValues(line)));
        }
        return values;
    }

    private static ObjectNode lineValues(LineChange line) {
        ObjectNode values = JsonBodies.object();
        line.quantity().ifPresent(quantity -> values.put("product_uom_qty", quantity));
        line.unitPrice().ifPresent(price -> values.put("price_unit", price));
        line.name().ifPresent(name -> values.put("name", name));
        line.taxIds().ifPresent(taxes -> {
            ArrayNode replace =
                    values.putArray("tax_ids").addArray().add(REPLACE).add(0);
            replace.add(JsonBodies.tree(taxes));
        });
        return values;
    }

    private static ObjectNode ids(List<Long> ids) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("ids", JsonBodies.tree(ids));
        return arguments;
    }
}
