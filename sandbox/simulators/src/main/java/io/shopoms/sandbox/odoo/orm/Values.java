package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Turns a caller's value into a stored one. Stored are: text, whole numbers as {@code Long}, decimals as {@code BigDecimal},
 * booleans, {@code Instant}, {@code LocalDate}, a many2one as the id, a many2many as a list of ids; empty is null, except
 * numbers (0) and booleans (false).
 */
final class Values {

    private static final long PLAIN_TEXT_LIMIT = 1_000_000;

    private Values() {}

    static Object empty(Field field) {
        return switch (field.type()) {
            case INTEGER -> 0L;
            case FLOAT, MONETARY -> BigDecimal.ZERO;
            case BOOLEAN -> false;
            case MANY2MANY -> List.of();
            default -> null;
        };
    }

    static Object stored(Env env, Model model, Field field, Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return empty(field);
        }
        return switch (field.type()) {
            case CHAR, TEXT -> text(value);
            case BINARY -> Images.stored(String.valueOf(value));
            case HTML -> html(text(value));
            case SELECTION -> selected(model, field, value);
            case INTEGER -> whole(value);
            case FLOAT, MONETARY -> decimal(field, value);
            case BOOLEAN -> Python.isTrue(value);
            case DATE -> Moments.parseDate(String.valueOf(value));
            case DATETIME -> value instanceof java.time.Instant ? value : Moments.parse(String.valueOf(value));
            case MANY2ONE -> reference(env, field, value);
            case ONE2MANY, MANY2MANY -> throw new IllegalStateException("commands are applied elsewhere");
        };
    }

    static BigDecimal decimal(Field field, Object value) {
        BigDecimal number = number(value);
        return field.digits() >= 0 ? number.setScale(field.digits(), RoundingMode.HALF_UP) : number;
    }

    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            throw OdooException.value("could not convert string to float: " + Python.repr(value));
        }
    }

    static long whole(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        try {
            return Long.parseLong(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            throw OdooException.value("invalid literal for int() with base 10: " + Python.repr(value));
        }
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        if (text.length() > PLAIN_TEXT_LIMIT) {
            throw OdooException.value("text too long");
        }
        return text;
    }

    /** Odoo keeps rich text: text becomes a paragraph, markup and entities in it stay, a bare ampersand is escaped. */
    private static String html(String text) {
        if (text.isEmpty() || text.startsWith("<")) {
            return text;
        }
        return "<p>" + text.replaceAll("&(?!#?\\w+;)", "&amp;") + "</p>";
    }

    private static Object selected(Model model, Field field, Object value) {
        String text = String.valueOf(value);
        if (!field.selection().containsKey(text)) {
            throw OdooException.value("Wrong value for " + model.name() + "." + field.name() + ": '" + text + "'");
        }
        return text;
    }

    private static Object reference(Env env, Field field, Object value) {
        if (!(value instanceof Number number)) {
            throw OdooException.value("Wrong value for " + field.name() + ": " + Python.repr(value));
        }
        env.require(field.comodel(), number.longValue());
        return number.longValue();
    }
}
