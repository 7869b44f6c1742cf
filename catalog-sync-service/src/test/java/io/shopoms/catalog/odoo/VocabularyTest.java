package io.shopoms.catalog.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other people use the same names at the same time. */
class VocabularyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OdooUnderTest under = OdooUnderTest.simulated();
    private final OdooClient odoo = under.client();

    @AfterEach
    void close() {
        under.close();
    }

    @Test
    void aTagThatSomebodyMakesBetweenTheSearchAndTheCreationIsTheirs() {
        // Given
        OdooClient late = justBeforeCreations(
                load -> create("product.tag", JSON.createObjectNode().put("name", "Sale")));

        // When
        Map<String, Long> tags =
                Vocabulary.tags(late, List.of("Summer", "Sale")).await().atMost(PATIENCE);

        // Then
        assertThat(tags.keySet()).containsExactlyInAnyOrder("Summer", "Sale");
        assertThat(idsOf("product.tag", "Sale")).containsExactly(tags.get("Sale"));
        assertThat(idsOf("product.tag", "Summer")).containsExactly(tags.get("Summer"));
    }

    @Test
    void anyOtherRefusalIsToldOnce() {
        assertThatThrownBy(() -> Vocabulary.tags(odoo, List.of("")).await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(RejectedByTarget.class));
    }

    /** The first time that something is to be made, something else happens before. */
    private OdooClient justBeforeCreations(Function<Load, Uni<?>> before) {
        boolean[] happened = {false};
        return (OdooClient) Proxy.newProxyInstance(
                OdooClient.class.getClassLoader(), new Class<?>[] {OdooClient.class}, (proxy, method, arguments) -> {
                    try {
                        if (!method.getName().equals("createAbsent") || happened[0]) {
                            return method.invoke(odoo, arguments);
                        }
                        happened[0] = true;
                        return before.apply((Load) arguments[0]).chain(() -> odoo.createAbsent((Load) arguments[0]));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Uni<?> create(String model, ObjectNode values) {
        ObjectNode arguments = JSON.createObjectNode();
        arguments.putArray("vals_list").add(values);
        return odoo.call(model, "create", arguments);
    }

    private List<Long> idsOf(String model, String name) {
        return odoo
                .searchRead(model, Domain.where("name", "=", name), List.of("name"), "", 0)
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.path("id").asLong())
                .toList();
    }
}
