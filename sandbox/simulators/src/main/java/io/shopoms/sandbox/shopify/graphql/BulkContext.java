package io.shopoms.sandbox.shopify.graphql;

import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;

/** What resolvers know of the request around them: its address, and whether it is a part of a bulk operation. */
final class BulkContext {

    private static final String LINE = "shopoms.bulk.line";
    private static final String QUERY = "shopoms.bulk.query";
    private static final String BASE = "shopoms.base";

    private BulkContext() {}

    /** Marks the execution of one line of a mutation, in which nothing is done asynchronously. */
    static ExecutionInput line(ExecutionInput input) {
        input.getGraphQLContext().put(LINE, true);
        return input;
    }

    /** Marks the execution of one page of a query, in which connections below the first one are not cut. */
    static ExecutionInput query(ExecutionInput input) {
        input.getGraphQLContext().put(QUERY, true);
        return input;
    }

    /** @param base the address that the store was reached at */
    static ExecutionInput at(URI base, ExecutionInput input) {
        input.getGraphQLContext().put(BASE, base);
        return input;
    }

    static boolean isIn(DataFetchingEnvironment env) {
        return env.getGraphQlContext().hasKey(LINE);
    }

    static boolean isUncut(DataFetchingEnvironment env) {
        return env.getGraphQlContext().hasKey(QUERY)
                && env.getExecutionStepInfo().getPath().getLevel() > 1;
    }

    static URI base(DataFetchingEnvironment env) {
        return env.getGraphQlContext().get(BASE);
    }
}
