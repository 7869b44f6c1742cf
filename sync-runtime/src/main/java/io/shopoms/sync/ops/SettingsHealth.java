package io.shopoms.sync.ops;

import io.shopoms.bus.connection.BrokerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Names the settings without which the service cannot do its work, whatever the stores. */
@Readiness
@ApplicationScoped
class SettingsHealth implements HealthCheck {

    private final List<String> missing = new ArrayList<>();

    SettingsHealth(JwtConfig jwt, DatabaseAddressConfig database, BrokerSettings broker) {
        if (blank(jwt.publicKeyLocation().orElse(""))) {
            missing.add("SHOPOMS_JWT_PUBLIC_KEY_LOCATION");
        }
        if (blank(database.url().orElse(""))) {
            missing.add("SHOPOMS_DB_URL");
        }
        if (blank(broker.url().orElse(""))) {
            missing.add("SHOPOMS_AMQP_URL");
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("settings");
        return missing.isEmpty()
                ? answer.up().build()
                : answer.down()
                        .withData("reason", "missing: " + String.join(", ", missing))
                        .build();
    }

    private static boolean blank(String value) {
        return value.isBlank();
    }
}
