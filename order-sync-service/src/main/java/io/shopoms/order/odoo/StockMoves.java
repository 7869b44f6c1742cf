package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.returns.Movement;
import io.shopoms.order.mapping.returns.Movement.Progress;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code stock.move}: how the goods of an order went to the customer and back. */
@ApplicationScoped
public class StockMoves {

    private static final String MOVE = "stock.move";
    private static final String PICKING = "stock.picking";

    private static final List<String> FIELDS = List.of(
            "picking_id",
            "reference",
            "picking_code",
            "sale_line_id",
            "product_id",
            "product_uom_qty",
            "quantity",
            "state",
            "origin_returned_move_id",
            "to_refund");

    StockMoves() {}

    /** The moves between house and customer, oldest first; those within the house are left out. Two calls. */
    public Uni<List<Movement>> of(OdooClient odoo, SaleOrderState order) {
        List<Long> lines = order.lines().stream().map(SaleLineState::id).toList();
        return odoo.searchRead(MOVE, Domain.where("sale_line_id", "in", lines), FIELDS, "id", 0)
                .map(moves -> moves.stream().filter(StockMoves::crossesTheDoor).toList())
                .chain(moves -> odoo.externalIdsOf(PICKING, pickings(moves))
                        .map(documents -> moves.stream()
                                .map(move -> movement(move, documents))
                                .toList()));
    }

    private static boolean crossesTheDoor(JsonNode move) {
        return isOutgoing(move) || isIncoming(move);
    }

    private static List<Long> pickings(List<JsonNode> moves) {
        return moves.stream()
                .filter(StockMoves::isIncoming)
                .map(move -> Records.reference(move, "picking_id"))
                .distinct()
                .toList();
    }

    private static Movement movement(JsonNode move, Map<Long, List<ExternalId>> documents) {
        Progress progress = progress(Records.text(move, "state"));
        long picking = Records.reference(move, "picking_id");
        return new Movement(
                Records.id(move),
                picking,
                Records.text(move, "reference"),
                documents.getOrDefault(picking, List.of()).stream().findFirst(),
                Records.reference(move, "sale_line_id"),
                Records.reference(move, "product_id"),
                Records.number(move, progress == Progress.DONE ? "quantity" : "product_uom_qty"),
                progress,
                isOutgoing(move),
                Optional.of(Records.reference(move, "origin_returned_move_id")).filter(id -> id != 0),
                move.path("to_refund").asBoolean(false));
    }

    private static Progress progress(String state) {
        return switch (state) {
            case "draft" -> Progress.DRAFT;
            case "done" -> Progress.DONE;
            case "cancel" -> Progress.CANCELLED;
            default -> Progress.OPEN;
        };
    }

    private static boolean isOutgoing(JsonNode move) {
        return Records.text(move, "picking_code").equals("outgoing");
    }

    private static boolean isIncoming(JsonNode move) {
        return Records.text(move, "picking_code").equals("incoming");
    }
}
