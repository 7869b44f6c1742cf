package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.PartnerView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom orders are for in Odoo. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class CustomersComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Each test has orders and people of its own: Odoo keeps what earlier tests made. */
    private static long last = 880_000;

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private long id;
    private String email;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        id = ++last;
        email = "person" + id + "@example.com";
    }

    @Test
    void aNewCustomerIsOneContactWithTheAddress() {
        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.externalId()).isEqualTo("__shopify__.acme_customer_" + id);
            assertThat(contact.street()).isEqualTo("12 Sample Street");
            assertThat(contact.state()).isEqualTo("CA");
            assertThat(tables.customer("customer:" + id)).isEqualTo("created " + contact.id());
            assertThat(odoo.data().partners())
                    .filteredOn(child -> Long.valueOf(contact.id()).equals(child.parentId()))
                    .isEmpty();
        });
    }

    @Test
    void aContactThatOdooHasIsRecognisedByEmailAndLeftAsItIs() {
        // Given
        long known = odoo.data()
                .contact(Map.of("name", "A. Example (VIP)", "email", email.toUpperCase(), "street", "Old Street 1"));

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(tables.customer("customer:" + id)).isEqualTo("email " + known);
        assertThat(tables.seen(id).note()).contains("customer is contact " + known + " by e-mail");
        assertThat(contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.name()).isEqualTo("A. Example (VIP)");
            assertThat(contact.street()).isEqualTo("Old Street 1");
        });
        assertThat(children(known))
                .extracting(PartnerView::street, PartnerView::type)
                .containsExactly(tuple("12 Sample Street", "delivery"));
    }

    @Test
    void betweenTwoContactsWithTheEmailNobodyGuesses() {
        // Given
        odoo.data().contact(Map.of("name", "One", "email", email));
        odoo.data().contact(Map.of("name", "Two", "email", email));

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(contacts()).hasSize(3);
        assertThat(tables.customer("customer:" + id)).startsWith("created");
        assertThat(tables.seen(id).note()).contains("have the customer's e-mail: a new one was made");
    }

    @Test
    void colleaguesSuppliersChildrenAndTheArchivedAreNoCustomers() {
        // Given
        odoo.data().contact(Map.of("name", "Colleague", "email", email, "partner_share", false));
        odoo.data().contact(Map.of("name", "Supplier", "email", email, "supplier_rank", 3));
        odoo.data().contact(Map.of("name", "Archived", "email", email, "active", false));
        long parent = odoo.data().contact(Map.of("name", "Parent", "is_company", true));
        odoo.data().contact(Map.of("name", "Child", "email", email, "parent_id", parent));

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(tables.customer("customer:" + id)).startsWith("created");
        assertThat(tables.seen(id).note()).doesNotContain("a new one was made");
    }

    @Test
    void twoGuestOrdersWithOneEmailAreOneContactAndTheAccountTakesItOver() {
        // Given
        long first = id;
        tables.receive(order(payload -> payload.putNull("customer")));
        tables.processed(first);
        id = ++last;
        long second = id;
        tables.receive(order(payload -> payload.putNull("customer").put("email", " " + email.toUpperCase())));
        tables.processed(second);

        // When
        id = ++last;
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(contacts()).hasSize(1);
        assertThat(tables.customer("customer:" + id))
                .isEqualTo("guest " + contacts().get(0).id());
        assertThat(List.of(first, second, id))
                .extracting(order -> odoo.data().orders("#" + order).get(0).shippingAddress())
                .containsOnly(contacts().get(0).name());
    }

    @Test
    void anOrderWhoseGuestBecomesACustomerKeepsItsContact() {
        // Given
        tables.receive(order(payload -> payload.putNull("customer")));
        tables.processed(id);

        // When
        tables.receive(later(order(payload -> payload.put("note", "has an account now"))));
        tables.processed(id);

        // Then
        assertThat(contacts()).hasSize(1);
        assertThat(tables.customer("customer:" + id)).startsWith("guest ");
        assertThat(tables.seen(id).note()).doesNotContain("addresses");
    }

    @Test
    void guestsWithANobodysEmailAreNotMixedUp() {
        // Given
        String nobody = "noreply" + "@example.com";
        tables.receive(order(payload -> payload.putNull("customer").put("email", nobody)));
        tables.processed(id);
        long before = odoo.data().partners().size();

        // When
        id = ++last;
        tables.receive(order(payload -> payload.putNull("customer").put("email", nobody)));
        tables.processed(id);

        // Then
        assertThat(odoo.data().partners()).hasSize((int) before + 1);
    }

    @Test
    void aContactThatWasDeletedIsMadeAgain() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        long customer = id;
        long deleted = contacts().get(0).id();
        Map<String, Object> sale =
                Map.of("ids", List.of(odoo.data().orders("#" + id).get(0).id()));
        odoo.data().call("sale.order", "action_cancel", sale);
        odoo.data().call("sale.order", "unlink", sale);
        odoo.data().call("res.partner", "unlink", Map.of("ids", List.of(deleted)));

        // When
        id = ++last;
        tables.receive(order(payload -> ((ObjectNode) payload.get("customer")).put("id", customer)));
        tables.processed(id);

        // Then
        assertThat(contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.id()).isNotEqualTo(deleted));
        assertThat(tables.customer("customer:" + customer))
                .isEqualTo("created " + contacts().get(0).id());
    }

    @Test
    void thePeopleOfFiftyOrdersCostThreeCalls() {
        // Given
        List<String> webhooks = new ArrayList<>();
        long first = id;
        for (int i = 0; i < 50; i++) {
            email = "person" + id + "@example.com";
            webhooks.add(order(payload -> {}));
            id = ++last;
        }
        odoo.requests().clear();

        // When
        tables.receive(webhooks);
        tables.processed(LongStream.range(first, first + 50).toArray());

        // Then
        assertThat(odoo.requests().count("res.partner/search_read")
                        + odoo.requests().count("res.partner/load")
                        + odoo.requests().count("res.partner/read"))
                .isLessThanOrEqualTo(6);
    }

    // --- steps

    private String order(Consumer<ObjectNode> change) {
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("id", id).put("name", "#" + id).put("email", email);
        ((ObjectNode) payload.withArray("line_items").get(0)).put("id", id * 10 + 1);
        ((ObjectNode) payload.withArray("line_items").get(1)).put("id", id * 10 + 2);
        ((ObjectNode) payload.withArray("shipping_lines").get(0)).put("id", id * 10);
        ((ObjectNode) payload.get("customer")).put("id", id).put("email", email);
        change.accept(payload);
        return payload.toString();
    }

    private static String later(String webhook) {
        return RecordedOrders.changed(
                webhook,
                payload -> payload.put(
                        "updated_at",
                        OffsetDateTime.parse(payload.get("updated_at").asText())
                                .plusMinutes(5)
                                .toString()));
    }

    private List<PartnerView> contacts() {
        return odoo.data().partners().stream()
                .filter(partner -> partner.email().strip().equalsIgnoreCase(email))
                .toList();
    }

    private List<PartnerView> children(long partner) {
        return odoo.data().partners().stream()
                .filter(child -> child.parentId() != null && child.parentId() == partner)
                .toList();
    }
}
