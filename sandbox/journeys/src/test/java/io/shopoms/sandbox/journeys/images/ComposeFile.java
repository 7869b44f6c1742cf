package io.shopoms.sandbox.journeys.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The {@code docker-compose.yml} of this repository, with its anchors resolved. */
record ComposeFile(String text, Map<String, Service> services) {

    /** One entry of {@code services}; what is absent is empty. */
    record Service(String name, Map<String, Object> all) {

        String image() {
            return (String) all.get("image");
        }

        List<String> ports() {
            return list("ports");
        }

        Map<String, Object> environment() {
            return map("environment");
        }

        Map<String, Object> dependencies() {
            return map("depends_on");
        }

        List<String> healthCommand() {
            return strings(map("healthcheck").get("test"));
        }

        Map<String, Object> build() {
            return map("build");
        }

        boolean isOurs() {
            return all.containsKey("build");
        }

        /** The Maven module in the image; the simulators' Dockerfile has no argument. */
        String module() {
            Object arguments = build().get("args");
            return arguments instanceof Map<?, ?> args ? (String) args.get("MODULE") : "sandbox/simulators";
        }

        private List<String> list(String key) {
            return strings(all.get(key));
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> map(String key) {
            Object value = all.get(key);
            return value == null ? Map.of() : (Map<String, Object>) value;
        }

        private static List<String> strings(Object value) {
            return value == null
                    ? List.of()
                    : ((List<?>) value).stream().map(String::valueOf).toList();
        }
    }

    @SuppressWarnings("unchecked")
    static ComposeFile read() {
        try {
            String text = Files.readString(Repository.ROOT.resolve("docker-compose.yml"));
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<String, Service> services = new LinkedHashMap<>();
            ((Map<String, Map<String, Object>>) file.get("services"))
                    .forEach((name, all) -> services.put(name, new Service(name, all)));
            return new ComposeFile(text, services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Service> ours() {
        return services.values().stream().filter(Service::isOurs).toList();
    }

    /** Where the repository is, whatever directory the tests run in. */
    static final class Repository {

        static final Path ROOT = root(Path.of("").toAbsolutePath());

        private Repository() {}

        private static Path root(Path from) {
            return Files.exists(from.resolve("docker-compose.yml")) ? from : root(from.getParent());
        }
    }
}
