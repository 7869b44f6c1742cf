package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The account behind an order, as the order carries it. */
public record Customer(
        ShopifyId id,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> phone) {

    /** First and last name, as far as known; may be empty. */
    public String personName() {
        return Stream.of(firstName, lastName).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
