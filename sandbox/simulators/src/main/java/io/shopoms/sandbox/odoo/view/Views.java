package io.shopoms.sandbox.odoo.view;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.Moments;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.sale.LineNames;
import java.time.Instant;
import java.util.List;

/** Makes views of rows. */
public final class Views {

    private Views() {}

    public static OrderView order(Env env, Record order) {
        return new OrderView(
                order.id(),
                env.text(order, "name"),
                ExternalIds.nameOf(env, order),
                env.text(order, "client_order_ref"),
                env.text(order, "origin"),
                env.text(order, "state"),
                shown(env, order, "currency_id"),
                moment(env, order, "date_order"),
                shown(env, order, "partner_id"),
                shown(env, order, "partner_invoice_id"),
                shown(env, order, "partner_shipping_id"),
                env.text(order, "note"),
                names(env, order, "tag_ids"),
                env.number(order, "amount_untaxed"),
                env.number(order, "amount_tax"),
                env.number(order, "amount_total"),
                env.text(order, "delivery_status"),
                env.text(order, "invoice_status"),
                env.flag(order, "locked"),
                env.many(order, "order_line").stream()
                        .map(line -> line(env, line))
                        .toList(),
                env.by("stock.picking", "sale_id", order.id()).stream()
                        .map(picking -> picking(env, picking))
                        .toList());
    }

    private static LineView line(Env env, Record line) {
        return new LineView(
                line.id(),
                ExternalIds.nameOf(env, line),
                sku(env, line),
                env.text(line, "name"),
                env.text(line, "display_type"),
                env.number(line, "product_uom_qty"),
                env.number(line, "price_unit"),
                env.number(line, "discount"),
                names(env, line, LineNames.taxes(line)),
                env.flag(line, "is_delivery"),
                env.number(line, "price_subtotal"),
                env.number(line, "price_total"),
                env.number(line, "qty_delivered"),
                env.number(line, "qty_invoiced"));
    }

    public static PickingView picking(Env env, Record picking) {
        Record order = env.follow(picking, "sale_id");
        return new PickingView(
                picking.id(),
                env.text(picking, "name"),
                env.text(picking, "picking_type_code"),
                env.text(picking, "state"),
                order == null ? "" : env.text(order, "name"),
                order == null ? "" : env.text(order, "client_order_ref"),
                shown(env, picking, "partner_id"),
                shown(env, picking, "carrier_id"),
                env.text(picking, "carrier_tracking_ref"),
                shown(env, picking, "backorder_id"),
                moment(env, picking, "write_date"),
                moment(env, picking, "date_done"),
                env.many(picking, "move_ids").stream()
                        .map(move -> move(env, move))
                        .toList());
    }

    private static MoveView move(Env env, Record move) {
        return new MoveView(
                move.id(),
                sku(env, move),
                env.number(move, "product_uom_qty"),
                env.number(move, "quantity"),
                env.text(move, "state"),
                (Long) env.get(move, "sale_line_id"));
    }

    public static ProductView product(Env env, Record product) {
        return new ProductView(
                product.id(),
                env.text(product, "default_code"),
                env.text(product, "name"),
                env.text(product, "type"),
                env.number(product, "list_price"),
                env.number(product, "qty_available"),
                env.number(product, "free_qty"));
    }

    public static PartnerView partner(Env env, Record partner) {
        Record state = env.follow(partner, "state_id");
        Record country = env.follow(partner, "country_id");
        return new PartnerView(
                partner.id(),
                ExternalIds.nameOf(env, partner),
                (Long) env.get(partner, "parent_id"),
                env.text(partner, "type"),
                env.flag(partner, "is_company"),
                env.text(partner, "name"),
                env.text(partner, "email"),
                env.text(partner, "phone"),
                env.text(partner, "ref"),
                env.text(partner, "street"),
                env.text(partner, "street2"),
                env.text(partner, "city"),
                env.text(partner, "zip"),
                state == null ? "" : env.text(state, "code"),
                country == null ? "" : env.text(country, "code"));
    }

    static String sku(Env env, Record row) {
        Record product = env.follow(row, "product_id");
        return product == null ? "" : env.text(product, "default_code");
    }

    static String shown(Env env, Record row, String many2one) {
        Record target = env.follow(row, many2one);
        return target == null ? "" : env.display(target);
    }

    static List<String> names(Env env, Record row, String toMany) {
        return env.many(row, toMany).stream().map(env::display).toList();
    }

    private static String moment(Env env, Record row, String field) {
        Instant instant = env.instant(row, field);
        return instant == null ? "" : Moments.show(instant);
    }
}
