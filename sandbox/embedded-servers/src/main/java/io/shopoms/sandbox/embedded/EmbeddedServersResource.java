package io.shopoms.sandbox.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the shared database and broker, through the two settings that the services read, patience
 * with the broker, and keeps its log short. Both run on after the test: the next application in this JVM finds them warm. A test that stopped
 * one gets it back.
 */
public final class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
        return Map.of(
                "shopoms.db.url",
                EmbeddedServers.databaseUrl(),
                "shopoms.amqp.url",
                EmbeddedServers.brokerUrl(),
                // A busy machine's broker may be slow, and what is published once more comes twice; what is down is
                // known
                // at once.
                "shopoms.publisher.confirm-timeout",
                "15s",
                // The broker tells of every connection, queue and subscription: most lines of a build's log.
                "quarkus.log.category.\"qpid\".level",
                "ERROR",
                "quarkus.log.category.\"org.apache.qpid\".level",
                "ERROR");
    }

    @Override
    public void stop() {
        // They end with the JVM.
    }
}
