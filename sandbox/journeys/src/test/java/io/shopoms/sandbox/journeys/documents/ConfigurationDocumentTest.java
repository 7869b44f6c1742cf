package io.shopoms.sandbox.journeys.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every setting, with its default, and none that does not exist. */
class ConfigurationDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| ([^|]*?) \\| (.+) \\|$");
    private static final Path ROOT = root();

    @Test
    void everySettingOfTheCodeIsDocumentedWithItsDefault() {
        Map<String, String> documented = documented();

        Map<String, String> undocumented = new TreeMap<>();
        assertThat(MappedSettings.in(ROOT)).hasSizeGreaterThan(50);
        MappedSettings.in(ROOT).forEach((variable, value) -> {
            if (!documented.containsKey(variable)
                    || !value.isEmpty() && !documented.get(variable).equals("`" + value + "`")) {
                undocumented.put(variable, value);
            }
        });

        assertThat(undocumented)
                .as("settings that docs/configuration.md lacks, or shows with another default")
                .isEmpty();
    }

    @Test
    void everyDocumentedSettingExists() throws IOException {
        Map<String, String> settings = MappedSettings.in(ROOT);
        String properties = Files.readString(ROOT.resolve("webhook-gateway/src/main/resources/application.properties"));
        String blueprint = Files.readString(
                ROOT.resolve("sandbox/local-stack/src/main/java/io/shopoms/sandbox/stack/Blueprint.java"));

        assertThat(documented().keySet())
                .allSatisfy(variable -> assertThat(settings.containsKey(variable)
                                // Of the framework, of a properties file, of the local stack.
                                || variable.startsWith("QUARKUS_")
                                || properties.contains("${"
                                        + variable.toLowerCase()
                                                .replace("shopoms_gateway_", "shopoms.gateway.")
                                                .replace('_', '-')
                                        + ":")
                                || blueprint.contains("\"" + variable + "\""))
                        .as(variable + " is read somewhere")
                        .isTrue());
    }

    private static Map<String, String> documented() {
        try {
            Map<String, String> rows = new TreeMap<>();
            ROW.matcher(Files.readString(ROOT.resolve("docs/configuration.md")).replace("\\|", "/"))
                    .results()
                    .forEach(row -> rows.put(row.group(1), row.group(2).strip()));
            assertThat(rows).hasSizeGreaterThan(50);
            return rows;
        } catch (IOException e) {
            throw new AssertionError("docs/configuration.md cannot be read", e);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("shopoms"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
