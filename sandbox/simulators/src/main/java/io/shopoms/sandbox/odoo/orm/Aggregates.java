package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code field:sum}, {@code field:max}, {@code field:min} and {@code __count} over rows. */
final class Aggregates {

    private Aggregates() {}

    static Object of(Env env, Model model, List<Record> rows, String aggregate) {
        if (aggregate.equals("__count")) {
            return rows.size();
        }
        String[] parts = aggregate.split(":");
        Field field = model.field(parts[0]);
        String function = parts.length == 2 ? parts[1] : "";
        if (field != null && function.equals("sum") && field.type().isDecimal()) {
            return sum(env, field, rows);
        }
        if (field != null && (function.equals("max") || function.equals("min"))) {
            return Reading.show(env, field, extreme(env, field, rows, function.equals("max")), false);
        }
        throw OdooException.value("Invalid aggregate " + Python.repr(aggregate));
    }

    /** Of rows that have no number at all, false. */
    private static Object sum(Env env, Field field, List<Record> rows) {
        BigDecimal sum = null;
        for (Record row : rows) {
            Object value = env.get(row, field);
            if (value instanceof BigDecimal number) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum == null && !rows.isEmpty() ? (Object) false : sum == null ? 0.0 : sum.doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Object extreme(Env env, Field field, List<Record> rows, boolean most) {
        Comparator<Object> natural = (a, b) -> ((Comparable<Object>) a).compareTo(b);
        return rows.stream()
                .map(row -> env.get(row, field))
                .filter(Objects::nonNull)
                .max(most ? natural : natural.reversed())
                .orElse(null);
    }

    /** @param having conditions on aggregates, all of which must hold */
    static boolean hold(Map<String, Object> aggregates, List<?> having) {
        for (Object condition : having) {
            if (!(condition instanceof List<?> leaf)
                    || leaf.size() != 3
                    || !(leaf.get(2) instanceof Number limit)
                    || !(aggregates.get(String.valueOf(leaf.get(0))) instanceof Number actual)) {
                throw OdooException.value("Invalid having clause " + Python.repr(having));
            }
            if (!holds(Double.compare(actual.doubleValue(), limit.doubleValue()), String.valueOf(leaf.get(1)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(int order, String operator) {
        return switch (operator) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "=" -> order == 0;
            case "!=" -> order != 0;
            default -> throw OdooException.value("Invalid having clause '" + operator + "'");
        };
    }
}
