package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.CustomerTables;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RealOdoo;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Whom orders are for in a real Odoo. Every run makes people of its own and leaves them there. */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdoo.class)
class CustomerRealIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String SKU = "CUSTOMERS-1";

    private static long last = Instant.now().getEpochSecond() * 1000;

    @Inject
    OrderTables tables;

    @Inject
    CustomerTables customers;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    private OdooClient odoo;
    private long id;
    private String email;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo = clients.of(stores.find(OrderTables.SHOP).orElseThrow());
        odoo.createAbsent(new Load(
                        "product.product",
                        List.of("id", "name", "default_code", "type"),
                        List.of(List.of("__shopify__.acme_item_customers", "Item of customers' tests", SKU, "consu"))))
                .await()
                .atMost(LIMIT);
        last += 1000;
        id = last;
        email = "person" + id + "@example.com";
    }

    @Test
    void aContactIsRecognisedByEmailWhateverItsCase() {
        // Given
        long known = contact(Map.of("name", "Known by e-mail", "email", "Person" + id + "@EXAMPLE.com"));

        // When
        placed(payload -> {});

        // Then
        assertThat(tables.customer("customer:" + id)).isEqualTo("email " + known);
        assertThat(children(known))
                .singleElement()
                .satisfies(child -> assertThat(child.path("type").asText()).isEqualTo("delivery"));
    }

    @Test
    void aContactIsRecognisedByPhoneHoweverItIsTyped() {
        // Given
        String line = String.valueOf(1_000_000 + id / 1000 % 9_000_000).substring(0, 7);
        String national = "(202) " + line.substring(0, 3).replace('0', '5').replace('1', '5') + "-" + line.substring(3);
        String digits = "202" + national.replaceAll("[^0-9]", "").substring(3);
        long known = contact(Map.of("name", "Known by phone", "phone", national));

        // When
        placed(payload -> {
            payload.put("phone", "+1" + digits);
            ((ObjectNode) payload.get("customer")).put("phone", "+1" + digits);
        });

        // Then
        assertThat(tables.customer("customer:" + id)).isEqualTo("phone " + known);
    }

    @Test
    void betweenTwoContactsNobodyGuesses() {
        // Given
        contact(Map.of("name", "One", "email", email));
        contact(Map.of("name", "Two", "email", email));

        // When
        placed(payload -> {});

        // Then
        assertThat(tables.customer("customer:" + id)).startsWith("created");
    }

    @Test
    void guestsOfOneEmailAreOneContactThatTheAccountTakesOver() {
        // Given
        placed(payload -> payload.putNull("customer"));
        id++;
        placed(payload -> payload.putNull("customer"));

        // When
        id++;
        placed(payload -> {});

        // Then
        List<JsonNode> contacts = contacts();
        assertThat(contacts).hasSize(1);
        assertThat(tables.customer("customer:" + id))
                .isEqualTo("guest " + contacts.get(0).path("id").asLong());
        assertThat(contacts.get(0).path("street").asText()).isEqualTo("12 Sample Street");
        assertThat(children(contacts.get(0).path("id").asLong())).isEmpty();
    }

    @Test
    void aCompanyHasItsContactAndItsAddresses() {
        // When
        placed(payload -> {
            payload.putObject("company").put("id", id).put("location_id", id + 1);
            ((ObjectNode) payload.get("shipping_address")).put("company", "Sample Works " + id);
        });

        // Then
        long company = Long.parseLong(tables.customer("company:" + id).replace("created ", ""));
        assertThat(children(company))
                .extracting(child -> child.path("type").asText())
                .contains("contact", "delivery");
        assertThat(read(company).path("is_company").asBoolean()).isTrue();
        assertThat(read(company).path("name").asText()).isEqualTo("Sample Works " + id);
    }

    @Test
    void aContactFollowsItsCustomerAndIsForgottenOnRequest() {
        // Given
        placed(payload -> {});
        long contact = contacts().get(0).path("id").asLong();

        // When
        customers.changed(id, 1, "Adele", email, "+12025550143");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(customers.noteOf(id)).contains("written"));
        String name = read(contact).path("name").asText();
        long request = customers.toBeForgotten(id, email, id);

        // Then
        assertThat(name).isEqualTo("Adele Example");
        assertThat(customers.failureOfRequest(request)).contains("not delivered");
        assertThat(tables.raw(id)).doesNotContain(email);
    }

    private void placed(Consumer<ObjectNode> change) {
        tables.receive(RecordedOrders.changed(RecordedOrders.webhook("two-lines-taxed-shipping"), payload -> {
            payload.put("id", id).put("name", "#" + id).put("email", email);
            payload.withArray("line_items")
                    .forEach(line -> ((ObjectNode) line).put("id", ++last * 7).put("sku", SKU));
            payload.withArray("shipping_lines").forEach(line -> ((ObjectNode) line).put("id", ++last * 7));
            ((ObjectNode) payload.get("customer")).put("id", id).put("email", email);
            change.accept(payload);
        }));
        tables.processed(id);
    }

    private long contact(Map<String, String> values) {
        ObjectNode arguments = JsonBodies.object();
        ObjectNode fields = arguments.putArray("vals_list").addObject();
        values.forEach(fields::put);
        return odoo.call("res.partner", "create", arguments)
                .await()
                .atMost(LIMIT)
                .path(0)
                .asLong();
    }

    private List<JsonNode> contacts() {
        return odoo.searchRead(
                        "res.partner",
                        Domain.where("email_normalized", "=", email),
                        List.of("name", "street", "phone"),
                        "",
                        0)
                .await()
                .atMost(LIMIT);
    }

    private List<JsonNode> children(long parent) {
        return odoo.searchRead("res.partner", Domain.where("parent_id", "=", parent), List.of("type", "street"), "", 0)
                .await()
                .atMost(LIMIT);
    }

    private JsonNode read(long contact) {
        return odoo.read("res.partner", List.of(contact), List.of("name", "is_company"))
                .await()
                .atMost(LIMIT)
                .get(0);
    }
}
