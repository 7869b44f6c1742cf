package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every GraphQL document that a service sends, against Shopify's own schema. */
class DocumentsRealIT {

    @TestFactory
    Stream<DynamicTest> everyDocumentIsValidInTheRealSchemaAndUsesNothingDeprecated() {
        GraphQLSchema real = AdminSchemas.real();
        return Stream.concat(Documents.ofAllModules().stream(), Documents.ofTheSimulator().stream())
                .map(file -> DynamicTest.dynamicTest(name(file), file.toUri(), () -> {
                    String text = Documents.text(file);
                    assertThat(errors(real, text)).isEmpty();
                    assertThat(Documents.deprecations(real, Parser.parse(text))).isEmpty();
                }));
    }

    @Test
    void theDocumentsOfTheServicesAreFound() {
        assertThat(Documents.ofAllModules())
                .extracting(path -> path.getFileName().toString())
                .contains(
                        "orders_updated_since.graphql",
                        "orders_by_id.graphql",
                        "refund_by_id.graphql",
                        "fulfillment_create.graphql",
                        "products_updated_since.graphql",
                        "products_by_id.graphql");
    }

    @Test
    void whatIsInvalidOrDeprecatedIsFoundOut() {
        // Given
        GraphQLSchema real = AdminSchemas.real();

        // When
        List<String> removed = errors(real, "mutation { productVariantUpdate(input: {}) { userErrors { message } } }");
        List<String> deprecated =
                Documents.deprecations(real, Parser.parse("{ order(id: \"gid://shopify/Order/1\") { totalPrice } }"));

        // Then
        assertThat(removed).isNotEmpty();
        assertThat(deprecated).containsExactly("Order.totalPrice");
    }

    private static List<String> errors(GraphQLSchema schema, String text) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(text).build());
        return result.getErrors().stream().map(error -> error.getMessage()).toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
