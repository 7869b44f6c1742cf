package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.Level;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Levels as people look at them. */
@ApplicationScoped
public class StockLevels {

    private final Database database;
    private final LevelRows rows;

    StockLevels(Database database, LevelRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** The known levels of an item, with the numbers that were last computed for them. */
    public Uni<List<Level>> of(ItemKey item) {
        return database.transaction(tx -> rows.find(tx, item.store(), List.of(item.item())))
                .map(levels -> List.copyOf(levels.values()));
    }
}
