package io.shopoms.sync.store;

import io.shopoms.model.ShopDomain;
import java.util.List;
import java.util.Optional;

/** The stores that this deployment serves. Today they come from configuration; a registry can follow behind this. */
public interface Stores {

    /** All stores, in the order of their domains. */
    List<Store> all();

    Optional<Store> find(ShopDomain shop);

    /**
     * What is missing or malformed in the settings of stores, one line each, naming the environment variable. Holds no
     * values.
     */
    default List<String> problems() {
        return List.of();
    }
}
