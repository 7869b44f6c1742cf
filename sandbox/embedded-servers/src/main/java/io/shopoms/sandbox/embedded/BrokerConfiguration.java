package io.shopoms.sandbox.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Qpid's own configuration format, as far as one port, one user and one virtual host need it. */
final class BrokerConfiguration {

    /** Written into the store at its first start; a later model version still reads it. */
    private static final String MODEL_VERSION = "9.1";

    private BrokerConfiguration() {}

    static Map<String, Object> json(int port, String user, String password, Optional<Path> directory) {
        Map<String, Object> broker = new LinkedHashMap<>();
        broker.put("name", "shopoms");
        broker.put("modelVersion", MODEL_VERSION);
        broker.put(
                "context",
                Map.of(
                        "queue.behaviourOnUnknownDeclareArgument", "IGNORE",
                        "exchange.behaviourOnUnknownDeclareArgument", "IGNORE"));
        broker.put("authenticationproviders", List.of(users(user, password)));
        broker.put("ports", List.of(port(port)));
        broker.put(
                "virtualhostnodes",
                List.of(directory.map(BrokerConfiguration::durableHost).orElseGet(BrokerConfiguration::memoryHost)));
        return broker;
    }

    private static Map<String, Object> users(String user, String password) {
        return Map.of(
                "name",
                "users",
                "type",
                "Plain",
                // The loopback port has no TLS; Qpid would otherwise hide the only mechanism that clients share with
                // it.
                "secureOnlyMechanisms",
                List.of(),
                "users",
                List.of(Map.of("name", user, "type", "managed", "password", password)));
    }

    private static Map<String, Object> port(int port) {
        return Map.of(
                "name",
                "amqp",
                "port",
                port,
                "bindingAddress",
                "127.0.0.1",
                "protocols",
                List.of("AMQP_0_9_1"),
                "authenticationProvider",
                "users",
                "virtualhostaliases",
                List.of(
                        Map.of("name", "nameAlias", "type", "nameAlias"),
                        Map.of("name", "defaultAlias", "type", "defaultAlias")));
    }

    private static Map<String, Object> memoryHost() {
        return Map.of(
                "name", "default",
                "type", "Memory",
                "defaultVirtualHostNode", "true",
                "virtualHostInitialConfiguration", "{\"type\": \"Memory\"}");
    }

    private static Map<String, Object> durableHost(Path directory) {
        return Map.of(
                "name", "default",
                "type", "DERBY",
                "storePath", directory.toAbsolutePath().toString(),
                "defaultVirtualHostNode", "true",
                "virtualHostInitialConfiguration", "{\"type\": \"ProvidedStore\"}");
    }
}
