package io.shopoms.inventory.intake;

import io.shopoms.inventory.odoo.ChangedStock;
import io.shopoms.inventory.odoo.StockRow;
import io.shopoms.inventory.odoo.StockTable;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One look at an Odoo: pages through what changed since the cursor, however much that is. It keeps only the products, which
 * are few, and the rows that the next look will find again.
 */
final class StockLook {

    private final ChangedStock changes;
    private final SeenRows seen;
    private final Store store;
    private final Instant asked;
    private final Instant since;
    private final Duration overlap;
    private final Map<OdooId, StockRow> products = new HashMap<>();
    private final List<SeenRow> rows = new ArrayList<>();
    private Instant newest;
    private int changed;

    /**
     * @param cursor the newest change that was seen before
     * @param asked when the look begins. No cursor goes beyond it: a single date of the future, of an Odoo whose clock went
     *     wrong, would hide all that changes until then
     */
    StockLook(ChangedStock changes, SeenRows seen, Store store, Instant cursor, Instant asked, Duration overlap) {
        this.changes = changes;
        this.seen = seen;
        this.store = store;
        this.asked = asked;
        this.overlap = overlap;
        this.newest = cursor.isAfter(asked) ? asked : cursor;
        this.since = newest.minus(overlap);
    }

    Uni<StockLook> made() {
        Uni<Void> tables = Uni.createFrom().voidItem();
        for (StockTable table : StockTable.values()) {
            tables = tables.chain(() -> pages(table, 0));
        }
        return tables.replaceWith(this);
    }

    /** Products whose stock may be another, each with what moved it; empty text where that is not known. */
    Map<OdooId, String> products() {
        return products.values().stream().collect(Collectors.toMap(StockRow::product, StockRow::cause));
    }

    Instant newest() {
        return newest;
    }

    /** What was made of the look is stored. */
    void remember() {
        seen.keep(rows);
        seen.forgetBefore(newest.minus(overlap));
    }

    String summary(int due) {
        return changed + " rows of Odoo changed, of " + products.size() + " products; " + due + " items are due";
    }

    private Uni<Void> pages(StockTable table, long afterId) {
        return changes.page(store, table, since, afterId).chain(page -> {
            take(page.rows());
            return page.next()
                    .map(next -> pages(table, next))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        });
    }

    private void take(List<StockRow> page) {
        for (StockRow row : seen.news(page)) {
            changed++;
            products.merge(row.product(), row, StockLook::telling);
            rows.add(SeenRow.of(row));
        }
        page.stream()
                .map(StockRow::writtenAt)
                .map(written -> written.isAfter(asked) ? asked : written)
                .max(Instant::compareTo)
                .filter(newest::isBefore)
                .ifPresent(latest -> newest = latest);
        long oldest = newest.minus(overlap).toEpochMilli();
        rows.removeIf(row -> row.writtenAt() < oldest);
    }

    /** The later one of those that can tell a cause. */
    private static StockRow telling(StockRow one, StockRow other) {
        if (one.cause().isEmpty() != other.cause().isEmpty()) {
            return one.cause().isEmpty() ? other : one;
        }
        return other.writtenAt().isBefore(one.writtenAt()) ? one : other;
    }
}
