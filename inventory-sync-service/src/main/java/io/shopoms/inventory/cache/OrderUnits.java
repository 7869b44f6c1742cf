package io.shopoms.inventory.cache;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.model.event.OrderStored.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongBinaryOperator;

/**
 * What one order takes out of the stock, by all that was heard of it in whatever order and however often: the newest version
 * is what Shopify's stock lacks, the version that is settled what Odoo's stock accounts for. Pure.
 *
 * <p>Versions between the settled one and the newest are kept, because each of them may be settled next.
 *
 * @param settled up to which version Odoo's stock accounts for the order; empty while it knows nothing of it
 * @param versions the newest of those that are settled, if its units were heard of, and all later ones; the oldest first
 */
record OrderUnits(Optional<Version> settled, List<Heard> versions) {

    /** An order of which nothing was heard. */
    static final OrderUnits UNHEARD = new OrderUnits(Optional.empty(), List.of());

    OrderUnits {
        versions = List.copyOf(versions);
    }

    /** The units of one version. */
    record Heard(Version version, List<Line> lines) {

        Heard {
            lines = List.copyOf(lines);
        }
    }

    /** What units are units of. A deleted variant is known by its SKU only. @param variant null if it is not known */
    record Unit(ShopifyId variant, String sku) {

        static Unit of(Line line) {
            return new Unit(line.shopifyVariantId(), line.shopifyVariantId() == null ? line.sku() : "");
        }
    }

    OrderUnits heard(Version version, List<Line> lines) {
        if (versions.stream().anyMatch(known -> known.version().equals(version))) {
            return this;
        }
        List<Heard> more = new ArrayList<>(versions);
        more.add(new Heard(version, lines));
        more.sort(Comparator.comparing(Heard::version));
        return new OrderUnits(settled, needed(settled, more));
    }

    OrderUnits settled(Version version) {
        if (settled.filter(known -> known.compareTo(version) >= 0).isPresent()) {
            return this;
        }
        return new OrderUnits(Optional.of(version), needed(Optional.of(version), versions));
    }

    /** The order, if Odoo's stock accounted for all that was heard of it: a person says that nothing is to be waited for. */
    OrderUnits given() {
        return newest().map(Heard::version).map(this::settled).orElse(this);
    }

    Optional<Heard> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** Shopify's date of the newest version whose units were heard of: that it is settled does not tell what it took. */
    Optional<Instant> heardUntil() {
        return newest().map(heard -> heard.version().updatedAt());
    }

    /**
     * Units that Shopify's stock lacks and Odoo's does not account for yet, each more than 0. Fewer units than Odoo accounts
     * for are not given back in advance.
     */
    List<Line> pending() {
        Optional<Heard> base = versions.stream().filter(this::isSettled).findFirst();
        return combined(
                newest().map(Heard::lines).orElse(List.of()),
                base.map(Heard::lines).orElse(List.of()),
                (taken, accounted) -> Math.max(0, taken - accounted));
    }

    /** What became of Shopify's stock from {@code before} to this: taken (negative) or given back, never 0. */
    List<Line> effectsSince(OrderUnits before) {
        return combined(
                before.newest().map(Heard::lines).orElse(List.of()),
                newest().map(Heard::lines).orElse(List.of()),
                (earlier, now) -> earlier - now);
    }

    private boolean isSettled(Heard heard) {
        return isSettled(settled, heard);
    }

    private static boolean isSettled(Optional<Version> settled, Heard heard) {
        return settled.filter(upTo -> upTo.compareTo(heard.version()) >= 0).isPresent();
    }

    private static List<Heard> needed(Optional<Version> settled, List<Heard> versions) {
        long obsolete =
                versions.stream().filter(heard -> isSettled(settled, heard)).count() - 1;
        return versions.stream().skip(Math.max(0, obsolete)).toList();
    }

    private static List<Line> combined(List<Line> first, List<Line> second, LongBinaryOperator combination) {
        Map<Unit, Line> a = byUnit(first);
        Map<Unit, Line> b = byUnit(second);
        Set<Unit> units = new HashSet<>(a.keySet());
        units.addAll(b.keySet());
        List<Line> lines = new ArrayList<>();
        for (Unit unit : units) {
            long left = combination.applyAsLong(units(a.get(unit)), units(b.get(unit)));
            if (left != 0) {
                Line named = a.containsKey(unit) ? a.get(unit) : b.get(unit);
                lines.add(new Line(named.shopifyVariantId(), named.sku(), left));
            }
        }
        return lines;
    }

    private static Map<Unit, Line> byUnit(List<Line> lines) {
        Map<Unit, Line> byUnit = new LinkedHashMap<>();
        for (Line line : lines) {
            byUnit.merge(
                    Unit.of(line),
                    line,
                    (one, other) -> new Line(one.shopifyVariantId(), one.sku(), one.units() + other.units()));
        }
        return byUnit;
    }

    private static long units(Line line) {
        return line == null ? 0 : line.units();
    }
}
