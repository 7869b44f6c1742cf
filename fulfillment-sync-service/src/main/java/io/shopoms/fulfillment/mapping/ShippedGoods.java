package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.Shipment.Move;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what Odoo shipped in units of Shopify's lines, picking by picking in the order in which they were done.
 *
 * @param notes what was left out, for people
 */
public record ShippedGoods(List<ShippedPicking> pickings, List<String> notes) {

    public ShippedGoods {
        pickings = List.copyOf(pickings);
        notes = List.copyOf(notes);
    }

    /** @param links what is remembered of this order; kits are counted on from there */
    public static ShippedGoods of(Shipment shipment, OrderLink order, List<FulfillmentLink> links) {
        return new Counting(order.lines(), links).of(shipment);
    }

    public Quantities total() {
        return pickings.stream().map(ShippedPicking::quantities).reduce(Quantities.NONE, Quantities::plus);
    }

    private static final class Counting {

        private final Map<OdooId, ShopifyId> lines;
        private final List<FulfillmentLink> links;
        private final Map<ShopifyId, BigDecimal> counted = new HashMap<>();
        private final List<String> notes = new ArrayList<>();

        private Counting(Map<OdooId, ShopifyId> lines, List<FulfillmentLink> links) {
            this.lines = lines;
            this.links = links;
        }

        private ShippedGoods of(Shipment shipment) {
            List<Picking> inOrder = shipment.pickings().stream()
                    .sorted(Comparator.comparing(Picking::doneAt).thenComparing(Picking::id))
                    .toList();
            Kits kits = new Kits(lines, inOrder, links);
            List<ShippedPicking> shipped = new ArrayList<>();
            for (Picking picking : inOrder) {
                shipped.add(new ShippedPicking(
                        picking.id(),
                        picking.name(),
                        units(picking).plus(kits.shippedBy(picking)),
                        TrackingMapper.of(picking)));
            }
            return new ShippedGoods(shipped, notes);
        }

        private Quantities units(Picking picking) {
            Quantities units = Quantities.NONE;
            for (Move move : picking.moves()) {
                ShopifyId line = move.line() == null
                        ? null
                        : lines.get(new OdooId(move.line().id()));
                if (line == null) {
                    notes.add(move.sku() + " in " + picking.name() + " is not from Shopify and is left out");
                } else if (!Kits.isPart(move)) {
                    units = units.plus(Quantities.of(line, wholeUnits(line, move.quantity())));
                }
            }
            return units;
        }

        /** Shopify knows whole units only: halves of two pickings make the unit complete in the second. */
        private int wholeUnits(ShopifyId line, BigDecimal quantity) {
            BigDecimal before = counted.getOrDefault(line, BigDecimal.ZERO);
            BigDecimal after = before.add(quantity);
            counted.put(line, after);
            return floor(after) - floor(before);
        }

        private static int floor(BigDecimal quantity) {
            return quantity.setScale(0, RoundingMode.FLOOR).intValueExact();
        }
    }
}
