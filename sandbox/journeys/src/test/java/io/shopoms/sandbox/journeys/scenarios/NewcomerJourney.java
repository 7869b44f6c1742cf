package io.shopoms.sandbox.journeys.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Checkout;
import io.shopoms.sandbox.journeys.fixtures.JsonHttp;
import io.shopoms.sandbox.journeys.fixtures.ShopomsCommand;
import io.shopoms.sandbox.journeys.fixtures.ShopomsCommand.Result;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./shopoms} as a newcomer meets it. */
@Order(OrderOf.OWN_STACK)
final class NewcomerJourney {

    /** Of the part that is checked first. */
    private static final int FIRST_PORT = 25_432;

    private final Path folder = Checkout.freshFolder("command-line");
    private final ShopomsCommand shopoms = new ShopomsCommand(folder);

    @Test
    void theDemoShowsEveryStageAndLeavesAStackThatDownStops() throws IOException {
        // Given
        String stack = folder.resolve("demo").toString();

        // When
        Result demo = shopoms.run("demo", "--free-ports", "--dir", stack);
        Result status = shopoms.run("status", "--json", "--dir", stack);
        Result down = shopoms.run("down", "--dir", stack);
        Result after = shopoms.run("status", "--json", "--dir", stack);

        // Then
        assertThat(demo.exitCode()).as(demo.output() + demo.errors()).isZero();
        assertThat(demo.output())
                .containsSubsequence(
                        "stack ready",
                        "order placed",
                        "webhook accepted",
                        "order cached",
                        "order in Odoo",
                        "62.37",
                        "record processed",
                        "delivery ready",
                        "shipped in Odoo",
                        "fulfilled in Shopify",
                        "http://127.0.0.1:");
        assertIsForScripts(status);
        assertThat(down.exitCode()).as(down.errors()).isZero();
        assertThat(states(after)).containsOnly("down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fly", "up --wrong", "status json", "demo extra", "logs -f", "up --dir"})
    void wrongArgumentsShowTheUsageAndEndWithTwo(String line) {
        // When
        Result result = shopoms.run(line.isEmpty() ? new String[0] : line.split(" "));

        // Then
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors()).contains("usage: ./shopoms");
    }

    @Test
    void aTakenPortIsToldInOneLine() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket()) {
            take(taken);

            // When
            Result result = shopoms.run(
                    "up", "--detach", "--dir", folder.resolve("taken").toString());

            // Then
            assertThat(result.exitCode()).isEqualTo(1);
            List<String> said = result.errors()
                    .lines()
                    .filter(line -> line.startsWith("shopoms:"))
                    .toList();
            assertThat(said).singleElement().asString().contains(String.valueOf(FIRST_PORT), "taken");
        }
    }

    private static void take(ServerSocket socket) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), FIRST_PORT));
        } catch (BindException e) {
            assertThat(socket.isBound())
                    .as("somebody else has it: taken just as well")
                    .isFalse();
        }
    }

    private static void assertIsForScripts(Result status) throws IOException {
        assertThat(status.exitCode()).as(status.errors()).isZero();
        JsonNode json = JsonHttp.MAPPER.readTree(status.output());
        assertThat(fields(json))
                .containsExactlyInAnyOrder("parts", "jdbcUrl", "amqpUrl", "operatorToken", "shopify", "odoo");
        assertThat(fields(json.path("shopify")))
                .containsExactlyInAnyOrder("adminUrl", "shopDomain", "accessToken", "webhookSecret", "apiVersion");
        assertThat(fields(json.path("odoo"))).containsExactlyInAnyOrder("url", "database", "apiKey");
        assertThat(json.path("parts")).allSatisfy(part -> {
            assertThat(fields(part)).containsExactlyInAnyOrder("name", "pid", "url", "state");
            assertThat(part.path("state").asText()).isEqualTo("ready");
            assertThat(part.path("pid").isIntegralNumber()).isTrue();
        });
        assertThat(json.path("parts"))
                .extracting(part -> part.path("name").asText())
                .contains(
                        "webhook-gateway", "order-sync-service", "inventory-sync-service", "fulfillment-sync-service");
        assertThat(json.path("jdbcUrl").asText()).startsWith("jdbc:postgresql://");
        assertThat(json.path("amqpUrl").asText()).startsWith("amqp://");
    }

    private static List<String> states(Result status) throws IOException {
        return StreamSupport.stream(
                        JsonHttp.MAPPER.readTree(status.output()).path("parts").spliterator(), false)
                .map(part -> part.path("state").asText())
                .toList();
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
