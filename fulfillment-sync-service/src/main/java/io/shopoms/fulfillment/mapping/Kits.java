package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.odoo.Shipment.Move;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.Shipment.SaleLine;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kits are sold as one product and moved as their parts, so moves cannot be counted. Odoo counts complete kits itself, but
 * over all pickings; what is not remembered of an earlier picking yet belongs to the first that has parts of it and is not
 * remembered, or else to the last one.
 */
final class Kits {

    private final Map<OdooId, ShopifyId> lines;
    private final List<Picking> inOrder;
    private final List<FulfillmentLink> links;
    private final Map<Long, Quantities> byPicking = new HashMap<>();

    Kits(Map<OdooId, ShopifyId> lines, List<Picking> inOrder, List<FulfillmentLink> links) {
        this.lines = lines;
        this.inOrder = inOrder;
        this.links = links;
        Map<OdooId, SaleLine> kits = new HashMap<>();
        inOrder.stream()
                .flatMap(picking -> picking.moves().stream())
                .filter(Kits::isPart)
                .forEach(move -> kits.put(new OdooId(move.line().id()), move.line()));
        kits.forEach(this::share);
    }

    static boolean isPart(Move move) {
        return move.line() != null && move.line().productId() != move.productId();
    }

    Quantities shippedBy(Picking picking) {
        return byPicking.getOrDefault(picking.id(), Quantities.NONE);
    }

    private void share(OdooId kitLine, SaleLine kit) {
        ShopifyId line = lines.get(kitLine);
        if (line == null) {
            return;
        }
        int left = kit.delivered().setScale(0, RoundingMode.FLOOR).intValueExact();
        Picking taker = null;
        for (Picking picking : inOrder) {
            if (picking.moves().stream()
                    .noneMatch(move -> isPart(move) && move.line().id() == kit.id())) {
                continue;
            }
            int remembered = remembered(picking, line);
            add(picking, line, Math.min(remembered, Math.max(0, left)));
            left -= remembered;
            if (taker == null || isRemembered(taker)) {
                taker = picking;
            }
        }
        if (left > 0) {
            add(taker, line, left);
        }
    }

    private int remembered(Picking picking, ShopifyId line) {
        return links.stream()
                .filter(link -> link.picking() == picking.id())
                .mapToInt(link -> link.quantities().of(line))
                .sum();
    }

    private boolean isRemembered(Picking picking) {
        return links.stream().anyMatch(link -> link.picking() == picking.id());
    }

    private void add(Picking picking, ShopifyId line, int units) {
        byPicking.merge(picking.id(), Quantities.of(line, units), Quantities::plus);
    }
}
