package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerDeskTest {

    private final ShopFixture store = new ShopFixture();

    @Test
    void aBuyerIsAnnouncedOnceAndKnownAgain() {
        // When
        Customer first = store.place("{}").customer().orElseThrow();
        Order second = store.place("{}");

        // Then
        assertThat(second.customer()).containsSame(first);
        assertThat(store.lastTopics()).doesNotContain("customers/create");
    }

    @Test
    void whatAChangeDoesNotNameStaysAsItIs() {
        // Given
        Customer customer =
                store.place("{\"phone\":\"+12125550100\"}").customer().orElseThrow();
        store.pass(Duration.ofSeconds(5));

        // When
        store.customers.update(
                customer, new CustomerProfile(null, null, "Grace", null, null, List.of("vip"), null, null));

        // Then
        assertThat(customer.firstName()).isEqualTo("Grace");
        assertThat(customer.phone()).isEqualTo("+12125550100");
        assertThat(customer.tags()).containsExactly("vip");
        assertThat(customer.updatedAt()).isAfter(customer.createdAt());
        assertThat(store.lastTopics()).containsExactly("customers/update");
    }

    @Test
    void aMergedCustomersOrdersBelongToTheOneThatIsKept() {
        // Given
        Customer kept = store.place("{\"email\":\"a@example.com\"}").customer().orElseThrow();
        Order order = store.place("{\"email\":\"b@example.com\"}");
        Customer gone = order.customer().orElseThrow();

        // When
        store.customers.merge(kept, gone);

        // Then
        assertThat(order.customer()).containsSame(kept);
        assertThat(store.shop.customers()).containsExactly(kept);
        assertThat(store.lastTopics()).containsExactly("customers/merge");
        assertThatThrownBy(() -> store.customers.merge(kept, kept)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRedactedCustomerIsNobodyAlsoOnOrders() {
        // Given
        Order order = store.place("{}");
        Customer customer = order.customer().orElseThrow();

        // When
        store.customers.redact(customer);

        // Then
        CustomerDesk.Redaction told = (CustomerDesk.Redaction)
                store.changes.get(store.changes.size() - 1).events().get(0).about();
        assertThat(told.email()).isEqualTo("ada@example.com");
        assertThat(told.orders()).containsExactly(order.id());
        assertThat(customer.email()).isNull();
        assertThat(order.details().shippingAddress()).isNull();
        assertThatThrownBy(() -> store.customers.delete(customer)).hasMessageContaining("with orders");
    }
}
