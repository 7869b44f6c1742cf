package io.shopoms.sandbox;

import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import java.util.Map;

/** Starts the simulators as one process, settings from the environment; runs until it is ended. */
public final class SimulatorsMain {

    private SimulatorsMain() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        try {
            ShopifySimulator shopify = ShopifySimulator.start(ShopifySettings.from(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(shopify::close, "stop-shopify"));
            System.out.println("simulated Shopify: " + shopify.uri());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("simulators: " + e.getMessage());
            System.exit(2);
        }
    }
}
