package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import java.math.BigDecimal;
import java.util.List;

/** {@code stock.return.picking} and its lines: what of a transfer comes back. */
final class ReturnModels {

    static final String WIZARD = "stock.return.picking";
    static final String LINE = "stock.return.picking.line";

    private ReturnModels() {}

    static List<Model> all() {
        return List.of(wizard(), line());
    }

    private static Model wizard() {
        return new Model(WIZARD, "Return Picking")
                .shownAs((env, r) -> WIZARD + "," + r.id())
                .ruledBy(new ReturnRules())
                .with(
                        Field.many2one("picking_id", "Picking", "stock.picking"),
                        Field.one2many("product_return_moves", "Moves", LINE, "wizard_id"))
                .with(
                        Method.onRecords("action_create_returns", Returns::create),
                        Method.onRecords("action_create_returns_all", Returns::createAll));
    }

    private static Model line() {
        return new Model(LINE, "Return Picking Line")
                .shownAs((env, r) -> env.display(env.follow(r, "product_id")))
                .with(
                        Field.many2one("wizard_id", "Wizard", WIZARD),
                        Field.many2one("product_id", "Product", "product.product")
                                .required(),
                        Field.many2one("move_id", "Move", "stock.move"),
                        Field.decimal("quantity", "Quantity").digits(2).defaultsTo(BigDecimal.ONE),
                        Field.decimal("move_quantity", "Move Quantity")
                                .computed((env, r) -> env.get(r, "move_id") == null
                                        ? BigDecimal.ZERO
                                        : env.number(env.follow(r, "move_id"), "quantity")),
                        Field.flag("to_refund", "Update quantities on SO/PO").defaultsTo(true));
    }
}
