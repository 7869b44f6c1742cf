package io.shopoms.fulfillment;

import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.fixtures.LittleShopify;
import io.shopoms.fulfillment.fixtures.MovingClock;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.fixtures.RememberedLinks;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.ShipmentJson;
import io.shopoms.fulfillment.shopify.Fulfillments;
import io.shopoms.fulfillment.shopify.ShopifyOrders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.RawFormat;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real processor between a Shopify and a memory that live in the test. */
final class FulfillmentBench {

    final MovingClock clock = new MovingClock();
    final LittleShopify shopify = new LittleShopify(clock);
    final RememberedLinks links = new RememberedLinks();
    Optional<OrderLink> link = Optional.of(Orders.link(Orders.A, Orders.B, Orders.C));

    private final FulfillmentSettings settings = new Settings();
    private final FulfillmentProcessor processor = new FulfillmentProcessor(
            new KnownOrder(),
            links,
            new ShopifyOrders(shopify),
            new PlanExecution(links, new Fulfillments(shopify), settings, clock),
            settings,
            clock);

    Outcome process(Picking... pickings) {
        return process(Orders.shipment(pickings));
    }

    Outcome process(Shipment shipment) {
        CacheEntry entry = new CacheEntry(
                Orders.ACME,
                shipment.order().id(),
                RawFormat.ODOO,
                ShipmentJson.write(shipment),
                clock.instant(),
                Optional.empty(),
                1,
                1,
                Map.of());
        return processor
                .handle(Orders.STORE, List.of(entry))
                .await()
                .atMost(Duration.ofSeconds(60))
                .get(0);
    }

    private final class KnownOrder implements OrderLinks {

        @Override
        public Uni<Optional<OrderLink>> find(ShopDomain store, ShopifyId order) {
            return Uni.createFrom().item(() -> link);
        }

        @Override
        public Uni<Map<OrderLink, Change>> save(Collection<OrderLink> young) {
            throw new UnsupportedOperationException("no event comes here");
        }
    }

    private static final class Settings implements FulfillmentSettings {

        @Override
        public Poll poll() {
            throw new UnsupportedOperationException("nothing is polled here");
        }

        @Override
        public boolean notifyCustomer() {
            return false;
        }

        @Override
        public Duration settleTime() {
            return Duration.ofMinutes(2);
        }
    }
}
