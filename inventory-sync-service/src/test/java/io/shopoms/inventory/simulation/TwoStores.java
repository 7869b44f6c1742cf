package io.shopoms.inventory.simulation;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The simulated stores as the service is configured for them. */
record TwoStores(List<SimulatedShop> shops) implements Stores {

    @Override
    public List<Store> all() {
        return shops.stream()
                .map(SimulatedShop::store)
                .sorted(Comparator.comparing(store -> store.shop().value()))
                .toList();
    }

    @Override
    public Optional<Store> find(ShopDomain shop) {
        return all().stream().filter(store -> store.shop().equals(shop)).findFirst();
    }
}
