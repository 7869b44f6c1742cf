package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What belongs to variants and shows on their template while it has one: code, weight and volume are kept there and
 * worked out again when a variant changes; barcode and cost are always those of the only variant.
 */
final class OwnValues {

    static final List<String> KEPT = List.of("default_code", "weight", "volume");
    static final List<String> SHOWN = List.of("barcode", "standard_price");

    private OwnValues() {}

    private record Key(long template) {}

    /** All of them, once the template has the variants that it is to have. */
    static void later(Env env, Record template) {
        env.later(new Key(template.id()), () -> refresh(env, template, KEPT));
    }

    static void settle(Env env, Record template) {
        env.settle(new Key(template.id()));
    }

    /** @param changed on a variant; of what the template keeps, only that is worked out again */
    static void refresh(Env env, Record template, Collection<String> changed) {
        if (template.isDeleted()) {
            return;
        }
        Record only = only(env, template);
        SHOWN.forEach(name -> env.store(template, name, value(env, only, name)));
        for (String name : KEPT) {
            Object value = value(env, only, name);
            if (changed.contains(name) && !isSame(env.get(template, name), value)) {
                env.set(template, name, value);
            }
        }
    }

    /** Whatever the number of decimals. */
    private static boolean isSame(Object one, Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal value
                ? number.compareTo(value) == 0
                : Objects.equals(one, other);
    }

    /** Gives what is written to a template to its only variant. */
    static void handDown(Env env, Record template, Map<String, Object> values) {
        Map<String, Object> own = new LinkedHashMap<>();
        KEPT.stream().filter(values::containsKey).forEach(name -> own.put(name, values.get(name)));
        SHOWN.stream().filter(values::containsKey).forEach(name -> own.put(name, values.get(name)));
        Record only = own.isEmpty() ? null : only(env, template);
        if (only != null) {
            env.write(only, own);
        }
    }

    /** The one active variant, or the one archived variant of a template without active ones; else null. */
    private static Record only(Env env, Record template) {
        List<Record> all = Variants.of(env, template);
        List<Record> active =
                all.stream().filter(variant -> env.flag(variant, "active")).toList();
        List<Record> counted = active.isEmpty() ? all : active;
        return counted.size() == 1 ? counted.get(0) : null;
    }

    private static Object value(Env env, Record only, String name) {
        if (only != null) {
            return env.get(only, name);
        }
        return name.equals("default_code") || name.equals("barcode") ? null : BigDecimal.ZERO;
    }
}
