package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sync.failure.SyncFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerJsonTest {

    @Test
    void aCustomerIsRead() {
        // When
        CustomerRecord record = CustomerJson.customer("""
                {"id": 706405506930370084, "updated_at": "2026-11-21T05:00:00-05:00", "first_name": "Ada",
                 "last_name": null, "email": " ada@example.com ", "phone": ""}""");

        // Then
        assertThat(record.id()).hasToString("706405506930370084");
        assertThat(record.updatedAt().orElseThrow()).hasToString("2026-11-21T10:00:00Z");
        assertThat(record.customer().personName()).isEqualTo("Ada");
        assertThat(record.customer().email()).contains("ada@example.com");
        assertThat(record.customer().phone()).isEmpty();
        assertThat(record.isDeleted()).isFalse();
    }

    @Test
    void aDeletedCustomerIsANumber() {
        assertThat(CustomerJson.customer("{\"id\": 7, \"tax_exemptions\": []}").isDeleted())
                .isTrue();
    }

    @Test
    void aMergeNamesBothCustomers() {
        // When
        CustomerMerge merge = CustomerJson.merge("""
                {"admin_graphql_api_customer_kept_id": "gid://shopify/Customer/1",
                 "admin_graphql_api_customer_deleted_id": "gid://shopify/Customer/2", "status": "COMPLETED"}""");

        // Then
        assertThat(merge.kept().value()).isEqualTo(1);
        assertThat(merge.deleted().value()).isEqualTo(2);
        assertThat(merge.completed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"id\": \"secret@example.com\"}",
                "{\"id\": 1, \"updated_at\": \"secret@example.com\"}"
            })
    void whatIsNotUnderstoodIsNamedWithoutItsText(String raw) {
        assertThatThrownBy(() -> CustomerJson.customer(raw))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageNotContaining("secret");
    }
}
