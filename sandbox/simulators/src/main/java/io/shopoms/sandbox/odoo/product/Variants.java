package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variants a template has: all combinations of its values, or, of dynamic attributes, those that somebody made. */
final class Variants {

    /** Context key: variants are made along with templates and lines, unless it is false. */
    static final String CREATES = "create_product_product";

    private static final String VALUES = "product_template_attribute_value_ids";
    private static final int MOST = 1000;

    private Variants() {}

    private record Key(long template) {}

    /** Once all lines of the template are written. */
    static void later(Env env, Record template) {
        env.later(new Key(template.id()), () -> {
            if (env.find("product.template", template.id()) != null) {
                generate(env, template);
            }
        });
    }

    /** Once more after what waits, as Odoo does after a write of a template: a second time brings archived ones back. */
    static void now(Env env, Record template) {
        env.settle(new Key(template.id()));
        generate(env, template);
    }

    /** Whether variants are made one by one. */
    static boolean isDynamic(Env env, Record template) {
        return lines(env, template).stream().anyMatch(line -> kind(env, line).equals("dynamic"));
    }

    static List<Record> of(Env env, Record template) {
        return env.by("product.product", "product_tmpl_id", template.id());
    }

    private static List<Record> lines(Env env, Record template) {
        Env shown = env.with(env.context().and("active_test", true));
        return TemplateValues.asTheyCame(env, shown.many(template, "attribute_line_ids")).stream()
                .filter(line -> !env.ids(line, "value_ids").isEmpty())
                .toList();
    }

    private static String kind(Env env, Record line) {
        return env.text(env.follow(line, "attribute_id"), "create_variant");
    }

    private static void generate(Env env, Record template) {
        List<Record> lines = lines(env, template).stream()
                .filter(line -> !kind(env, line).equals("no_variant"))
                .toList();
        List<List<Record>> values =
                lines.stream().map(line -> TemplateValues.active(env, line)).toList();
        List<Record> all = of(env, template);
        addSingleValues(env, lines, values, all);
        Map<Set<Long>, Record> existing = existing(env, all);
        Set<Record> wanted = new LinkedHashSet<>();
        List<List<Long>> missing = new ArrayList<>();
        if (isDynamic(env, template)) {
            existing.forEach((combination, variant) -> {
                if (isPossible(env, lines, combination)) {
                    wanted.add(variant);
                }
            });
        } else {
            combine(values, 0, new ArrayList<>(), combination -> {
                Record variant = existing.get(new HashSet<>(combination));
                if (variant != null) {
                    wanted.add(variant);
                } else if (missing.size() < MOST) {
                    missing.add(combination);
                } else {
                    throw tooMany();
                }
            });
        }
        wanted.forEach(variant -> env.write(variant, Map.of("active", true)));
        missing.forEach(combination -> create(env, template, combination));
        Retirement.of(
                env, all.stream().filter(variant -> !wanted.contains(variant)).toList(), Variants::none);
    }

    private static void create(Env env, Record template, List<Long> combination) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_tmpl_id", template.id());
        values.put(VALUES, List.of(List.of(6L, 0L, combination)));
        values.put("active", env.get(template, "active"));
        env.create("product.product", values);
    }

    /** A line with one value does not multiply: each variant that lacks just that gets it. */
    private static void addSingleValues(Env env, List<Record> lines, List<List<Record>> values, List<Record> variants) {
        Set<Long> single = new HashSet<>();
        values.stream()
                .filter(of -> of.size() == 1)
                .forEach(of -> single.add(of.get(0).id()));
        if (single.isEmpty()) {
            return;
        }
        for (Record variant : variants) {
            Set<Long> combination = new LinkedHashSet<>(env.ids(variant, VALUES));
            if (combination.addAll(single) && isComplete(env, lines, combination)) {
                env.set(variant, VALUES, List.copyOf(combination));
            }
        }
    }

    /** The older one and the active one of two variants with the same values. */
    private static Map<Set<Long>, Record> existing(Env env, List<Record> variants) {
        List<Record> sorted = new ArrayList<>(variants);
        sorted.sort(Comparator.comparing((Record variant) -> env.flag(variant, "active"))
                .thenComparing(Record::id, Comparator.reverseOrder()));
        Map<Set<Long>, Record> existing = new HashMap<>();
        sorted.forEach(variant -> existing.put(new HashSet<>(env.ids(variant, VALUES)), variant));
        return existing;
    }

    private static boolean isPossible(Env env, List<Record> lines, Set<Long> combination) {
        return isComplete(env, lines, combination)
                && combination.stream()
                        .allMatch(id -> env.flag(env.require(AttributeModels.TEMPLATE_VALUE, id), "ptav_active"));
    }

    /** One value of each line. */
    private static boolean isComplete(Env env, List<Record> lines, Set<Long> combination) {
        Set<Record> covered = new HashSet<>();
        combination.forEach(
                id -> covered.add(env.follow(env.require(AttributeModels.TEMPLATE_VALUE, id), "attribute_line_id")));
        return combination.size() == lines.size() && covered.equals(new HashSet<>(lines));
    }

    private interface Found {
        void combination(List<Long> values);
    }

    private static void combine(List<List<Record>> values, int line, List<Long> chosen, Found found) {
        if (line == values.size()) {
            found.combination(List.copyOf(chosen));
            return;
        }
        for (Record value : values.get(line)) {
            chosen.add(value.id());
            combine(values, line + 1, chosen, found);
            chosen.remove(chosen.size() - 1);
        }
    }

    private static OdooException none() {
        return OdooException.user("This configuration of product attributes, values, and exclusions would lead to no"
                + " possible variant. Please archive or delete your product directly if intended.");
    }

    private static OdooException tooMany() {
        return OdooException.user("The number of variants to generate is above allowed limit. You should either not"
                + " generate variants for each combination or generate them on demand from the sales order. To do so,"
                + " open the form view of attributes and change the mode of *Create Variants*.");
    }
}
