package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphqlDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query Shop{shop{id}}",
                "{shop{id}}",
                "query ($a: X = {b: 1}) { mutation: orders { id } }",
                "# mutation is only a word here\nquery Q { a(text: \"mutation\") }",
                "fragment F on Order { id } query Q { order { ...F } }",
                "query A{a} query B{b}"
            })
    void queriesMayBeSentAgain(String text) {
        assertThat(new GraphqlDocument("x", text).repeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation FulfillmentCreate($f: F!){fulfillmentCreate(f: $f){userErrors{message}}}",
                "mutation M { a(note: \"@idempotent\") { id } }",
                "# @idempotent\nmutation M { a { id } }",
                "mutation M { a @idempotently { id } }",
                "fragment F on Order { id } mutation M { order { ...F } }",
                "query A{a} mutation B{b}",
                "subscription S { a }",
                "",
                "not a document"
            })
    void anythingElseIsNotSentAgainUnlessItCarriesAKey(String text) {
        assertThat(new GraphqlDocument("x", text).repeatable()).isFalse();
    }

    @Test
    void mutationWithAKeyMayBeSentAgain() {
        String text = "mutation InventorySet($input: I!, $key: String!){\n"
                + "inventorySetQuantities(input: $input) @idempotent(key: $key){userErrors{code}}}";

        assertThat(new GraphqlDocument("inventory_set", text).repeatable()).isTrue();
    }

    @Test
    void operationIsNamedByTheDocument() {
        assertThat(new GraphqlDocument("x", "query OrderById($id: ID!){order(id: $id){id}}").operationName())
                .contains("OrderById");
        assertThat(new GraphqlDocument("x", "query ($id: ID!){order(id: $id){id}}").operationName())
                .isEmpty();
        assertThat(new GraphqlDocument("x", "{shop{id}}").operationName()).isEmpty();
    }

    @Test
    void documentIsReadFromTheClassPath() {
        GraphqlDocument document = GraphqlDocument.of(GraphqlDocumentTest.class, "test_shop");

        assertThat(document.name()).isEqualTo("test_shop");
        assertThat(document.operationName()).contains("TestShop");
    }

    @Test
    void missingDocumentIsSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GraphqlDocument.of(GraphqlDocumentTest.class, "nowhere"))
                .withMessageContaining("/graphql/nowhere.graphql");
    }
}
