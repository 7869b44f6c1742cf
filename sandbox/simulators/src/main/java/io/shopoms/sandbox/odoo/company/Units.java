package io.shopoms.sandbox.odoo.company;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of measure. Since 19 each contains so many of another one and there are no categories; before, the units of a
 * category referred to its reference unit. Odoo converts between any two of them, whether that makes sense or not.
 */
public final class Units {

    /** The first version without categories. */
    private static final int WITHOUT_CATEGORIES = 19;

    private static final int DECIMALS = 2;
    private static final String MODEL = "uom.uom";
    private static final String CATEGORY = "uom.category";
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    /** Name, how many of which other, whether it is in use. */
    private static final List<String> KNOWN = List.of(
            "Units,1,,yes",
            "Pack of 6,6,Units,yes",
            "Dozens,12,Units,no",
            "Hours,1,,yes",
            "Days,8,Hours,yes",
            "Minutes,0.0166667,Hours,yes",
            "mm,1,,yes",
            "cm,10,mm,no",
            "m,100,cm,yes",
            "km,1000,m,no",
            "m²,1,,yes",
            "ml,1,,yes",
            "L,1000,ml,yes",
            "m³,1000,L,yes",
            "g,1,,yes",
            "kg,1000,g,yes");

    private Units() {}

    static List<Model> models(int version) {
        return version >= WITHOUT_CATEGORIES ? List.of(current()) : List.of(category(), former());
    }

    static void fill(Env env) {
        Map<String, Record> made = new LinkedHashMap<>();
        for (String line : KNOWN) {
            String[] unit = line.split(",");
            Record other = made.get(unit[2]);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", unit[0]);
            values.put("active", unit[3].equals("yes"));
            if (env.model(MODEL).field("relative_factor") != null) {
                values.put("relative_factor", new BigDecimal(unit[1]));
                values.put("relative_uom_id", other == null ? null : other.id());
            } else {
                values.putAll(former(env, unit, other));
            }
            made.put(unit[0], env.create(MODEL, values));
        }
        ExternalIds.put(env, "uom.product_uom_unit", made.get("Units"), true);
    }

    private static Map<String, Object> former(Env env, String[] unit, Record other) {
        BigDecimal ratio = new BigDecimal(unit[1]).multiply(other == null ? BigDecimal.ONE : ratio(env, other));
        Object category =
                other == null ? env.create(CATEGORY, Map.of("name", unit[0])).id() : env.get(other, "category_id");
        String type = ratio.compareTo(BigDecimal.ONE) > 0 ? "bigger" : "smaller";
        return Map.of(
                "category_id",
                category,
                "factor",
                BigDecimal.ONE.divide(ratio, MathContext.DECIMAL64),
                "uom_type",
                other == null ? "reference" : type);
    }

    /** Half up to two decimals, as Odoo does where nothing else is said. */
    public static BigDecimal convert(Env env, BigDecimal quantity, Record from, Record to) {
        return convert(env, quantity, from, to, RoundingMode.HALF_UP);
    }

    public static BigDecimal convert(Env env, BigDecimal quantity, Record from, Record to, RoundingMode rounding) {
        if (from == null || to == null || from == to) {
            return quantity;
        }
        BigDecimal exact = quantity.multiply(ratio(env, from)).divide(ratio(env, to), MathContext.DECIMAL64);
        return exact.setScale(DECIMALS, rounding);
    }

    private static BigDecimal ratio(Env env, Record unit) {
        BigDecimal factor = env.number(unit, "factor");
        return unit.model().field("relative_factor") != null
                ? factor
                : BigDecimal.ONE.divide(factor, MathContext.DECIMAL64);
    }

    private static Model current() {
        return new Model(MODEL, "Product Unit of Measure")
                .orderedBy("sequence, id")
                .with(
                        Field.text("name", "Unit Name").required(),
                        Field.integer("sequence", "Sequence").computed(Units::sequence),
                        Field.decimal("relative_factor", "Contains").defaultsTo(BigDecimal.ONE),
                        Field.many2one("relative_uom_id", "Reference Unit", MODEL),
                        Field.decimal("factor", "Absolute Quantity").computed(Units::factor),
                        Field.text("parent_path", "Parent Path").computed(Units::path),
                        Field.decimal("rounding", "Rounding Precision").computed((env, r) -> ROUNDING),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model former() {
        return new Model(MODEL, "Product Unit of Measure")
                .orderedBy("factor desc, id")
                .with(
                        Field.text("name", "Unit of Measure").required(),
                        Field.many2one("category_id", "Category", CATEGORY).required(),
                        Field.decimal("factor", "Ratio").defaultsTo(BigDecimal.ONE),
                        Field.decimal("factor_inv", "Bigger Ratio").computed(Units::ratio),
                        Field.decimal("rounding", "Rounding Precision").defaultsTo(ROUNDING),
                        Field.selection(
                                        "uom_type",
                                        "Type",
                                        "bigger",
                                        "Bigger than the reference Unit of Measure",
                                        "reference",
                                        "Reference Unit of Measure for this category",
                                        "smaller",
                                        "Smaller than the reference Unit of Measure")
                                .defaultsTo("reference"),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model category() {
        return new Model(CATEGORY, "Product UoM Categories")
                .with(Field.of(Type.CHAR, "name", "Unit of Measure Category").required());
    }

    private static Object sequence(Env env, Record unit) {
        BigDecimal hundredfold = env.number(unit, "relative_factor").movePointRight(2);
        return Math.min(hundredfold.longValue(), 1000L);
    }

    private static BigDecimal factor(Env env, Record unit) {
        Record other = env.follow(unit, "relative_uom_id");
        BigDecimal own = env.number(unit, "relative_factor");
        return other == null ? own : own.multiply(factor(env, other));
    }

    private static String path(Env env, Record unit) {
        Record other = env.follow(unit, "relative_uom_id");
        return (other == null ? "" : path(env, other)) + unit.id() + "/";
    }
}
