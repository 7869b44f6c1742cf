package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Tracking;
import java.util.List;

/** One thing to do for an order, in the plan's order. Each is safe to do again after a crash. */
public sealed interface Step {

    /** Keep in mind what was seen in Shopify. */
    record Remember(FulfillmentLink link, String note) implements Step {}

    /** Drop an intent that Shopify did not carry out: it had time enough. */
    record Forget(FulfillmentLink intent) implements Step {}

    /** Make Shopify show another tracking. */
    record Retrack(FulfillmentLink link, Fulfillment fulfillment, Tracking tracking) implements Step {}

    /**
     * Ask Shopify for a fulfillment.
     *
     * @param intent to be remembered before Shopify is asked
     * @param goods all of one location
     */
    record Create(FulfillmentLink intent, List<Goods> goods, String pickingName) implements Step {
        public Create {
            goods = List.copyOf(goods);
        }
    }
}
