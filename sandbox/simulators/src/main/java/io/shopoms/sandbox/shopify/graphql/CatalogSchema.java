package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** {@code catalog.graphqls} with the catalogue behind it. */
final class CatalogSchema {

    private final Store store;
    private final CatalogQueries queries;
    private final ProductMutations products;
    private final VariantMutations variants;
    private final MetafieldMutations metafields;
    private final Publications publications;

    CatalogSchema(Store store) {
        this.store = store;
        this.queries = new CatalogQueries(store.shop());
        this.products = new ProductMutations(store.shop(), store.catalog(), store.operations());
        this.variants = new VariantMutations(store.shop().catalog(), store.catalog());
        this.metafields = new MetafieldMutations(
                store.catalog().metafields(), store.shop().catalog().definitions());
        this.publications = new Publications(store.shop(), store.catalog());
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new CatalogFields(store.shop()).addTo(wiring);
        CatalogErrors.addTo(wiring);
        OperationFields.addTo(wiring);
        ProductMutations.addTo(wiring);
        VariantMutations.addTo(wiring);
        MetafieldMutations.addTo(wiring);
        publications.addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> queries() {
        Map<String, Function<DataFetchingEnvironment, Object>> all = new LinkedHashMap<>(queries.fields());
        all.put("metafieldDefinitions", metafields::definitions);
        all.put("publications", publications::list);
        all.put(
                "productOperation",
                env -> store.operations()
                        .find(Gid.number(env.getArgument("id")))
                        .orElse(null));
        return all;
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> mutations() {
        Map<String, Function<DataFetchingEnvironment, Object>> all = new LinkedHashMap<>(products.fields());
        all.putAll(variants.fields());
        all.putAll(metafields.fields());
        all.putAll(publications.fields());
        return all;
    }
}
