package io.shopoms.fulfillment.shopify;

/** Shopify understood, refused, and certainly did nothing. The message is Shopify's own. */
public final class FulfillmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FulfillmentRefused(String message) {
        super(message, null, false, false);
    }
}
