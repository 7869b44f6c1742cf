package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Company;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.Order;

/** The fields of those who order for a company. */
final class CompanyFields {

    /** A company with the person who ordered for it; null where protected data is withheld. */
    record Buyer(Company company, Customer customer) {}

    private CompanyFields() {}

    /** A {@link Buyer} or a {@link Customer}; null for neither. */
    static Object purchasingEntity(Order order) {
        Customer customer = order.customer().orElse(null);
        return order.company()
                .<Object>map(company -> new Buyer(company, customer))
                .orElse(customer);
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(
                "PurchasingEntity",
                type -> type.typeResolver(env -> env.getSchema()
                        .getObjectType(env.getObject() instanceof Buyer ? "PurchasingCompany" : "Customer")));
        TypeFields.of("PurchasingCompany", Buyer.class)
                .field("company", Buyer::company)
                .field("contact", each -> each.customer() == null ? null : each)
                .field("location", Buyer::company)
                .addTo(wiring);
        TypeFields.of("Company", Company.class)
                .field("id", each -> Gid.of("Company", each.id()))
                .field("name", Company::name)
                .field("externalId", Company::externalId)
                .field("createdAt", Company::createdAt)
                .addTo(wiring);
        TypeFields.of("CompanyLocation", Company.class)
                .field("id", each -> Gid.of("CompanyLocation", each.locationId()))
                .field("name", Company::locationName)
                .field("company", each -> each)
                .field("createdAt", Company::createdAt)
                .addTo(wiring);
        TypeFields.of("CompanyContact", Buyer.class)
                .field("id", each -> Gid.of("CompanyContact", each.company().contactId()))
                .field("company", Buyer::company)
                .field("customer", Buyer::customer)
                .addTo(wiring);
    }
}
