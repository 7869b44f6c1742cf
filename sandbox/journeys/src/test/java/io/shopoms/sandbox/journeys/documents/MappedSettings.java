package io.shopoms.sandbox.journeys.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that {@code @ConfigMapping} interfaces declare, read from the sources: environment variable to default. */
final class MappedSettings {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern NESTED =
            Pattern.compile("\\n    interface (\\w+)[^{]*\\{(.*?)\\n    \\}", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile(
            "(?:@WithDefault\\(\"([^\"]*)\"\\)\\s*)?(@WithParentName\\s+)?([\\w.<>, ]+?) (\\w+)\\(\\);");
    private static final List<String> MODULES = List.of(
            "event-bus",
            "sync-runtime",
            "webhook-gateway",
            "order-sync-service",
            "catalog-sync-service",
            "inventory-sync-service",
            "fulfillment-sync-service");

    private MappedSettings() {}

    static Map<String, String> in(Path root) {
        Map<String, String> settings = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    add(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""), settings);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }

    private static void add(String code, Map<String, String> settings) {
        Matcher prefix = PREFIX.matcher(code);
        if (!prefix.find()) {
            return;
        }
        Map<String, String> groups = new TreeMap<>();
        NESTED.matcher(code).results().forEach(group -> groups.put(group.group(1), group.group(2)));
        String top = NESTED.matcher(code).replaceAll("");
        add(prefix.group(1), top.substring(top.indexOf("interface")), groups, settings);
    }

    private static void add(String prefix, String body, Map<String, String> groups, Map<String, String> settings) {
        Set<String> types = new TreeSet<>(groups.keySet());
        Matcher setting = SETTING.matcher(body);
        while (setting.find()) {
            String type = setting.group(3).strip();
            String name = prefix + "." + kebab(setting.group(4));
            if (setting.group(2) != null || type.startsWith("Map<")) {
                continue; // A map of stores: its entries are documented as a pattern.
            }
            if (types.contains(type)) {
                add(name, groups.get(type), groups, settings);
            } else {
                settings.put(variable(name), setting.group(1) == null ? "" : setting.group(1));
            }
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** How MicroProfile Config spells a property in the environment. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
