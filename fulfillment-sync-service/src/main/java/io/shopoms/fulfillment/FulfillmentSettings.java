package io.shopoms.fulfillment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How shipments are looked for in Odoo and recorded in Shopify. */
@ConfigMapping(prefix = "shopoms.fulfillment")
public interface FulfillmentSettings {

    /** How done pickings are found. */
    Poll poll();

    /** Whether Shopify mails the customer when a fulfillment is created or its tracking changes. */
    @WithDefault("true")
    boolean notifyCustomer();

    /**
     * How long after an unanswered request Shopify could still be creating the fulfillment; only then is it asked again.
     * Shorter means faster recovery and a chance of doubled fulfillments.
     */
    @WithDefault("2M")
    Duration settleTime();

    /** The polling of pickings. */
    interface Poll {

        /** Pause between two looks at one store's Odoo. */
        @WithDefault("5S")
        Duration interval();

        /**
         * How far a look reaches back before the newest change that was seen. Odoo dates a change with the start of its
         * transaction, so this must be at least as long as Odoo's longest transaction ({@code limit_time_real}).
         */
        @WithDefault("150S")
        Duration overlap();

        /** How far the very first look at a store reaches back. */
        @WithDefault("7D")
        Duration lookBack();

        /** How many changed pickings are asked for at once. */
        @WithDefault("500")
        int pageSize();
    }
}
