package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.model.ShopDomain;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clients as a service gets them: injected, with its configuration and its metrics. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ClientBeansComponentTest {

    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");

    @Inject
    OdooClients odoo;

    @Inject
    ShopifyClients shopify;

    @Inject
    Stores stores;

    @Inject
    MeterRegistry registry;

    @Test
    void configuredStoreHasItsClients() {
        Store acme = stores.find(ACME).orElseThrow();

        assertThat(odoo.of(acme)).isSameAs(odoo.of(acme));
        assertThat(shopify.of(acme)).isSameAs(shopify.of(acme));
    }

    @Test
    void odooThatIsDownIsTransientAndMeasured() {
        // Given
        OdooConnection nobody = new OdooConnection(
                URI.create("http://127.0.0.1:1"), "nobody", "example", Transport.JSON2, Optional.empty());
        Store store = new Store(ACME, Optional.empty(), Optional.of(nobody));

        // When
        SyncFailureException e = catchThrowableOfType(
                SyncFailureException.class,
                () -> odoo.of(store).userId().await().atMost(Duration.ofSeconds(60)));

        // Then
        assertThat(e.failure()).isInstanceOf(TransientFailure.class);
        assertThat(registry.get("shopoms.odoo.calls")
                        .tags("database", "nobody", "operation", "res.users/context_get", "outcome", "TransientFailure")
                        .timer()
                        .count())
                .isPositive();
    }
}
