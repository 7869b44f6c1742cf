package io.shopoms.sync.ops;

import io.shopoms.sync.intake.DomainEventConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the events of other services come in. */
@Readiness
@ApplicationScoped
class DomainEventsHealth implements HealthCheck {

    private final DomainEventConsumer consumer;

    DomainEventsHealth(DomainEventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("events of other services");
        return consumer.problem()
                .map(reason -> answer.down().withData("reason", reason).build())
                .orElseGet(() -> answer.up().build());
    }
}
