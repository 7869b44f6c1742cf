package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.odoo.StockRow;
import io.shopoms.inventory.odoo.StockTable;
import io.shopoms.model.OdooId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenRowTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aRowIsKnownAgainByItsDateAndByWhatItSays() {
        SeenRow seen = seen(NOON, "25.0 3.0");

        assertThat(seen).isEqualTo(seen(NOON, "25.0 3.0"));
        assertThat(seen).isNotEqualTo(seen(NOON, "25.0 4.0")).isNotEqualTo(seen(NOON.plusSeconds(1), "25.0 3.0"));
    }

    @Test
    void quantitiesOfOneDateAreToldApart() {
        Set<SeenRow> rows = new HashSet<>();
        for (int onHand = 0; onHand < 300; onHand++) {
            for (int reserved = 0; reserved < 300; reserved++) {
                rows.add(seen(NOON, onHand + ".0 " + reserved + ".0"));
            }
        }

        assertThat(rows).hasSize(90_000);
    }

    private static SeenRow seen(Instant writtenAt, String content) {
        return SeenRow.of(new StockRow(StockTable.QUANTS, 7, new OdooId(1), writtenAt, content, ""));
    }
}
