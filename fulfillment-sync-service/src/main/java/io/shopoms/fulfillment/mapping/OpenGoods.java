package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.shopify.FulfillmentOrder;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Shopify lets be fulfilled now. Goods are taken location by location, because one fulfillment has one location; the
 * location that covers most goes first, so that a parcel is cut into as few fulfillments as possible.
 */
final class OpenGoods {

    /** Shopify accepts at most 250 entries in an input array. */
    static final int MOST_LINES = 250;

    private final Map<Optional<ShopifyId>, List<Goods>> open = new LinkedHashMap<>();

    OpenGoods(List<FulfillmentOrder> orders) {
        for (FulfillmentOrder order : orders) {
            if (order.isOpen()) {
                List<Goods> lines = open.computeIfAbsent(order.location(), location -> new ArrayList<>());
                order.lines().stream()
                        .filter(line -> line.remaining() > 0)
                        .forEach(line -> lines.add(new Goods(order.id(), line.id(), line.line(), line.remaining())));
            }
        }
    }

    /** Goods of one location, for one fulfillment. */
    record Part(Optional<ShopifyId> location, List<Goods> goods) {

        Part {
            goods = List.copyOf(goods);
        }

        Quantities quantities() {
            return goods.stream().map(Goods::quantities).reduce(Quantities.NONE, Quantities::plus);
        }
    }

    /** Takes of the wanted goods what is open; nobody else gets it afterwards. */
    List<Part> take(Quantities wanted) {
        List<Part> parts = new ArrayList<>();
        Quantities missing = wanted;
        Optional<Optional<ShopifyId>> location = best(missing);
        while (location.isPresent()) {
            Part part = takeAt(location.get(), missing);
            parts.add(part);
            missing = missing.minus(part.quantities());
            location = best(missing);
        }
        return parts;
    }

    private Optional<Optional<ShopifyId>> best(Quantities wanted) {
        Optional<ShopifyId> best = Optional.empty();
        int most = 0;
        for (Map.Entry<Optional<ShopifyId>, List<Goods>> at : open.entrySet()) {
            int covered = wanted.atMost(quantities(at.getValue())).total();
            if (covered > most) {
                most = covered;
                best = at.getKey();
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    private Part takeAt(Optional<ShopifyId> location, Quantities wanted) {
        Map<ShopifyId, Integer> missing = new HashMap<>(wanted.units());
        List<Goods> taken = new ArrayList<>();
        List<Goods> left = new ArrayList<>();
        for (Goods goods : open.get(location)) {
            int units =
                    taken.size() == MOST_LINES ? 0 : Math.min(goods.quantity(), missing.getOrDefault(goods.line(), 0));
            if (units > 0) {
                taken.add(of(goods, units));
                missing.merge(goods.line(), -units, Integer::sum);
            }
            if (units < goods.quantity()) {
                left.add(of(goods, goods.quantity() - units));
            }
        }
        open.put(location, left);
        return new Part(location, taken);
    }

    private static Goods of(Goods goods, int quantity) {
        return new Goods(goods.fulfillmentOrder(), goods.fulfillmentOrderLine(), goods.line(), quantity);
    }

    private static Quantities quantities(List<Goods> goods) {
        return goods.stream().map(Goods::quantities).reduce(Quantities.NONE, Quantities::plus);
    }
}
