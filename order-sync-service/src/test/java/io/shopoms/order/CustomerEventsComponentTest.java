package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.CustomerTables;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.PartnerView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Shopify tells of customers between their orders. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class CustomerEventsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static long last = 770_000;

    @Inject
    OrderTables tables;

    @Inject
    CustomerTables customers;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private long id;

    @BeforeEach
    void freshStart() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        id = ++last;
    }

    @Test
    void aCustomerWithoutAnOrderStaysOutOfOdoo() {
        // Given
        int before = odoo.data().partners().size();

        // When
        customers.changed(id, 1, "Ada", email(id), "+15550100001");

        // Then
        assertThat(customers.noteOf(id)).isEqualTo("no order yet");
        assertThat(odoo.data().partners()).hasSize(before);
    }

    @Test
    void aContactFollowsUntilPeopleChangeIt() {
        // Given
        ordered(id);
        customers.changed(id, 1, "Adele", email(id), "+15550100009");
        assertThat(customers.noteOf(id)).endsWith("name, phone written");
        PartnerView followed = contact(id);

        // When
        odoo.data()
                .call("res.partner", "write", Map.of("ids", List.of(followed.id()), "vals", Map.of("name", "Dr Ada")));
        customers.changed(id, 2, "Adelaide", email(id), "+15550100010");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(customers.noteOf(id)).contains("kept as people changed it"));

        // Then
        assertThat(followed.name()).isEqualTo("Adele Example");
        assertThat(followed.phone()).isEqualTo("+15550100009");
        assertThat(contact(id).name()).isEqualTo("Dr Ada");
        assertThat(contact(id).phone()).isEqualTo("+15550100010");
    }

    @Test
    void aCustomerWhoChangedBeforeTheOrderWasPlacedIsFollowedAfterIt() {
        // Given
        customers.changed(id, 1, "Adele", email(id), "+15550100009");
        assertThat(customers.noteOf(id)).isEqualTo("no order yet");

        // When
        ordered(id);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(contact(id).name()).isEqualTo("Adele Example"));
    }

    @Test
    void aContactThatWasThereBeforeIsPeoplesOwn() {
        // Given
        odoo.data().contact(Map.of("name", "A. Example", "email", email(id)));
        ordered(id);

        // When
        customers.changed(id, 1, "Adele", email(id), "+15550100009");

        // Then
        assertThat(customers.noteOf(id)).endsWith("was in Odoo before shopOMS: people keep it");
        assertThat(contact(id).name()).isEqualTo("A. Example");
    }

    @Test
    void aDeletedCustomerKeepsTheContact() {
        // Given
        ordered(id);

        // When
        customers.deleted(id);

        // Then
        assertThat(customers.noteOf(id)).startsWith("deleted in Shopify");
        assertThat(contact(id).name()).isEqualTo("Ada Example");
    }

    @Test
    void afterAMergeBothAreTheContactOfTheOneWhoWasKept() {
        // Given
        long gone = id;
        long kept = ++last;
        ordered(gone);
        ordered(kept);
        customers.merged(gone, kept, "failed");
        assertThat(customers.noteOfMerge(gone)).contains("not completed");

        // When
        customers.merged(gone, kept, "completed");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(customers.noteOfMerge(gone)).contains("people may merge the two"));

        // Then
        assertThat(tables.customer("customer:" + gone))
                .isEqualTo("merged " + contact(kept).id());
        assertThat(contact(gone).name()).isEqualTo("Ada Example");
    }

    @Test
    void theOneWhoWasKeptTakesOverTheOnlyContact() {
        // Given
        long gone = id;
        ordered(gone);

        // When
        customers.merged(gone, gone + 500_000, "completed");

        // Then
        assertThat(customers.noteOfMerge(gone)).contains("now stands for the customer who was kept");
        assertThat(tables.customer("customer:" + (gone + 500_000)))
                .isEqualTo("merged " + contact(gone).id());
    }

    private void ordered(long customer) {
        tables.receive(RecordedOrders.changed(RecordedOrders.webhook("two-lines-taxed-shipping"), payload -> {
            payload.put("id", customer).put("name", "#" + customer).put("email", email(customer));
            payload.withArray("line_items").forEach(line -> ((ObjectNode) line).put("id", ++last * 7));
            payload.withArray("shipping_lines").forEach(line -> ((ObjectNode) line).put("id", ++last * 7));
            ((ObjectNode) payload.get("customer")).put("id", customer).put("email", email(customer));
        }));
        tables.processed(customer);
    }

    private static String email(long customer) {
        return "customer" + customer + "@example.com";
    }

    private PartnerView contact(long customer) {
        List<PartnerView> contacts = odoo.data().partners().stream()
                .filter(partner -> partner.email().equals(email(customer)))
                .toList();
        assertThat(contacts).hasSize(1);
        return contacts.get(0);
    }
}
