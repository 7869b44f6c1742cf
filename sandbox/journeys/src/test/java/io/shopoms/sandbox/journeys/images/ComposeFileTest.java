package io.shopoms.sandbox.journeys.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.images.ComposeFile.Repository;
import io.shopoms.sandbox.journeys.images.ComposeFile.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of {@code docker-compose.yml} without Docker. */
class ComposeFileTest {

    private static final ComposeFile FILE = ComposeFile.read();
    private static final Pattern ORDERS = Pattern.compile("\\| `(SHOPOMS_ORDERS_\\w+)` \\| (?:`([^`]*)`)? ");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?:(:?[-?])([^}]*))?\\}");

    @Test
    void everyServiceOfTheSuiteIsInIt() {
        assertThat(FILE.ours())
                .extracting(Service::name)
                .containsExactlyInAnyOrder(
                        "webhook-gateway",
                        "order-sync-service",
                        "catalog-sync-service",
                        "inventory-sync-service",
                        "fulfillment-sync-service",
                        "simulators");
        assertThat(FILE.services()).containsKeys("postgres", "rabbitmq");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void imagesAreNamedAfterTheServiceAndItsVersion(Service service) {
        assertThat(service.image()).isEqualTo("shopoms/" + service.name() + ":${SHOPOMS_VERSION:-latest}");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyVariableIsOneThatTheServiceReads(Service service) {
        assertThat(SettingNames.of(service.module()))
                .containsAll(service.environment().keySet());
    }

    @ParameterizedTest
    @MethodSource("all")
    void portsAreOpenToThisMachineOnly(Service service) {
        assertThat(service.ports()).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(service.all()).doesNotContainKey("network_mode");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverIsWaitedForHasAHealthCheck(Service service) {
        assertThat(service.dependencies()).allSatisfy((name, condition) -> {
            assertThat(condition).hasToString("{condition=service_healthy}");
            assertThat(FILE.services().get(name).healthCommand()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void memoryIsLimited(Service service) {
        assertThat(service.all()).containsKey("mem_limit");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void containersAreReadOnlyAndWithoutPrivileges(Service service) {
        assertThat(service.all()).containsEntry("read_only", true).containsKey("cap_drop");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theHealthCheckAsksAPortOfTheServiceWithACommandOfTheImage(Service service) {
        // Given
        Set<String> ports = service.ports().stream()
                .map(port -> port.substring(port.lastIndexOf(':') + 1))
                .collect(Collectors.toSet());

        // Then
        assertThat(service.healthCommand()).startsWith("CMD", "healthy");
        assertThat(ports).contains(service.healthCommand().get(2));
    }

    @Test
    void secretsHaveNoDefaults() {
        assertThat(variables())
                .filteredOn(variable -> variable.group(1).matches(".*(PASSWORD|SECRET|TOKEN|API_KEY).*"))
                .isNotEmpty()
                .allMatch(variable ->
                        variable.group(2).equals(":?") || variable.group(3).isEmpty());
    }

    @Test
    void theExampleEnvironmentNamesEveryVariableAndHoldsNoSecret() throws IOException {
        // Given
        String example = Files.readString(Repository.ROOT.resolve(".env.example"));
        Set<String> internal = Set.of("SHOPIFY_ADMIN_URL", "SHOPOMS_SYNC_STORE_ALLOW_PLAIN_HTTP");

        // Then
        assertThat(variables())
                .map(variable -> variable.group(1))
                .allSatisfy(name -> assertThat(internal.contains(name) || example.contains("\n" + name + "="))
                        .as(name)
                        .isTrue());
        assertThat(example.lines().filter(line -> line.matches("\\w*(PASSWORD|SECRET|TOKEN|API_KEY)=.*")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("="));
    }

    @Test
    void theSandboxEnvironmentSetsWhatTheFileAsksFor() throws IOException {
        // Given
        Set<String> set = Files.readAllLines(Repository.ROOT.resolve("docker/sandbox.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(HashSet::new));
        set.remove("COMPOSE_PROFILES");

        // Then
        assertThat(variables()).map(variable -> variable.group(1)).containsAll(set);
        assertThat(variables())
                .filteredOn(variable -> ":?".equals(variable.group(2)))
                .map(variable -> variable.group(1))
                .allMatch(set::contains);
    }

    @Test
    void whatAMerchantChoosesAboutOrdersReachesTheServiceWithTheDocumentedDefault() throws IOException {
        // Given
        String documented = Files.readString(Repository.ROOT.resolve("docs/configuration.md"));
        String example = Files.readString(Repository.ROOT.resolve(".env.example"));
        Set<String> tuning = Set.of(
                "SHOPOMS_ORDERS_REFERENCES_EXPIRE_AFTER",
                "SHOPOMS_ORDERS_BACKFILL_PAGE_SIZE",
                "SHOPOMS_ORDERS_LOOKBACK",
                "SHOPOMS_ORDERS_LOOKBACK_INTERVAL");
        List<MatchResult> choices = ORDERS.matcher(documented)
                .results()
                .filter(row -> !tuning.contains(row.group(1)))
                .toList();

        // Then
        assertThat(choices).hasSizeGreaterThan(12).allSatisfy(row -> {
            String value = row.group(2) == null ? "" : row.group(2);
            assertThat(FILE.text())
                    .containsPattern(row.group(1) + ": \\$\\{" + row.group(1) + ":?-" + Pattern.quote(value + "}"));
            assertThat(example).contains("\n" + row.group(1) + "=" + value + "\n");
        });
    }

    private static List<MatchResult> variables() {
        return VARIABLE.matcher(FILE.text()).results().toList();
    }

    static Stream<Service> ours() {
        return FILE.ours().stream();
    }

    static Stream<Service> all() {
        return FILE.services().values().stream();
    }
}
