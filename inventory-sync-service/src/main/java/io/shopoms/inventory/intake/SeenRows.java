package io.shopoms.inventory.intake;

import io.shopoms.inventory.odoo.StockRow;
import io.shopoms.inventory.odoo.StockTable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one Odoo that were seen within the overlap. Every look finds them again, but a row that has its date and says
 * what it said then is no news. Its quantities count as well as its date, because two transactions of one second leave the
 * same date. Forgotten at a restart, which costs one look at what the overlap holds.
 */
final class SeenRows {

    private final Map<StockTable, Map<Long, SeenRow>> tables = new EnumMap<>(StockTable.class);

    /** Those of a page that say something new. */
    synchronized List<StockRow> news(Collection<StockRow> page) {
        return page.stream().filter(row -> !isKnown(row)).toList();
    }

    /** What was made of the rows is stored. */
    synchronized void keep(Collection<SeenRow> rows) {
        rows.forEach(row -> table(row.table()).put(row.id(), row));
    }

    /** What was written before is not asked for any more. */
    synchronized void forgetBefore(Instant since) {
        long oldest = since.toEpochMilli();
        tables.values().forEach(rows -> rows.values().removeIf(seen -> seen.writtenAt() < oldest));
    }

    private boolean isKnown(StockRow row) {
        return SeenRow.of(row).equals(table(row.table()).get(row.id()));
    }

    private Map<Long, SeenRow> table(StockTable table) {
        return tables.computeIfAbsent(table, each -> new HashMap<>());
    }
}
