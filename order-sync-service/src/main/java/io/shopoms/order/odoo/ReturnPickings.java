package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.returns.Movement;
import io.shopoms.order.mapping.returns.OpenReturn;
import io.shopoms.order.mapping.returns.ReturnDraft;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Incoming {@code stock.picking}: goods that customers send back. Odoo would take back 99 of 3: what comes back is decided
 * before, in {@link io.shopoms.order.mapping.returns.ReturnPlan}. Everything here may be repeated.
 */
@ApplicationScoped
public class ReturnPickings {

    private static final String PICKING = "stock.picking";

    ReturnPickings() {}

    /** Makes the returns that do not exist yet, one for each refund; drafts, until they are advanced. */
    public Uni<Void> prepare(OdooClient odoo, ShopDomain shop, List<ReturnDraft> drafts) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ReturnDraft draft : drafts) {
            all = all.chain(() -> prepare(odoo, shop, draft));
        }
        return all;
    }

    private static Uni<Void> prepare(OdooClient odoo, ShopDomain shop, ReturnDraft draft) {
        Movement shipment = draft.units().keySet().iterator().next();
        return one(
                        odoo,
                        PICKING,
                        shipment.pickingId(),
                        List.of("picking_type_id", "location_id", "location_dest_id", "partner_id"))
                .chain(delivery -> one(
                                odoo,
                                "stock.picking.type",
                                Records.reference(delivery, "picking_type_id"),
                                List.of("return_picking_type_id"))
                        .chain(type -> {
                            long back = Records.reference(type, "return_picking_type_id");
                            return one(odoo, "stock.picking.type", back, List.of("default_location_dest_id"))
                                    .chain(returns ->
                                            odoo.createAbsent(ReturnTable.of(shop, draft, delivery, back, returns)));
                        }))
                .replaceWithVoid();
    }

    /** Tells Odoo that a return is meant: it then waits for the goods. */
    public Uni<Void> confirm(OdooClient odoo, OpenReturn picking) {
        return odoo.call(PICKING, "action_confirm", ids(picking))
                .chain(() -> odoo.call(PICKING, "action_assign", ids(picking)))
                .replaceWithVoid();
    }

    /** Books the goods into stock; the customer then has them no more. */
    public Uni<Void> receive(OdooClient odoo, OpenReturn picking) {
        ObjectNode arguments = ids(picking);
        arguments.putObject("context").put("skip_sms", true).put("skip_backorder", true);
        return odoo.call(PICKING, "button_validate", arguments)
                .chain(() -> one(odoo, PICKING, picking.pickingId(), List.of("state")))
                .invoke(now -> {
                    if (!Records.text(now, "state").equals("done")) {
                        throw new SyncFailureException(new RejectedByTarget(
                                picking.name() + " cannot be received: Odoo asks a person to decide something",
                                "Open " + picking.name() + " in Odoo, do what it asks for and validate it there; then"
                                        + " retry."));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<JsonNode> one(OdooClient odoo, String model, long id, List<String> fields) {
        return odoo.read(model, List.of(id), fields)
                .map(records -> records.stream()
                        .findFirst()
                        .orElseThrow(() -> new SyncFailureException(new RejectedByTarget(
                                "no return can be prepared: " + model + " " + id + " is missing in Odoo",
                                "Set the operation type for returns on the warehouse's deliveries (Inventory > Configuration >"
                                        + " Operations Types), then retry; or take the goods back by hand."))));
    }

    private static ObjectNode ids(OpenReturn picking) {
        ObjectNode arguments = JsonBodies.object();
        arguments.putArray("ids").add(picking.pickingId());
        return arguments;
    }
}
