package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether one value satisfies one condition, by the field's type. */
final class Comparison {

    private Comparison() {}

    static boolean holds(Env env, Field field, Object actual, String operator, Object expected) {
        return switch (operator) {
            case "in" -> isIn(env, field, actual, expected);
            case "not in" -> !isIn(env, field, actual, expected);
            case "=" -> equal(env, field, actual, expected);
            case "!=" -> !equal(env, field, actual, expected);
            case "child_of" -> Hierarchy.isBelow(env, field, actual, expected);
            case "parent_of" -> Hierarchy.isAbove(env, field, actual, expected);
            case "<", ">", "<=", ">=" -> ordered(field, actual, operator, expected);
            default -> like(env, field, actual, operator, expected);
        };
    }

    private static boolean isIn(Env env, Field field, Object actual, Object expected) {
        List<?> values = expected instanceof List<?> list ? list : Arrays.asList(expected);
        return values.stream().anyMatch(value -> equal(env, field, actual, value));
    }

    private static boolean equal(Env env, Field field, Object actual, Object expected) {
        if (field.type().isToMany()) {
            List<?> ids = (List<?>) actual;
            if (!Python.isTrue(expected)) {
                return ids.isEmpty();
            }
            return expected instanceof Number number
                    ? ids.contains(number.longValue())
                    : ids.stream().anyMatch(id -> named(env, field, (Long) id).equals(expected));
        }
        if (field.type() == Type.BOOLEAN) {
            return Python.isTrue(actual) == Python.isTrue(expected);
        }
        boolean numeric = field.type() == Type.INTEGER || field.type().isDecimal();
        if (!numeric && !Python.isTrue(expected)) {
            return !Python.isTrue(actual);
        }
        if (actual == null) {
            return false;
        }
        if (field.type() == Type.MANY2ONE && expected instanceof String name) {
            return named(env, field, (Long) actual).equals(name);
        }
        return compare(field, actual, expected) == 0;
    }

    private static boolean ordered(Field field, Object actual, String operator, Object expected) {
        if (actual == null || expected == null || Boolean.FALSE.equals(expected) && !(actual instanceof Number)) {
            return false;
        }
        int order = compare(field, actual, expected);
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    /** Whole seconds on both sides: what the API shows is what it compares. */
    private static int compare(Field field, Object actual, Object expected) {
        if (actual instanceof Instant instant) {
            Instant other = expected instanceof Instant known ? known : Moments.parseInDomain(String.valueOf(expected));
            return Moments.seconds(instant).compareTo(other);
        }
        if (actual instanceof LocalDate date) {
            return date.compareTo(Moments.parseDate(String.valueOf(expected)));
        }
        if (actual instanceof BigDecimal number) {
            return number.compareTo(Values.number(expected));
        }
        if (actual instanceof Long number) {
            return number.compareTo(Values.whole(expected));
        }
        return String.valueOf(actual).compareTo(String.valueOf(expected));
    }

    private static boolean like(Env env, Field field, Object actual, String operator, Object expected) {
        boolean negated = operator.startsWith("not ");
        if (actual == null) {
            return negated;
        }
        String text = field.type() == Type.MANY2ONE ? named(env, field, (Long) actual) : String.valueOf(actual);
        String wanted = Python.isTrue(expected) ? String.valueOf(expected) : "";
        if (operator.contains("ilike")) {
            text = text.toLowerCase(Locale.ROOT);
            wanted = wanted.toLowerCase(Locale.ROOT);
        }
        String pattern = operator.startsWith("=") ? wanted : "%" + wanted + "%";
        return matches(text, pattern) != negated;
    }

    private static boolean matches(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private static String named(Env env, Field field, Long id) {
        Record target = env.find(field.comodel(), id);
        return target == null ? "" : env.display(target);
    }
}
