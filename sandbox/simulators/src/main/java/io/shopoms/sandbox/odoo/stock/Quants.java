package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What lies where, and changes to it. */
final class Quants {

    private Quants() {}

    /** The quant in exactly that place, or null. */
    static Record find(Env env, long product, long location) {
        return env.by(QuantModel.MODEL, "product_id", product).stream()
                .filter(quant -> env.get(quant, "location_id").equals(location))
                .findFirst()
                .orElse(null);
    }

    /** In that place and all below it, what came first. */
    static List<Record> below(Env env, Record product, Record location) {
        return env.by(QuantModel.MODEL, "product_id", product.id()).stream()
                .filter(quant -> Locations.isBelow(env, env.follow(quant, "location_id"), location.id()))
                .sorted(Comparator.comparing((Record quant) -> env.instant(quant, "in_date"))
                        .thenComparing(Record::id))
                .toList();
    }

    /** Only stored goods are counted; services and goods without tracking are not. */
    static boolean isTracked(Env env, Record product) {
        return env.flag(product, "is_storable");
    }

    /** In exactly that place, less what is kept aside; below zero if more is kept aside than there is. */
    static BigDecimal available(Env env, Record product, Record location) {
        Record quant = find(env, product.id(), location.id());
        return quant == null ? BigDecimal.ZERO : env.number(quant, "available_quantity");
    }

    /**
     * @param since when the goods came, or null if they come from nowhere
     * @return since when goods have been in that place, which goes with them
     */
    static Instant add(Env env, Record product, Record location, BigDecimal quantity, Instant since) {
        if (quantity.signum() == 0 || !isTracked(env, product)) {
            return since;
        }
        Record quant = in(env, product, location);
        Instant first = date(env, quant, location, since);
        env.set(quant, "quantity", env.number(quant, "quantity").add(quantity));
        return first;
    }

    /** Goods that are there keep their date unless older ones come; where nothing is, it starts anew. */
    private static Instant date(Env env, Record quant, Record location, Instant since) {
        boolean there = Locations.isCounted(env, location)
                && env.number(quant, "quantity").signum() > 0;
        Instant own = there ? env.instant(quant, "in_date") : null;
        Instant first = own == null || since != null && since.isBefore(own) ? since : own;
        Instant date = first == null ? env.now().truncatedTo(ChronoUnit.SECONDS) : first;
        env.set(quant, "in_date", date);
        return date;
    }

    /** Never less than nothing is kept aside. */
    static void reserve(Env env, Record product, Record location, BigDecimal quantity) {
        if (quantity.signum() != 0 && isTracked(env, product)) {
            Record quant = in(env, product, location);
            date(env, quant, location, null);
            BigDecimal reserved = env.number(quant, "reserved_quantity").add(quantity);
            env.set(quant, "reserved_quantity", reserved.max(BigDecimal.ZERO));
        }
    }

    /** The quant in that place, made if need be; a new one has no quantity yet, which is not the same as zero. */
    static Record in(Env env, Record product, Record location) {
        Record known = find(env, product.id(), location.id());
        if (known != null) {
            return known;
        }
        Record quant = env.create(QuantModel.MODEL, Map.of("product_id", product.id(), "location_id", location.id()));
        env.store(quant, "quantity", null);
        return quant;
    }
}
