package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalTest {

    @Test
    void nothingIsReplacedByAnEmptyEnvironment() {
        External external = External.from(Map.of("PATH", "/bin", "ODOO_URL", " "));

        assertThat(external.databaseUrl()).isEmpty();
        assertThat(external.brokerUrl()).isEmpty();
        assertThat(external.shopify()).isFalse();
        assertThat(external.odoo()).isFalse();
    }

    @Test
    void eachRealServerReplacesItsPart() {
        External external = External.from(Map.of(
                "SHOPOMS_DB_URL", "postgresql://u:p@db/x",
                "SHOPOMS_AMQP_URL", "amqp://mq",
                "SHOPIFY_SHOP_DOMAIN", "acme.myshopify.com",
                "SHOPIFY_ACCESS_TOKEN", "shpat_x",
                "ODOO_URL", "https://odoo.acme.example",
                "ODOO_API_KEY", "k"));

        assertThat(external.databaseUrl()).contains("postgresql://u:p@db/x");
        assertThat(external.brokerUrl()).contains("amqp://mq");
        assertThat(external.shopify()).isTrue();
        assertThat(external.odoo()).isTrue();
    }

    @Test
    void halfOfAConnectionIsAProblemThatNamesTheOtherHalf() {
        assertThatThrownBy(() -> External.from(Map.of("ODOO_URL", "https://odoo.acme.example")))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("ODOO_API_KEY");
        assertThatThrownBy(() -> External.from(Map.of("SHOPIFY_SHOP_DOMAIN", "acme.myshopify.com")))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("SHOPIFY_ACCESS_TOKEN");
    }
}
