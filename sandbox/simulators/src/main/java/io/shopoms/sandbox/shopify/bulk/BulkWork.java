package io.shopoms.sandbox.shopify.bulk;

/** What a bulk operation does, in steps that are short enough not to keep other requests waiting. */
@FunctionalInterface
public interface BulkWork {

    /**
     * Does the next step.
     *
     * @return whether there is more to do
     * @throws BulkFailure if it cannot go on
     */
    boolean step(BulkLines out);
}
