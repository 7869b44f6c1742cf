package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a batch of items of one store at one moment.
 *
 * @param links of the items; one that is linked with nothing is missing
 * @param locations all of the store, in mapping order, also those that are inactive or not mapped
 * @param levels all known levels of the items, also at locations that are not served
 * @param effects what orders did that no difference was explained with yet, by item
 * @param pending units of orders of all stores on this Odoo that are not in Odoo yet, by product; missing for none
 * @param others levels of other items (of this store and of all others on this Odoo) with the same products that hold units
 *     back, by product
 * @param adoptions of these items that are not done, the oldest first
 */
public record StockSnapshot(
        Map<ShopifyId, StockLink> links,
        List<StockLocation> locations,
        Map<LevelKey, Level> levels,
        Map<ShopifyId, List<OrderEffect>> effects,
        Map<OdooId, Long> pending,
        Map<OdooId, List<OtherLevel>> others,
        List<Adoption> adoptions) {

    public StockSnapshot {
        links = Map.copyOf(links);
        locations = List.copyOf(locations);
        levels = Map.copyOf(levels);
        effects = Map.copyOf(effects);
        pending = Map.copyOf(pending);
        others = Map.copyOf(others);
        adoptions = List.copyOf(adoptions);
    }

    /**
     * A level somewhere else that sells the same product.
     *
     * @param store whose it is
     * @param key which level
     * @param sources where its location's stock lies in Odoo
     * @param held its {@link Level#held()}: more than 0
     */
    public record OtherLevel(ShopDomain store, LevelKey key, Set<StockSource> sources, long held) {

        public OtherLevel {
            sources = Set.copyOf(sources);
        }
    }
}
