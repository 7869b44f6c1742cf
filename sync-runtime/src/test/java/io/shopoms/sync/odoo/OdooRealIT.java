package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The client against a real Odoo 19 with Sales and Inventory, named by {@code ODOO_URL}, {@code ODOO_DATABASE} and
 * {@code ODOO_API_KEY}. Leaves orders of a customer "Ada Example" behind: use a
 * database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
class OdooRealIT extends OdooScenarios {

    static final String NO_ODOO = "no real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY to run these tests";

    private String login;

    @Override
    OdooConnection connection(Transport transport) {
        if (transport == Transport.JSONRPC && login == null) {
            OdooClient json2 = client(Transport.JSON2, Map.of());
            login = get(json2.read("res.users", List.of(get(json2.userId())), List.of("login")))
                    .get(0)
                    .get("login")
                    .asText();
        }
        return new OdooConnection(
                URI.create(System.getenv("ODOO_URL")),
                System.getenv("ODOO_DATABASE"),
                System.getenv("ODOO_API_KEY"),
                transport,
                Optional.ofNullable(login));
    }

    @Test
    void answerLostToATimeoutIsFoundByLoadingAgain() {
        // Given
        List<ExternalId> wanted =
                IntStream.range(0, 100).mapToObj(i -> order("late" + i)).toList();
        Load load = orders(wanted, "10.00", "1");
        OdooClient impatient = client(Transport.JSON2, Map.of("read-timeout", "150ms", "tries", "1"));
        assertThat(failure(impatient.createAbsent(load))).isInstanceOf(TransientFailure.class);

        // When
        List<Long> ids = get(client(Transport.JSON2, Map.of()).createAbsent(load));

        // Then
        assertThat(ids).hasSize(100).doesNotHaveDuplicates();
        assertThat(get(client(Transport.JSON2, Map.of())
                        .searchRead(
                                "sale.order",
                                Domain.where("origin", "=", "realit:" + RUN + ":late0"),
                                List.of("id"),
                                "",
                                0)))
                .hasSize(1);
    }

    @Test
    void longSearchesAreReadInPages() {
        List<JsonNode> all = get(client(Transport.JSON2, Map.of())
                .searchRead("res.country.state", Domain.all(), List.of("code"), "", 1_200));

        assertThat(all).hasSize(1_200);
        assertThat(all).extracting(state -> state.get("id").asLong()).isSorted().doesNotHaveDuplicates();
    }
}
