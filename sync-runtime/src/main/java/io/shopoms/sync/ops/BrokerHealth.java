package io.shopoms.sync.ops;

import io.shopoms.sync.intake.WebhookConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while webhooks come in from the broker. */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

    private final WebhookConsumer consumer;

    BrokerHealth(WebhookConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("broker");
        Optional<String> problem = consumer.problem();
        return problem.map(reason -> answer.down().withData("reason", reason).build())
                .orElseGet(() -> answer.up().build());
    }
}
