package io.shopoms.sandbox.journeys.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.Traffic;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promise, with figures: 2,000 webhooks, duplicated and out of order, while every part of the way in dies once. */
@Order(OrderOf.BREAKING + 1)
@ExtendWith(OnTheLandscape.class)
final class NothingLostJourney {

    private static final int WEBHOOKS = 2_000;

    private final Landscape landscape;

    NothingLostJourney(Landscape landscape) {
        this.landscape = landscape;
    }

    @Test
    void everyAcceptedWebhookIsCachedAndEveryOrderIsInOdooOnceWithItsNewestState() {
        // Given
        Traffic traffic = Traffic.of(landscape.acme(), Goods.inStock(landscape.acme(), "2.00"), WEBHOOKS);

        // When
        traffic.flowThrough(landscape.gateway());
        for (String part : new String[] {Landscape.GATEWAY, Landscape.ORDERS, Landscape.BROKER}) {
            traffic.awaitQuarterMore();
            landscape.killAndStart(part);
        }
        traffic.awaitEnd();

        // Then
        assertThat(traffic.accepted()).isEqualTo(WEBHOOKS);
        traffic.awaitArrival(landscape);
    }
}
