package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import io.shopoms.sandbox.odoo.partner.Addresses;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Numbers, addresses and currency of an order; hardly any field of a confirmed order is protected. */
final class OrderRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        values.computeIfAbsent("name", key -> "S%05d".formatted(env.next("sale.order")));
        if (values.get("partner_id") instanceof Number id) {
            Record partner = env.require("res.partner", id.longValue());
            values.computeIfAbsent("partner_invoice_id", key -> Addresses.of(env, partner, "invoice"));
            values.computeIfAbsent("partner_shipping_id", key -> Addresses.of(env, partner, "delivery"));
        }
        values.putIfAbsent("pricelist_id", defaultPricelist(env));
        values.put("currency_id", currency(env, values.get("pricelist_id")));
    }

    private static Object defaultPricelist(Env env) {
        List<Record> all = env.search("product.pricelist", List.of(), "id");
        return all.isEmpty() ? null : all.get(0).id();
    }

    /** The price list decides, whatever currency the caller asked for. */
    private static Object currency(Env env, Object pricelist) {
        return pricelist instanceof Number id
                ? env.get(env.require("product.pricelist", id.longValue()), "currency_id")
                : env.get(env.require("res.company", 1), "currency_id");
    }

    @Override
    public void afterCreate(Env env, Record order, Set<String> given) {
        OrderTotals.later(env, order);
    }

    @Override
    public void beforeWrite(Env env, Record order, Map<String, Object> values) {
        if (!values.containsKey("pricelist_id")) {
            return;
        }
        Object pricelist = values.get("pricelist_id");
        Long now = pricelist instanceof Number id ? (Long) id.longValue() : null;
        if (Objects.equals(now, env.get(order, "pricelist_id"))) {
            return;
        }
        if (env.text(order, "state").equals("sale")) {
            throw OdooException.user("You cannot change the pricelist of a confirmed order !");
        }
        values.put("currency_id", currency(env, pricelist));
        OrderTotals.later(env, order);
    }

    @Override
    public void afterWrite(Env env, Record order, Map<String, Object> before) {
        if (before.containsKey("commitment_date")) {
            Deliveries.pickings(env, order)
                    .forEach(picking -> env.set(picking, "date_deadline", env.get(order, "commitment_date")));
        }
    }

    @Override
    public void beforeUnlink(Env env, Record order) {
        String state = env.text(order, "state");
        if (!state.equals("draft") && !state.equals("cancel")) {
            throw OdooException.user(
                    "You can not delete a sent quotation or a confirmed sales order. You must first cancel it.");
        }
        env.many(order, "order_line").forEach(env::unlink);
    }
}
