package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an Odoo speaks of stock: what depends on its version, and its units of measure.
 *
 * @param major its version
 * @param units by {@code uom.uom}
 */
record StockDialect(int major, Map<Long, Unit> units) {

    /** The unit of which all counting units are made, under every translation of its name. */
    static final String PIECE = "product_uom_unit";

    /** Units know their reference since 19, before they had a category. */
    private static final int UNITS_HAVE_REFERENCES = 19;

    /** Before, storable goods were a type of their own. */
    private static final int STORABLE_IS_A_FLAG = 18;

    StockDialect {
        units = Map.copyOf(units);
    }

    /**
     * @param name in the language of the integration user
     * @param counted whether it is pieces, or a number of them
     */
    record Unit(String name, boolean counted) {}

    /** The fields that say whether Odoo keeps a product's stock. */
    List<String> storableFields() {
        return major >= STORABLE_IS_A_FLAG ? List.of("type", "is_storable") : List.of("type");
    }

    boolean isStorable(JsonNode product) {
        return major >= STORABLE_IS_A_FLAG
                ? product.path("is_storable").asBoolean(false)
                        && product.path("type").asText().equals("consu")
                : product.path("type").asText().equals("product");
    }

    /** Moves lost their obligatory name with 19, and can carry the name of a count since. */
    boolean movesAreNamed() {
        return major < UNITS_HAVE_REFERENCES;
    }

    /** The field by which a unit tells what it can be converted to. */
    static String unitField(int major) {
        return major >= UNITS_HAVE_REFERENCES ? "relative_uom_id" : "category_id";
    }

    /** @param piece the id of {@link #PIECE} */
    static StockDialect of(int major, List<JsonNode> units, long piece) {
        Map<Long, Long> fields = new HashMap<>();
        units.forEach(unit ->
                fields.put(unit.path("id").asLong(), unit.path(unitField(major)).asLong(0)));
        boolean referring = major >= UNITS_HAVE_REFERENCES;
        long kind = referring ? root(fields, piece) : fields.getOrDefault(piece, 0L);
        Map<Long, Unit> known = new HashMap<>();
        units.forEach(unit -> {
            long id = unit.path("id").asLong();
            long own = referring ? root(fields, id) : fields.get(id);
            known.put(id, new Unit(unit.path("name").asText(), own != 0 && own == kind));
        });
        return new StockDialect(major, known);
    }

    /** Follows references up to the unit that has none. Odoo lets no circle be made; one would lead nowhere. */
    private static long root(Map<Long, Long> references, long unit) {
        long at = unit;
        for (int steps = 0; references.getOrDefault(at, 0L) != 0; steps++) {
            if (steps > references.size()) {
                return 0;
            }
            at = references.get(at);
        }
        return at;
    }
}
