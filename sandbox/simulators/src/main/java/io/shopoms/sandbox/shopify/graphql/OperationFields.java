package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.ProductOperation;

/** The fields of changes of products that go on after the answer. */
final class OperationFields {

    private OperationFields() {}

    static String typeName(ProductOperation operation) {
        return operation.kind() == ProductOperation.Kind.SET ? "ProductSetOperation" : "ProductDeleteOperation";
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(
                "ProductOperation",
                type -> type.typeResolver(
                        env -> env.getSchema().getObjectType(typeName((ProductOperation) env.getObject()))));
        common("ProductSetOperation")
                .field("userErrors", ProductOperation::errors)
                .addTo(wiring);
        common("ProductDeleteOperation")
                .field(
                        "userErrors",
                        each -> each.errors().stream().map(CatalogErrors::plain).toList())
                .field(
                        "deletedProductId",
                        each -> each.deletedProductId() == 0 ? null : Gid.of("Product", each.deletedProductId()))
                .addTo(wiring);
    }

    private static TypeFields<ProductOperation> common(String type) {
        return TypeFields.of(type, ProductOperation.class)
                .field("id", each -> Gid.of(type, each.id()))
                .field("status", ProductOperation::status)
                .field("product", ProductOperation::product);
    }
}
