package io.shopoms.sync.store;

import io.shopoms.model.ShopDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stores of the configuration, read once at start. */
@ApplicationScoped
class ConfiguredStores implements Stores {

    private final SortedMap<String, Store> stores = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    ConfiguredStores(SingleShopifyConfig shopify, SingleOdooConfig odoo, StoresConfig several, StoreRulesConfig rules) {
        StoreUrls urls = new StoreUrls(rules.allowPlainHttp());
        Map<String, StoreSettings> named = new TreeMap<>(several.stores());
        boolean single = shopify.shopDomain().filter(text -> !text.isBlank()).isPresent();
        // Without any store, the shorter names are the ones to ask for.
        if (single || named.isEmpty()) {
            add(NamedSettings.single(shopify, odoo), urls);
        }
        named.forEach((name, settings) -> add(NamedSettings.named(name, settings), urls));
    }

    @Override
    public List<Store> all() {
        return List.copyOf(stores.values());
    }

    @Override
    public Optional<Store> find(ShopDomain shop) {
        return Optional.ofNullable(stores.get(shop.value()));
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void add(NamedSettings settings, StoreUrls urls) {
        StoreReader.Reading reading = StoreReader.read(settings, urls);
        problems.addAll(reading.problems());
        reading.store().ifPresent(store -> {
            if (stores.putIfAbsent(store.shop().value(), store) != null) {
                problems.add(settings.nameOf("shop-domain") + " names " + store.shop()
                        + ", which is configured already; this second store is ignored");
            }
        });
    }
}
