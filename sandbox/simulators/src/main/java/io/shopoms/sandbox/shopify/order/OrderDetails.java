package io.shopoms.sandbox.shopify.order;

import java.util.List;
import java.util.Map;

/** What the merchant may change on an order besides its lines. Every value may be null or empty. */
public record OrderDetails(
        String email,
        String phone,
        String note,
        List<String> tags,
        Map<String, String> attributes,
        String poNumber,
        Address billingAddress,
        Address shippingAddress) {

    static OrderDetails of(OrderDraft draft) {
        return new OrderDetails(
                draft.email(),
                draft.phone(),
                draft.note(),
                draft.tags(),
                draft.attributes(),
                draft.poNumber(),
                draft.billingAddress(),
                draft.shippingAddress());
    }

    OrderDetails with(List<String> newTags) {
        return new OrderDetails(
                email, phone, note, List.copyOf(newTags), attributes, poNumber, billingAddress, shippingAddress);
    }

    /** Without anything that tells who the buyer is. */
    OrderDetails redacted() {
        return new OrderDetails(null, null, note, tags, attributes, poNumber, null, null);
    }

    OrderDetails with(OrderEdit edit) {
        return new OrderDetails(
                edit.email() == null ? email : edit.email(),
                edit.phone() == null ? phone : edit.phone(),
                edit.note() == null ? note : edit.note(),
                edit.tags() == null ? tags : List.copyOf(edit.tags()),
                attributes,
                edit.poNumber() == null ? poNumber : edit.poNumber(),
                edit.billingAddress() == null ? billingAddress : edit.billingAddress(),
                edit.shippingAddress() == null ? shippingAddress : edit.shippingAddress());
    }
}
