package io.shopoms.sandbox;

import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts the simulators as one process, settings from the environment; runs until it is ended. {@code SIM_SHOPIFY_PORT} or
 * {@code SIM_ODOO_PORT} set to {@code off} leaves that one out.
 */
public final class SimulatorsMain {

    private static final String OFF = "off";

    private SimulatorsMain() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        List<AutoCloseable> started = new ArrayList<>();
        try {
            if (!OFF.equals(environment.get("SIM_SHOPIFY_PORT"))) {
                ShopifySimulator shopify = ShopifySimulator.start(ShopifySettings.from(environment));
                started.add(shopify);
                System.out.println("simulated Shopify: " + shopify.uri());
            }
            if (!OFF.equals(environment.get("SIM_ODOO_PORT"))) {
                OdooSimulator odoo = OdooSimulator.start(OdooSettings.of(environment));
                started.add(odoo);
                System.out.println("simulated Odoo: " + odoo.url());
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("simulators: " + e.getMessage());
            System.exit(2);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "stop-simulators"));
    }

    private static void close(List<AutoCloseable> started) {
        for (AutoCloseable simulator : started) {
            try {
                simulator.close();
            } catch (Exception e) {
                System.err.println("simulators: " + e.getMessage());
            }
        }
    }
}
