package io.shopoms.sync.ops;

import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store that a request is about. */
@ApplicationScoped
public class AskedStore {

    private final Stores stores;

    AskedStore(Stores stores) {
        this.stores = stores;
    }

    /**
     * The store of a domain; the domain may be left out where only one is configured.
     *
     * @throws ProblemException 400, naming the stores that there are
     */
    public Store of(String shopDomain) {
        Optional<String> asked = Asked.text("store", shopDomain);
        List<Store> all = stores.all();
        if (asked.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(store -> asked.filter(store.shop().value()::equals).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.badRequest("store: expected the domain of a configured store, one of "
                                + all.stream()
                                        .map(store -> store.shop().value())
                                        .toList()));
    }
}
