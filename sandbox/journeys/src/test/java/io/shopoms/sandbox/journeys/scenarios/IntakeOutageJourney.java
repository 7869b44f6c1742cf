package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intake goes on while one of broker and database is down, and refuses honestly while both are. */
@Order(OrderOf.BREAKING)
@ExtendWith(OnTheLandscape.class)
final class IntakeOutageJourney {

    private final Landscape landscape;
    private final TestStore acme;

    IntakeOutageJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void acceptedWhileOneOfBothIsDownAndRefusedWhileBothAre() {
        // Given
        List<String> orders = placed(8);
        List<Webhook> webhooks = orders.stream()
                .map(id -> acme.shop().webhook("orders/create", id))
                .toList();

        // When
        landscape.kill(Landscape.BROKER);
        List<Integer> withoutBroker = landscape.gateway().knockAtOnce(webhooks.subList(0, 4));
        landscape.kill(Landscape.DATABASE);
        List<Integer> withoutBoth = landscape.gateway().knockAtOnce(webhooks.subList(4, 6));
        landscape.start(Landscape.BROKER);
        Eventually.see(() -> assertThat(landscape.gateway().knock(webhooks.get(6)))
                .as("without the database")
                .isEqualTo(200));
        landscape.start(Landscape.DATABASE);

        // Then
        assertThat(withoutBroker).as("the outbox takes it").containsOnly(200);
        assertThat(withoutBoth).as("nothing durable is left").containsOnly(503);
        landscape.gateway().deliver(webhooks.get(4), webhooks.get(5), webhooks.get(7));
        Eventually.see(() -> orders.forEach(id -> assertSold(acme, id)));
    }

    private List<String> placed(int count) {
        String sku = Goods.inStock(acme, "4.00");
        return IntStream.range(0, count)
                .mapToObj(i ->
                        acme.shop().placeSilently(Basket.of(sku, 1, "4.00")).id())
                .toList();
    }
}
