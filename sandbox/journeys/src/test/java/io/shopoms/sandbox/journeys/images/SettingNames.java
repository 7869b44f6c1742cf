package io.shopoms.sandbox.journeys.images;

import io.shopoms.sandbox.journeys.images.ComposeFile.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment variables that a module's sources read: by {@code ${NAME}} in its properties, by a configuration mapping,
 * or by a name in its code ({@code "shopoms.db.url"}, {@code "SIM_ODOO_PORT"}).
 */
final class SettingNames {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]+)");
    private static final Pattern PROPERTY = Pattern.compile("\"((?:[a-z][a-z0-9-]*\\.)+[a-z0-9-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
    private static final Pattern GROUP = Pattern.compile("interface (\\w+)[^{]*\\{((?:[^{}]|\\{@[^}]*\\})*)\\}");
    private static final Pattern SETTING = Pattern.compile("([\\w.<>, ]+) (\\w+)\\(\\);");

    /** What each service runs on, besides its own module. */
    private static final Map<String, List<String>> RUNS_ON = Map.of(
            "webhook-gateway", List.of("event-bus"),
            "order-sync-service", List.of("event-bus", "sync-runtime"),
            "catalog-sync-service", List.of("event-bus", "sync-runtime"),
            "inventory-sync-service", List.of("event-bus", "sync-runtime"),
            "fulfillment-sync-service", List.of("event-bus", "sync-runtime"),
            "sandbox/simulators", List.of());

    private SettingNames() {}

    static Set<String> of(String module) {
        Set<String> names = new HashSet<>();
        Stream.concat(Stream.of(module), RUNS_ON.get(module).stream())
                .map(name -> Repository.ROOT.resolve(name).resolve("src/main"))
                .flatMap(SettingNames::files)
                .forEach(file -> names.addAll(of(file)));
        return names;
    }

    private static Set<String> of(Path file) {
        String text = read(file);
        if (file.toString().endsWith(".properties")) {
            return found(EXPRESSION, text).map(SettingNames::variable).collect(Collectors.toSet());
        }
        String code = text.replaceAll("(?s)/\\*.*?\\*/", "");
        Set<String> names = found(VARIABLE, code).collect(Collectors.toSet());
        found(PROPERTY, code).map(SettingNames::variable).forEach(names::add);
        found(MAPPING, code).forEach(prefix -> names.addAll(mapped(prefix, code)));
        return names;
    }

    /** Settings of the mapping, and of the groups that it nests. */
    private static Set<String> mapped(String prefix, String code) {
        Map<String, String> groups = GROUP.matcher(code)
                .results()
                .collect(Collectors.toMap(group -> group.group(1), group -> group.group(2), (one, other) -> one));
        Set<String> names = new HashSet<>();
        Matcher setting = SETTING.matcher(code);
        while (setting.find()) {
            String name = prefix + "." + kebab(setting.group(2));
            String type = setting.group(1).strip();
            names.add(variable(name));
            SETTING.matcher(groups.getOrDefault(type, ""))
                    .results()
                    .forEach(nested -> names.add(variable(name + "." + kebab(nested.group(2)))));
        }
        return names;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** How MicroProfile Config spells a property in the environment. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Stream<Path> files(Path directory) {
        if (!Files.exists(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
