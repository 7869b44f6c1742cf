package io.shopoms.order;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.mapping.Applied;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.status.StatusRules;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.util.List;
import java.util.Locale;

/** Makes links from what Odoo has. */
final class LinkRules {

    static final String NOT_CHECKED = "not checked";

    private LinkRules() {}

    /** The first link of an order: what Odoo has counts as written by us. */
    static OrderLink first(ShopDomain shop, OrderTask task, SaleOrderState state) {
        return new OrderLink(
                shop,
                task.order().id(),
                task.order().name(),
                new OdooId(state.id()),
                state.name(),
                lines(state),
                Applied.of(state),
                word(state),
                StatusRules.of(state, task.order()).word(),
                NOT_CHECKED);
    }

    /** The link after work on the order. */
    static OrderLink renewed(
            OrderLink link, ShopifyOrder order, SaleOrderState state, Applied applied, String moneyCheck) {
        return new OrderLink(
                link.shop(),
                link.orderId(),
                link.orderName(),
                link.odooOrderId(),
                state.name(),
                lines(state),
                applied,
                word(state),
                StatusRules.of(state, order).word(),
                moneyCheck);
    }

    /** An order that people deleted is not made again by itself: they had a reason. */
    static RejectedByTarget deleted(OrderLink link) {
        return new RejectedByTarget(
                link.odooOrderName() + " (id " + link.odooOrderId() + ") was deleted in Odoo",
                "If that was a mistake, an operator forgets it with DELETE /api/orders/" + link.orderId()
                        + "/link?store=" + link.shop() + ": the order is then made again. Otherwise nothing is to be"
                        + " done.");
    }

    private static List<OrderLinked.Line> lines(SaleOrderState state) {
        return state.lines().stream()
                .flatMap(line ->
                        line
                                .shopifyLine()
                                .map(id -> new OrderLinked.Line(new ShopifyId(id), new OdooId(line.id())))
                                .stream())
                .toList();
    }

    private static String word(SaleOrderState state) {
        return state.stage().name().toLowerCase(Locale.ROOT);
    }
}
