package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** {@code inventory.graphqls} with the inventory behind it. */
final class InventorySchema {

    private final InventoryFields types;
    private final InventoryQueries queries;
    private final InventoryMutations quantities;
    private final LocationMutations locations;

    InventorySchema(Store store) {
        this.types = new InventoryFields(store.shop(), store.inventory().locations(), store.access());
        this.queries = new InventoryQueries(store.shop());
        this.quantities = new InventoryMutations(store.shop(), store.inventory(), store.keys());
        this.locations = new LocationMutations(
                store.shop().locations(), store.inventory().locations(), store.keys());
    }

    void addTo(RuntimeWiring.Builder wiring) {
        types.addTo(wiring);
        InventoryMutations.addTo(wiring);
        LocationMutations.addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> queries() {
        return queries.fields();
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> mutations() {
        Map<String, Function<DataFetchingEnvironment, Object>> all = new LinkedHashMap<>(quantities.fields());
        all.putAll(locations.fields());
        return all;
    }
}
