package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Turns the cells of one record into values for {@code create} or {@code write}, by the fields' types. */
final class Cells {

    private static final Set<String> TRUE = Set.of("1", "true", "yes");
    private static final Set<String> FALSE = Set.of("", "0", "false", "no");

    private final References references;
    private final Env env;

    Cells(Env env, References references) {
        this.env = env;
        this.references = references;
    }

    /** @param failed told about each cell that cannot be understood; its column is left out */
    Map<String, Object> convert(Model model, Map<String, Object> cells, BiConsumer<Field, CellException> failed) {
        Map<String, Object> values = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            if (Sheet.isReference(name)) {
                return;
            }
            if (!Python.isTrue(cell)) {
                values.put(name, false);
                return;
            }
            Field field = model.field(name);
            try {
                values.put(name, convert(field, cell));
            } catch (CellException e) {
                failed.accept(field, e);
            }
        });
        return values;
    }

    private Object convert(Field field, Object cell) {
        return switch (field.type()) {
            case CHAR, TEXT, HTML, BINARY -> cell;
            case BOOLEAN -> flag(field, cell);
            case INTEGER -> whole(cell);
            case FLOAT, MONETARY -> decimal(cell);
            case DATE, DATETIME -> moment(field, cell);
            case SELECTION -> selected(field, cell);
            case MANY2ONE -> references.one(field, single(cell));
            case MANY2MANY -> List.of(List.of(6L, 0L, references.several(field, single(cell))));
            case ONE2MANY -> lines(field, cell);
        };
    }

    static boolean isTrueWord(Object cell) {
        return !FALSE.contains(lower(cell));
    }

    private static Object flag(Field field, Object cell) {
        String word = lower(cell);
        if (TRUE.contains(word)) {
            return true;
        }
        if (FALSE.contains(word)) {
            return false;
        }
        throw new CellException(
                "Unknown value '" + cell + "' for boolean field '%field'",
                Map.of("moreinfo", "Use '1' for yes and '0' for no"));
    }

    private static String lower(Object cell) {
        if (cell instanceof String text) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
        throw OdooException.python("AttributeError", "'" + Python.typeName(cell) + "' object has no attribute 'lower'");
    }

    private static Object whole(Object cell) {
        try {
            return Values.whole(cell);
        } catch (OdooException e) {
            throw new CellException("'" + cell + "' does not seem to be an integer for field '%field'");
        }
    }

    private static Object decimal(Object cell) {
        try {
            return Values.number(cell);
        } catch (OdooException e) {
            throw new CellException("'" + cell + "' does not seem to be a number for field '%field'");
        }
    }

    private static Object moment(Field field, Object cell) {
        boolean date = field.type() == Type.DATE;
        try {
            return date ? Moments.parseDate(String.valueOf(cell)).toString() : Moments.parse(String.valueOf(cell));
        } catch (OdooException e) {
            throw new CellException(
                    "'" + cell + "' does not seem to be a valid " + (date ? "date" : "datetime")
                            + " for field '%field'",
                    Map.of("moreinfo", "Use the format '2012-12-31" + (date ? "'" : " 23:59:59'")));
        }
    }

    private static Object selected(Field field, Object cell) {
        String word = lower(cell);
        for (Map.Entry<String, String> option : field.selection().entrySet()) {
            if (option.getKey().equalsIgnoreCase(word) || option.getValue().equalsIgnoreCase(word)) {
                return option.getKey();
            }
        }
        throw new CellException(
                "Value '" + cell + "' not found in selection field '%field'",
                Map.of("moreinfo", List.copyOf(field.selection().values())));
    }

    private List<Object> lines(Field field, Object cell) {
        Model model = env.model(field.comodel());
        List<Object> commands = new ArrayList<>();
        for (Map<String, Object> line : records(cell)) {
            Map<String, Object> values = convert(model, line, (below, failure) -> {
                throw failure.below(below.label());
            });
            Long id = references.line(field, line, values);
            if (id == null) {
                commands.add(List.of(0L, 0L, values));
            } else {
                commands.add(List.of(4L, id));
                commands.add(List.of(1L, id, values));
            }
        }
        return commands;
    }

    private static Map<String, Object> single(Object cell) {
        return records(cell).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> records(Object cell) {
        return (List<Map<String, Object>>) cell;
    }
}
