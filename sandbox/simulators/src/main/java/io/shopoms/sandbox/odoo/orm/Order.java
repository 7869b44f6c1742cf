package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Sorts rows as an {@code order} clause says: empty values come last when ascending, first when descending. */
final class Order {

    private static final Pattern CLAUSE = Pattern.compile("[a-z0-9_.]+( +(asc|desc))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile(" +");

    private Order() {}

    static List<Record> sort(Env env, Model model, List<Record> rows, String order) {
        Comparator<Record> comparator = comparator(env, model, order);
        if (rows.size() < 2 || (order.isBlank() ? model.order() : order).equals("id")) {
            return rows;
        }
        List<Record> sorted = new ArrayList<>(rows);
        sorted.sort(comparator);
        return sorted;
    }

    private static Comparator<Record> comparator(Env env, Model model, String order) {
        String clause = order.isBlank() ? model.order() : order;
        Comparator<Record> comparator = null;
        for (String term : clause.split(",")) {
            String trimmed = term.strip();
            if (!CLAUSE.matcher(trimmed).matches()) {
                throw OdooException.user(
                        "Invalid \"order\" specified (" + order + "). A valid \"order\" specification is"
                                + " a comma-separated list of valid field names (optionally followed by asc/desc for the"
                                + " direction)");
            }
            Comparator<Record> next = by(env, model, trimmed);
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return comparator;
    }

    static List<Long> ids(Env env, String model, List<Record> rows) {
        if (rows.size() < 2) {
            return rows.stream().map(Record::id).toList();
        }
        return sort(env, env.model(model), rows, "").stream().map(Record::id).toList();
    }

    private static Comparator<Record> by(Env env, Model model, String term) {
        String[] parts = BLANKS.split(term);
        Field field = model.field(parts[0]);
        if (field == null) {
            throw OdooException.value("Invalid field '" + parts[0] + "' on model '" + model.name() + "'");
        }
        boolean descending = parts.length > 1 && parts[1].equalsIgnoreCase("desc");
        if (field.type() == Type.MANY2ONE) {
            Comparator<Record> target = Comparator.nullsLast(comparator(env, env.model(field.comodel()), ""));
            Comparator<Record> same = (a, b) -> a == b ? 0 : target.compare(a, b);
            Comparator<Record> following = Comparator.comparing(row -> env.follow(row, field.name()), same);
            return descending ? following.reversed() : following;
        }
        Comparator<Comparable<Object>> natural = Comparator.nullsLast(Comparator.naturalOrder());
        Comparator<Record> ascending = Comparator.comparing(row -> key(env, row, field), natural);
        return descending ? ascending.reversed() : ascending;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> key(Env env, Record row, Field field) {
        Object value = env.get(row, field);
        return value instanceof Comparable<?> comparable ? (Comparable<Object>) comparable : null;
    }
}
