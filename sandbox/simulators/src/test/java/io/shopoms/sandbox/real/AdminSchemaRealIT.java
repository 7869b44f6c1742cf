package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulated Admin API against Shopify's own schema. */
class AdminSchemaRealIT {

    @Test
    void theSimulatedSchemaIsAPartOfTheRealOne() {
        // Given
        GraphQLSchema real = AdminSchemas.real();

        // When
        List<String> differences = SchemaDifferences.of(AdminSchemas.simulated(), real);

        // Then
        assertThat(differences).isEmpty();
        assertThat(real.getAllTypesAsList()).hasSizeGreaterThan(3_000);
    }

    @Test
    void aSchemaThatInventsThingsIsFoundOut() {
        // Given
        GraphQLSchema invented = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                        schema { query: QueryRoot }
                        type QueryRoot { order(id: ID): Order  shop: Shop! }
                        type Order { id: ID!  colour: String  name: Int!  totalPrice: String! }
                        type Shop { id: ID! }
                        type Unicorn { id: ID! }
                        enum OrderCancelReason { CUSTOMER BOREDOM }
                        """));

        // When
        List<String> differences = SchemaDifferences.of(invented, AdminSchemas.real());

        // Then
        assertThat(differences)
                .contains(
                        "no field Order.colour",
                        "Order.name is Int!, should be String!",
                        "Order.totalPrice is deprecated",
                        "QueryRoot.order(id) is ID, should be ID!",
                        "no type Unicorn",
                        "no value OrderCancelReason.BOREDOM");
    }
}
