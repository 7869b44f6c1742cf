package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.mapping.ContactChange.Present;
import io.shopoms.order.shopify.Customer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactChangeTest {

    private static final Present MADE = new Present("Ada Example", "ada@example.com", "");
    private static final WrittenContact WRITTEN = WrittenContact.of("Ada Example", "ada@example.com", "");

    @Test
    void whatOdooStillHasAsItWasWrittenFollowsShopify() {
        // When
        ContactChange change = ContactChange.between(MADE, customer("Ada", "new@example.com", "+15550100002"), WRITTEN);

        // Then
        assertThat(change.values()).isEqualTo(Map.of("email", "new@example.com", "phone", "+15550100002"));
        assertThat(change.written()).isEqualTo(WrittenContact.of("Ada Example", "new@example.com", "+15550100002"));
        assertThat(change.kept()).isEmpty();
    }

    @Test
    void whatPeopleChangedStays() {
        // Given
        Present corrected = new Present("Dr Ada Example", "ada@example.com", "0555 1");

        // When
        ContactChange change =
                ContactChange.between(corrected, customer("Eda", "new@example.com", "+15550100002"), WRITTEN);

        // Then
        assertThat(change.values()).containsOnlyKeys("email");
        assertThat(change.kept()).containsExactly("name", "phone");
        assertThat(change.written().name()).isEqualTo(WRITTEN.name());
    }

    @Test
    void whatShopifyDoesNotTellChangesNothing() {
        // When
        ContactChange change = ContactChange.between(
                MADE,
                new Customer(new ShopifyId(1), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                WRITTEN);

        // Then
        assertThat(change.values()).isEmpty();
        assertThat(change.written()).isEqualTo(WRITTEN);
    }

    @Test
    void whatWasWrittenBeforeACrashCountsAsWritten() {
        // Given
        Present alreadyThere = new Present("Ada Example", "new@example.com", "");

        // When
        ContactChange change = ContactChange.between(alreadyThere, customer("Ada", "new@example.com", ""), WRITTEN);

        // Then
        assertThat(change.values()).isEmpty();
        assertThat(change.kept()).isEmpty();
        assertThat(change.written().email())
                .isEqualTo(WrittenContact.of("", "new@example.com", "").email());
    }

    private static Customer customer(String firstName, String email, String phone) {
        return new Customer(
                new ShopifyId(1),
                Optional.of(firstName),
                Optional.of("Example"),
                Optional.of(email).filter(text -> !text.isEmpty()),
                Optional.of(phone).filter(text -> !text.isEmpty()));
    }
}
