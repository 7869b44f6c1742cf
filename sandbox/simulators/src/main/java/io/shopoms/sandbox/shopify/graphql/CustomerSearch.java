package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.Customer;
import java.time.ZoneId;
import java.util.function.Predicate;

/** The {@code query} argument of {@code customers}. */
final class CustomerSearch {

    private final SearchTerms terms;

    CustomerSearch(ZoneId zone) {
        this.terms = new SearchTerms(zone);
    }

    Predicate<Customer> parse(String query) {
        return terms.parse(query, this::term);
    }

    private Predicate<Customer> term(String field, String operator, String value) {
        return switch (field) {
            case "updated_at" -> terms.time(operator, value, Customer::updatedAt);
            case "created_at", "customer_date" -> terms.time(operator, value, Customer::createdAt);
            case "id" -> SearchTerms.number(operator, value, Customer::id);
            case "email" -> customer -> value.equalsIgnoreCase(customer.email());
            case "phone" -> customer -> value.equals(customer.phone());
            case "tag" -> customer -> customer.tags().contains(value);
            default -> throw SearchTerms.notUnderstood(field);
        };
    }
}
