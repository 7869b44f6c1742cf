package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which stores are kept in step with the same Odoo, and so sell the same stock. */
@ApplicationScoped
public class SameOdoo {

    private final Stores stores;

    SameOdoo(Stores stores) {
        this.stores = stores;
    }

    /** The same by a store's domain; of one that is not configured, only itself. */
    List<String> domains(ShopDomain store) {
        return stores.find(store).map(this::domains).orElse(List.of(store.value()));
    }

    /** The domains of the stores on the Odoo of {@code store}, its own included. */
    public List<String> domains(Store store) {
        return stores.all().stream()
                .filter(other -> other.shop().equals(store.shop())
                        || store.odooDatabase().isPresent()
                                && store.odooDatabase().equals(other.odooDatabase()))
                .map(other -> other.shop().value())
                .toList();
    }
}
