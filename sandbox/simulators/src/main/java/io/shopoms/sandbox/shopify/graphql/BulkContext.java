package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;

/** Marks the execution of one line of a bulk operation, in which nothing is done asynchronously. */
final class BulkContext {

    static final String KEY = "shopoms.bulk";

    private BulkContext() {}

    static boolean isIn(DataFetchingEnvironment env) {
        return env.getGraphQlContext().hasKey(KEY);
    }
}
