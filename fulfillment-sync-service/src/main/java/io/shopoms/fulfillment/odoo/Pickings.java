package io.shopoms.fulfillment.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.Shipment.SaleOrder;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.odoo.OdooDateTime;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Odoo's outgoing pickings that belong to a sale order. */
@Singleton
public class Pickings {

    private static final String MODEL = "stock.picking";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OdooClients clients;

    public Pickings(OdooClients clients) {
        this.clients = clients;
    }

    /**
     * A picking that changed.
     *
     * @param writtenAt in whole seconds, as Odoo shows it
     * @param order the sale order
     * @param origin the sale order's origin; null if it has none
     */
    public record Changed(long id, Instant writtenAt, long order, String origin) {}

    /**
     * A page of the pickings that changed at {@code since} or later, in the order of their ids. The second of
     * {@code since} is included: Odoo compares whole seconds.
     *
     * @param afterId the last id of the page before; 0 for the first page
     */
    public Uni<List<Changed>> changed(Store store, Instant since, long afterId, int limit) {
        Domain domain = Domain.where("write_date", ">=", OdooDateTime.format(since))
                .and("picking_type_code", "=", "outgoing")
                .and("sale_id", "!=", false)
                .and("id", ">", afterId);
        ObjectNode arguments = search(domain, PickingSpecification.CHANGED).put("limit", limit);
        return call(store, arguments)
                .map(records -> records.stream().map(Pickings::change).toList());
    }

    /** All that was shipped of these sale orders so far. An order of which nothing was shipped is absent. */
    public Uni<List<Shipment>> shipments(Store store, Collection<Long> orders) {
        Domain domain = Domain.where("sale_id", "in", List.copyOf(orders))
                .and("picking_type_code", "=", "outgoing")
                .and("state", "=", "done");
        return call(store, search(domain, PickingSpecification.SHIPPED)).map(Pickings::byOrder);
    }

    private Uni<List<JsonNode>> call(Store store, ObjectNode arguments) {
        return clients.of(store).call(MODEL, "web_search_read", arguments).map(answer -> {
            List<JsonNode> records = new ArrayList<>();
            answer.path("records").forEach(records::add);
            return records;
        });
    }

    private static ObjectNode search(Domain domain, ObjectNode specification) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("domain", JSON.valueToTree(domain.conditions()));
        arguments.set("specification", specification.deepCopy());
        return arguments.put("order", "id");
    }

    private static Changed change(JsonNode picking) {
        JsonNode order = picking.path("sale_id");
        return new Changed(
                picking.path("id").asLong(),
                OdooValue.instant(picking.path("write_date")),
                order.path("id").asLong(),
                OdooValue.text(order.path("origin")));
    }

    private static List<Shipment> byOrder(List<JsonNode> records) {
        Map<SaleOrder, List<Picking>> pickings = new LinkedHashMap<>();
        for (JsonNode picking : records) {
            JsonNode order = picking.path("sale_id");
            SaleOrder key = new SaleOrder(
                    order.path("id").asLong(),
                    OdooValue.text(order.path("name")),
                    OdooValue.text(order.path("origin")));
            pickings.computeIfAbsent(key, k -> new ArrayList<>()).add(PickingSpecification.picking(picking));
        }
        return pickings.entrySet().stream()
                .map(entry -> new Shipment(entry.getKey(), entry.getValue()))
                .toList();
    }
}
