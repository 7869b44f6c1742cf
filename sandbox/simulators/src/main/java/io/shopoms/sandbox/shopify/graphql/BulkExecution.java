package io.shopoms.sandbox.shopify.graphql;

import java.util.Map;

/** Runs documents as parts of bulk operations: without cost. */
interface BulkExecution {

    /** @return {@code data} and {@code errors} */
    Map<String, Object> page(String document, Map<String, Object> variables);

    /** The same for one line of a mutation. */
    Map<String, Object> line(String document, Map<String, Object> variables);
}
