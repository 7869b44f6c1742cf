package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the services send, the simulated Admin API must understand. */
class SimulatedDocumentsTest {

    @TestFactory
    Stream<DynamicTest> everyDocumentOfTheServicesIsValidInTheSimulatedSchema() {
        GraphQLSchema simulated = AdminSchemas.simulated();
        return Documents.ofAllModules().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
                    ExecutionInput input = ExecutionInput.newExecutionInput(Documents.text(file))
                            .build();
                    assertThat(ParseAndValidate.parseAndValidate(simulated, input)
                                    .getErrors())
                            .isEmpty();
                }));
    }
}
