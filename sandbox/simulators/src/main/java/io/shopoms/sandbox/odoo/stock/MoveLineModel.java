package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.company.Units;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;

/** {@code stock.move.line}: how much of a move comes from which place. Its quantity is in the move's unit. */
final class MoveLineModel {

    static final String MODEL = "stock.move.line";

    private MoveLineModel() {}

    static Model model() {
        return new Model(MODEL, "Product Moves (Stock Move Line)")
                .orderedBy("id")
                .ruledBy(new MoveLineRules())
                .shownAs((env, r) -> env.display(env.follow(r, "product_id")))
                .with(
                        Field.many2one("move_id", "Stock Operation", "stock.move")
                                .required()
                                .indexed(),
                        ofMove(Type.MANY2ONE, "product_id", "Product", "product.product"),
                        Field.decimal("quantity", "Quantity").digits(2),
                        Field.decimal("quantity_product_uom", "Quantity in Product UoM")
                                .computed(MoveLineModel::inProductUnit),
                        Field.many2one("location_id", "From", LocationModel.MODEL)
                                .required(),
                        Field.many2one("location_dest_id", "To", LocationModel.MODEL)
                                .required(),
                        Field.flag("picked", "Picked"),
                        Field.datetime("date", "Date"),
                        ofMove(Type.CHAR, "state", "Status", null),
                        ofMove(Type.CHAR, "reference", "Reference", null),
                        ofMove(Type.CHAR, "picking_code", "Type of Operation", null),
                        ofMove(Type.BOOLEAN, "is_inventory", "Inventory", null),
                        ofMove(Type.MANY2ONE, "picking_id", "Transfer", "stock.picking"),
                        ofMove(Type.MANY2ONE, "company_id", "Company", "res.company"),
                        Field.many2one("product_uom_id", "Unit", "uom.uom")
                                .computed((env, r) -> env.get(env.follow(r, "move_id"), "product_uom")));
    }

    private static Field ofMove(Type type, String name, String label, String comodel) {
        Field field = comodel == null ? Field.of(type, name, label) : Field.many2one(name, label, comodel);
        return field.computed((env, r) -> env.get(env.follow(r, "move_id"), name));
    }

    static BigDecimal inProductUnit(Env env, Record line) {
        Record move = env.follow(line, "move_id");
        return Units.convert(
                env,
                env.number(line, "quantity"),
                env.follow(move, "product_uom"),
                env.follow(env.follow(move, "product_id"), "uom_id"));
    }
}
