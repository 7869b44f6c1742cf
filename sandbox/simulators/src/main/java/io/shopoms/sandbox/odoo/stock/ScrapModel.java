package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code stock.scrap}: goods that are thrown away. Validating it once more throws as much away again. */
final class ScrapModel {

    private static final String MODEL = "stock.scrap";

    private ScrapModel() {}

    static Model model() {
        return new Model(MODEL, "Scrap")
                .orderedBy("id desc")
                .with(
                        Field.text("name", "Reference").defaultsTo("New"),
                        Field.text("origin", "Source Document"),
                        Field.many2one("product_id", "Product", "product.product")
                                .required(),
                        Field.many2one("product_uom_id", "Unit", "uom.uom")
                                .computed((env, r) -> env.get(env.follow(r, "product_id"), "uom_id")),
                        Field.decimal("scrap_qty", "Quantity").digits(2).defaultsTo(BigDecimal.ONE),
                        Field.many2one("location_id", "Source Location", LocationModel.MODEL)
                                .required()
                                .defaultsTo(env -> env.get(env.require("stock.warehouse", 1), "lot_stock_id")),
                        Field.many2one("scrap_location_id", "Scrap Location", LocationModel.MODEL)
                                .required()
                                .defaultsTo(
                                        env -> Locations.of(env, "inventory").id()),
                        Field.selection("state", "Status", "draft", "Draft", "done", "Done")
                                .defaultsTo("draft"),
                        Field.datetime("date_done", "Date"),
                        Field.one2many("move_ids", "Moves", "stock.move", "scrap_id"))
                .with(Method.onRecords("action_validate", ScrapModel::validate));
    }

    private static Object validate(Env env, Model model, List<Long> ids, Arguments args) {
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + MODEL + ids);
        }
        Record scrap = env.require(MODEL, ids.get(0));
        BigDecimal quantity = env.number(scrap, "scrap_qty");
        if (quantity.signum() == 0) {
            throw OdooException.user("You can only enter positive quantities.");
        }
        Record product = env.follow(scrap, "product_id");
        Env there = env.with(new Context(Map.of("location", env.get(scrap, "location_id"), "strict", true)));
        if (Quants.isTracked(env, product)
                && Availability.onHand(there, product).compareTo(quantity) < 0) {
            return window(env, scrap, product, quantity);
        }
        finish(env, scrap, product, quantity);
        return true;
    }

    private static void finish(Env env, Record scrap, Record product, BigDecimal quantity) {
        env.set(scrap, "name", "SP/%05d".formatted(env.next(MODEL)));
        Record from = env.follow(scrap, "location_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_id", product.id());
        values.put("product_uom_qty", quantity);
        values.put("location_id", from.id());
        values.put("location_dest_id", env.get(scrap, "scrap_location_id"));
        values.put("scrap_id", scrap.id());
        values.put("origin", env.get(scrap, "name"));
        values.put("state", "confirmed");
        Record move = env.create("stock.move", values);
        MoveLines.add(env, move, from, quantity);
        Completion.finish(env, move);
        env.set(scrap, "state", "done");
        env.set(scrap, "date_done", env.now());
    }

    private static Map<String, Object> window(Env env, Record scrap, Record product, BigDecimal quantity) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", env.display(product) + ": Insufficient Quantity To Scrap");
        action.put("view_mode", "form");
        action.put("res_model", "stock.warn.insufficient.qty.scrap");
        action.put("type", "ir.actions.act_window");
        action.put(
                "context",
                Map.of(
                        "default_scrap_id",
                        scrap.id(),
                        "default_quantity",
                        quantity,
                        "default_product_id",
                        product.id()));
        action.put("target", "new");
        return action;
    }
}
