package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.RefundWish;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant whose accountant posts everything by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
@TestProfile(AccountingDraftsComponentTest.Drafts.class)
class AccountingDraftsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    ShopifySimulator shopify;

    public static final class Drafts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopoms.orders.invoices", "draft", "shopoms.orders.journals", "*=BNK1");
        }
    }

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
    }

    @Test
    void draftsAreMadeOnceAndLeftToTheAccountant() {
        // Given
        Order order = shopify.placeOrder(
                OrderDraft.parse("{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 3}], \"taxRate\": \"0.10\"}"));
        process(order);
        shopify.requests().clear();

        // When
        shopify.admin().refund(order.id(), RefundWish.ofLine("MUG-1", 1, "cancel"));
        process(order);
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        List<InvoiceView> documents = odoo.data().books().invoices().stream()
                .filter(document -> document.ref().equals(order.name()))
                .toList();
        assertThat(documents)
                .extracting(InvoiceView::type, InvoiceView::state)
                .containsExactlyInAnyOrder(tuple("out_invoice", "draft"), tuple("out_refund", "draft"));
        assertThat(odoo.data().books().payments()).isEmpty();
        assertThat(shopify.requests().total())
                .as("nobody asks how a draft was paid")
                .isZero();
    }

    private void process(Order order) {
        tables.receive(new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8));
        tables.processed(order.id());
    }
}
