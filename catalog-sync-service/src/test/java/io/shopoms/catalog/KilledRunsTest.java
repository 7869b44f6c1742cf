package io.shopoms.catalog;

import static io.shopoms.catalog.fixtures.Products.barcode;
import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.variant;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.fixtures.MortalOdoo;
import io.shopoms.catalog.fixtures.MortalOdoo.Killed;
import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.sync.odoo.OdooClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever a worker is killed, before a call or after it was committed, the next run ends in the same Odoo. */
class KilledRunsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** More calls than any of these runs needs. */
    private static final int ENOUGH = 60;

    private final OdooUnderTest odoo = OdooUnderTest.simulated();
    private final OdooClient client = odoo.client();
    private final BroughtProducts products = new BroughtProducts(odoo);

    @AfterEach
    void close() {
        odoo.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makingAProductIsEffectivelyOnce(boolean committed) {
        boolean killed = true;
        for (int call = 1; killed; call++) {
            // Given
            WantedProduct before = before(call);

            // When
            killed = killedAt(call, committed, before);
            OdooProduct present = products.bring(before);

            // Then
            assertThat(call).isLessThan(ENOUGH);
            assertThat(sold(present))
                    .isEqualTo(Map.of("S", "K" + call + "S", "M", "K" + call + "M", "L", "K" + call + "L"));
            assertThat(templates(call)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changingEverythingIsEffectivelyOnce(boolean committed) {
        boolean killed = true;
        for (int call = 1; killed; call++) {
            // Given
            Map<String, Long> ids = productIds(products.bring(before(call)));

            // When
            killed = killedAt(call, committed, after(call));
            OdooProduct present = products.bring(after(call));

            // Then
            assertThat(call).isLessThan(ENOUGH);
            assertThat(sold(present))
                    .isEqualTo(
                            Map.of("M/Red", "K" + call + "M", "S/Red", "K" + call + "S", "XL/Blue", "K" + call + "X"));
            assertThat(productIds(present)).containsEntry("M/Red", ids.get("S")).containsEntry("S/Red", ids.get("M"));
            assertThat(templates(call)).hasSize(1);
        }
    }

    @Test
    void whatADeadWorkerMadeBecomesWhatShopifySaysNow() {
        boolean killed = true;
        for (int call = 1; killed; call++) {
            // Given
            killed = killedAt(call, true, before(call));

            // When
            OdooProduct present = products.bring(after(call));

            // Then
            assertThat(call).isLessThan(ENOUGH);
            assertThat(present.name()).isEqualTo("Changed " + call);
            assertThat(sold(present))
                    .isEqualTo(
                            Map.of("M/Red", "K" + call + "M", "S/Red", "K" + call + "S", "XL/Blue", "K" + call + "X"));
            assertThat(templates(call)).hasSize(1);
        }
    }

    private boolean killedAt(int call, boolean committed, WantedProduct wanted) {
        MortalOdoo mortal = new MortalOdoo(client, call, committed);
        products.through(mortal.client());
        try {
            products.bring(wanted);
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            products.through(client);
        }
    }

    private static WantedProduct before(int id) {
        return wanted(
                id,
                product(
                        "Killed " + id,
                        List.of("Size"),
                        barcode(variant("K" + id + "S", "10", "S"), "KB" + id + "1"),
                        barcode(variant("K" + id + "M", "12", "M"), "KB" + id + "2"),
                        variant("K" + id + "L", "14", "L")),
                List.of(id * 10L + 1, id * 10L + 2, id * 10L + 3));
    }

    /** Another title, a further option, values, SKUs and barcodes swapped, other prices, a variant less and one more. */
    private static WantedProduct after(int id) {
        return wanted(
                id,
                product(
                        "Changed " + id,
                        List.of("Size", "Colour"),
                        barcode(variant("K" + id + "M", "11", "M", "Red"), "KB" + id + "2"),
                        barcode(variant("K" + id + "S", "13", "S", "Red"), "KB" + id + "1"),
                        variant("K" + id + "X", "15", "XL", "Blue")),
                List.of(id * 10L + 1, id * 10L + 2, id * 10L + 4));
    }

    private static Map<String, String> sold(OdooProduct product) {
        return product.content().orElseThrow().variants().stream()
                .collect(Collectors.toMap(
                        variant -> String.join("/", variant.optionValues()),
                        variant -> variant.sku().orElseThrow()));
    }

    private static Map<String, Long> productIds(OdooProduct product) {
        return product.present().stream()
                .collect(Collectors.toMap(
                        variant -> String.join("/", variant.content().optionValues()), OdooVariant::productId));
    }

    private Set<Long> templates(int id) {
        return new OdooProducts()
                .havingVariants(client, "default_code", List.of("K" + id + "S", "K" + id + "M", "K" + id + "X"))
                .await()
                .atMost(LIMIT);
    }
}
