package io.shopoms.inventory.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.odoo.StockDialect.Unit;
import io.shopoms.sync.http.JsonBodies;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockDialectTest {

    @Test
    void unitsThatAreMadeOfPiecesCount() {
        // Given
        List<JsonNode> units = List.of(
                unit(1, "Units", 0), unit(2, "Pack of 6", 1), unit(9, "Box", 2), unit(15, "g", 0), unit(16, "kg", 15));

        // When
        StockDialect dialect = StockDialect.of(19, units, 1);

        // Then
        assertThat(dialect.units())
                .containsEntry(9L, new Unit("Box", true))
                .containsEntry(2L, new Unit("Pack of 6", true))
                .containsEntry(1L, new Unit("Units", true))
                .containsEntry(16L, new Unit("kg", false));
    }

    @Test
    void before19UnitsOfTheSameCategoryAsPiecesCount() {
        // Given
        List<JsonNode> units = List.of(
                JsonBodies.object().put("id", 1).put("name", "Units").put("category_id", 4),
                JsonBodies.object().put("id", 2).put("name", "Dozens").put("category_id", 4),
                JsonBodies.object().put("id", 3).put("name", "kg").put("category_id", 5));

        // When
        StockDialect dialect = StockDialect.of(18, units, 1);

        // Then
        assertThat(dialect.units())
                .containsEntry(2L, new Unit("Dozens", true))
                .containsEntry(3L, new Unit("kg", false));
    }

    @Test
    void storableGoodsWereATypeOfTheirOwnUntil17() {
        // Given
        ObjectNode today = JsonBodies.object().put("type", "consu").put("is_storable", true);
        ObjectNode before = JsonBodies.object().put("type", "product");

        // When
        StockDialect newer = StockDialect.of(18, List.of(), 1);
        StockDialect older = StockDialect.of(17, List.of(), 1);

        // Then
        assertThat(newer.isStorable(today)).isTrue();
        assertThat(newer.isStorable(today.deepCopy().put("type", "service"))).isFalse();
        assertThat(older.isStorable(before)).isTrue();
        assertThat(older.isStorable(today)).isFalse();
        assertThat(older.storableFields()).doesNotContain("is_storable");
    }

    private static JsonNode unit(long id, String name, long reference) {
        ObjectNode unit = JsonBodies.object().put("id", id).put("name", name);
        return reference == 0 ? unit.put("relative_uom_id", false) : unit.put("relative_uom_id", reference);
    }
}
