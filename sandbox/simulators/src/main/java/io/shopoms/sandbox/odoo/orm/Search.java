package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds rows: the best index first, then every condition on what is left. */
final class Search {

    private Search() {}

    static List<Record> find(Env env, Model model, List<?> items, String order) {
        Domain domain = Domain.parse(env, model, items);
        boolean onlyActive =
                model.field("active") != null && env.context().hidesArchived() && !domain.mentions("active");
        List<String> mentions = model.hiddenUnlessMentioned();
        boolean hides = !mentions.isEmpty() && mentions.stream().noneMatch(domain::mentions);
        List<Record> found = new ArrayList<>();
        for (Record row : candidates(env, model, domain)) {
            if ((!onlyActive || env.flag(row, "active"))
                    && (!hides || env.get(row, mentions.get(0)) == null)
                    && holds(env, row, domain)) {
                found.add(row);
            }
        }
        return Order.sort(env, model, found, order);
    }

    private static boolean holds(Env env, Record row, Domain domain) {
        if (domain instanceof Domain.And and) {
            return and.parts().stream().allMatch(part -> holds(env, row, part));
        }
        if (domain instanceof Domain.Or or) {
            return or.parts().stream().anyMatch(part -> holds(env, row, part));
        }
        if (domain instanceof Domain.Everywhere everywhere) {
            return holds(env.with(env.context().and("active_test", false)), row, everywhere.part());
        }
        if (domain instanceof Domain.Not not) {
            return !holds(env, row, not.part());
        }
        if (domain instanceof Domain.Constant constant) {
            return constant.value();
        }
        Domain.Leaf leaf = (Domain.Leaf) domain;
        return holds(env, row, leaf.path(), leaf);
    }

    private static boolean holds(Env env, Record row, List<String> path, Domain.Leaf leaf) {
        Field field = row.model().field(path.get(0));
        if (path.size() == 1) {
            return Comparison.holds(env, field, env.get(row, field), leaf.operator(), leaf.value());
        }
        List<String> rest = path.subList(1, path.size());
        if (field.type() == Type.MANY2ONE) {
            Record target = env.follow(row, field.name());
            return target != null && holds(env, target, rest, leaf);
        }
        return env.many(row, field.name()).stream().anyMatch(target -> holds(env, target, rest, leaf));
    }

    /** The rows that an indexed condition leaves, or all. */
    private static Collection<Record> candidates(Env env, Model model, Domain domain) {
        Set<Long> best = indexed(env, model, domain);
        if (best == null) {
            return List.copyOf(env.database().table(model.name()).after(after(domain)));
        }
        List<Record> rows = new ArrayList<>(best.size());
        for (Long id : best) {
            Record row = env.find(model.name(), id);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The id below which nothing can be found, as a caller that pages by id says. */
    private static long after(Domain domain) {
        if (domain instanceof Domain.And and) {
            return and.parts().stream().mapToLong(Search::after).max().orElse(0);
        }
        boolean bound = domain instanceof Domain.Leaf leaf
                && leaf.path().equals(List.of("id"))
                && leaf.operator().equals(">")
                && leaf.value() instanceof Number;
        return bound ? ((Number) ((Domain.Leaf) domain).value()).longValue() : 0;
    }

    private static Set<Long> indexed(Env env, Model model, Domain domain) {
        if (domain instanceof Domain.And and) {
            Set<Long> best = null;
            for (Domain part : and.parts()) {
                Set<Long> ids = indexed(env, model, part);
                if (ids != null && (best == null || ids.size() < best.size())) {
                    best = ids;
                }
            }
            return best;
        }
        return domain instanceof Domain.Leaf leaf ? indexed(env, model, leaf) : null;
    }

    private static Set<Long> indexed(Env env, Model model, Domain.Leaf leaf) {
        List<?> wanted = leaf.operator().equals("=") ? java.util.Arrays.asList(leaf.value()) : null;
        if (leaf.operator().equals("in") && leaf.value() instanceof List<?> list) {
            wanted = list;
        }
        String name = leaf.path().get(0);
        if (wanted == null || leaf.path().size() > 1 || !(name.equals("id") || env.isIndexed(model, name))) {
            return null;
        }
        Field field = model.field(name);
        if (field.type() == Type.ONE2MANY) {
            return null;
        }
        Set<Long> ids = new TreeSet<>();
        for (Object value : wanted) {
            Object key = key(field, value);
            if (key == null && Python.isTrue(value)) {
                return null;
            }
            if (name.equals("id")) {
                if (key != null) {
                    ids.add((Long) key);
                }
            } else {
                ids.addAll(env.index(model.name(), name, key));
                if (key == null && field.type().isText()) {
                    ids.addAll(env.index(model.name(), name, ""));
                }
            }
        }
        return ids;
    }

    /** The index key of a value, or null when the value is empty or of another kind than the index. */
    private static Object key(Field field, Object value) {
        if (field.type() == Type.MANY2ONE || field.type() == Type.MANY2MANY || field.type() == Type.INTEGER) {
            return value instanceof Number number ? number.longValue() : null;
        }
        return field.type().isText() && value instanceof String ? value : null;
    }
}
