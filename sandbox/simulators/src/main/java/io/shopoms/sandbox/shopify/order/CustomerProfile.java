package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the shop knows of a buyer. As the body of {@code POST /control/customers/{id}} every value may be left out, and
 * stays as it is.
 *
 * @param address the default address
 */
public record CustomerProfile(
        String email,
        String phone,
        String firstName,
        String lastName,
        String note,
        List<String> tags,
        Boolean taxExempt,
        Address address) {

    public CustomerProfile {
        tags = tags == null ? null : List.copyOf(tags);
    }

    static CustomerProfile of(OrderDraft draft) {
        Address address = draft.billingAddress();
        return new CustomerProfile(
                draft.email(),
                draft.phone(),
                address == null ? null : address.firstName(),
                address == null ? null : address.lastName(),
                null,
                List.of(),
                draft.taxExempt(),
                address);
    }

    /** @throws IllegalArgumentException naming the field that is unknown or wrong */
    public static CustomerProfile from(JsonNode json) {
        return Drafts.read(json, CustomerProfile.class);
    }

    /** This profile, with everything that the change names. */
    CustomerProfile with(CustomerProfile change) {
        return new CustomerProfile(
                change.email == null ? email : change.email,
                change.phone == null ? phone : change.phone,
                change.firstName == null ? firstName : change.firstName,
                change.lastName == null ? lastName : change.lastName,
                change.note == null ? note : change.note,
                change.tags == null ? tags : change.tags,
                change.taxExempt == null ? taxExempt : change.taxExempt,
                change.address == null ? address : change.address);
    }
}
