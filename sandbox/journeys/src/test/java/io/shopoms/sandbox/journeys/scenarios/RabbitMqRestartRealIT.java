package io.shopoms.sandbox.journeys.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.shopoms.sandbox.embedded.InstalledRabbitMq;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.Traffic;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same stack on a real RabbitMQ, which dies and comes back under load: nothing lost, nothing doubled. */
@Order(OrderOf.OWN_STACK)
final class RabbitMqRestartRealIT {

    private static final int WEBHOOKS = 800;

    @Test
    void ordersSurviveTheRestartOfRabbitMqUnderLoad() {
        // Given
        mustBeInstalled();
        try (InstalledRabbitMq rabbit = InstalledRabbitMq.start();
                Landscape landscape = Landscape.start("on-rabbitmq", Map.of("SHOPOMS_AMQP_URL", rabbit.amqpUrl()))) {
            Traffic traffic = Traffic.of(landscape.acme(), Goods.inStock(landscape.acme(), "2.00"), WEBHOOKS);

            // When
            traffic.flowThrough(landscape.gateway());
            traffic.awaitQuarterMore();
            rabbit.kill();
            rabbit.up();
            traffic.awaitEnd();

            // Then
            assertThat(traffic.accepted()).isEqualTo(WEBHOOKS);
            traffic.awaitArrival(landscape);
        }
    }

    private static void mustBeInstalled() {
        boolean installed = InstalledRabbitMq.isInstalled();
        if (!installed && Boolean.parseBoolean(System.getenv("SHOPOMS_REAL_REQUIRED"))) {
            fail("SHOPOMS_REAL_REQUIRED is set, but no rabbitmq-server is installed");
        }
        Assumptions.assumeTrue(installed, "no rabbitmq-server is installed: this journey needs a real one");
    }
}
