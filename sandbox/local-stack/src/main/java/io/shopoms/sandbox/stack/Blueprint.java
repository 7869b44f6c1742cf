package io.shopoms.sandbox.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws up the parts of a stack: which processes, with which settings, in which order. */
final class Blueprint {

    static final String GATEWAY = "webhook-gateway";
    static final String ORDERS = "order-sync-service";
    static final String CATALOG = "catalog-sync-service";
    static final String INVENTORY = "inventory-sync-service";
    static final String FULFILLMENTS = "fulfillment-sync-service";
    static final String SIMULATORS = "simulators";
    static final String DATABASE = "postgresql";
    static final String BROKER = "broker";

    private static final String HEAP = "-Xmx256m";

    /** The options of production, in files that the images are built with. */
    private static final String GATEWAY_JVM = "docker/jvm/gateway.options";

    private static final String SERVICE_JVM = "docker/jvm/service.options";

    /** On a laptop a quick start counts for more than the last bit of speed; {@code SHOPOMS_JAVA_OPTS} says otherwise. */
    private static final String DEFAULT_JAVA_OPTS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1";

    private static final List<String> PART_JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    private final StackSettings settings;
    private final External external;
    private final Connections connections;
    private final OperatorKey operatorKey;

    Blueprint(StackSettings settings, External external, Connections connections, OperatorKey operatorKey) {
        this.settings = settings;
        this.external = external;
        this.connections = connections;
        this.operatorKey = operatorKey;
    }

    List<Part> parts() {
        Ports ports = settings.ports();
        List<Part> parts = new ArrayList<>();
        if (external.databaseUrl().isEmpty()) {
            parts.add(database());
        }
        if (external.brokerUrl().isEmpty()) {
            parts.add(broker());
        }
        if (!external.shopify() || !external.odoo()) {
            parts.add(simulators());
        }
        parts.add(service(GATEWAY, ports.gateway(), gatewayEnvironment()));
        parts.add(service(ORDERS, ports.order(), syncEnvironment()));
        parts.add(service(CATALOG, ports.catalog(), syncEnvironment()));
        parts.add(service(INVENTORY, ports.inventory(), syncEnvironment()));
        parts.add(service(FULFILLMENTS, ports.fulfillment(), syncEnvironment()));
        return parts;
    }

    private Part database() {
        int port = settings.ports().database();
        List<String> arguments = List.of(settings.directory().resolve(DATABASE).toString(), Integer.toString(port));
        return new Part(
                DATABASE,
                connections.jdbcUrl(),
                List.of(port),
                own("64m", "io.shopoms.sandbox.stack.DatabasePart", arguments),
                Map.of(),
                Part.Readiness.ofPort(port),
                0);
    }

    private Part broker() {
        int port = settings.ports().broker();
        List<String> arguments = List.of(settings.directory().resolve(BROKER).toString(), Integer.toString(port));
        return new Part(
                BROKER,
                "amqp://127.0.0.1:" + port,
                List.of(port),
                own("192m", "io.shopoms.sandbox.stack.BrokerPart", arguments),
                Map.of(),
                Part.Readiness.ofPort(port),
                0);
    }

    private Part simulators() {
        Ports ports = settings.ports();
        Map<String, String> env = new HashMap<>();
        List<Integer> used = new ArrayList<>();
        env.put("SIM_SHOPIFY_PORT", external.shopify() ? "off" : Integer.toString(ports.shopify()));
        env.put("SIM_ODOO_PORT", external.odoo() ? "off" : Integer.toString(ports.odoo()));
        if (!external.shopify()) {
            used.add(ports.shopify());
            env.put("SHOPIFY_SHOP_DOMAIN", connections.shopify().shopDomain());
            env.put("SHOPIFY_ACCESS_TOKEN", connections.shopify().accessToken());
            env.put("SHOPIFY_WEBHOOK_SECRET", connections.shopify().webhookSecret());
            env.put("SIM_WEBHOOK_TARGET", "http://127.0.0.1:" + ports.gateway());
        }
        if (!external.odoo()) {
            used.add(ports.odoo());
            env.put("ODOO_DATABASE", connections.odoo().database());
            env.put("ODOO_API_KEY", connections.odoo().apiKey());
        }
        return new Part(
                SIMULATORS,
                "http://127.0.0.1:" + used.get(0) + "/",
                used,
                own("256m", "io.shopoms.sandbox.SimulatorsMain", List.of()),
                env,
                Part.Readiness.ofPort(used.get(used.size() - 1)),
                0);
    }

    private Part service(String name, int port, Map<String, String> environment) {
        Path jar = settings.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackProblem(name + " is not built (" + jar + " is missing): run mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add(HEAP);
        command.add("@" + settings.root().resolve(name.equals(GATEWAY) ? GATEWAY_JVM : SERVICE_JVM));
        String more = settings.environment().getOrDefault("SHOPOMS_JAVA_OPTS", DEFAULT_JAVA_OPTS);
        Stream.of(more.split("\\s+")).filter(option -> !option.isEmpty()).forEach(command::add);
        command.add("-jar");
        command.add(jar.toString());
        Map<String, String> env = new HashMap<>(environment);
        // glibc gives every thread an arena of its own otherwise: tens of megabytes that are never used.
        env.put("MALLOC_ARENA_MAX", "2");
        int management = port + Ports.MANAGEMENT_OFFSET;
        env.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        env.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        env.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        env.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        String url = "http://127.0.0.1:" + port;
        return new Part(
                name,
                url,
                List.of(port, management),
                command,
                env,
                Part.Readiness.ofHttp("http://127.0.0.1:" + management + "/q/health/ready"),
                1);
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> env = new HashMap<>();
        env.put("SHOPOMS_DB_URL", connections.databaseUrl());
        env.put("SHOPOMS_AMQP_URL", connections.amqpUrl());
        env.put("SHOPOMS_JWT_PUBLIC_KEY_LOCATION", operatorKey.publicKey().toString());
        env.put("SHOPOMS_JWT_ISSUER", OperatorKey.ISSUER);
        if (!external.shopify()) {
            env.put("SHOPIFY_SHOP_DOMAIN", connections.shopify().shopDomain());
            env.put("SHOPIFY_WEBHOOK_SECRET", connections.shopify().webhookSecret());
        }
        return env;
    }

    private Map<String, String> syncEnvironment() {
        Map<String, String> env = new HashMap<>(gatewayEnvironment());
        env.remove("SHOPIFY_WEBHOOK_SECRET");
        if (!external.shopify()) {
            env.put("SHOPIFY_ADMIN_URL", connections.shopify().adminUrl());
            env.put("SHOPIFY_ACCESS_TOKEN", connections.shopify().accessToken());
            env.put("SHOPIFY_API_VERSION", connections.shopify().apiVersion());
        }
        if (!external.odoo()) {
            env.put("ODOO_URL", connections.odoo().url());
            env.put("ODOO_DATABASE", connections.odoo().database());
            env.put("ODOO_API_KEY", connections.odoo().apiKey());
        }
        return env;
    }

    private static List<String> own(String heap, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-Xmx" + heap);
        command.addAll(PART_JVM);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
