package io.shopoms.sandbox.odoo.product;

import static io.shopoms.sandbox.odoo.fixtures.Catalog.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.fixtures.Catalog;
import io.shopoms.sandbox.odoo.fixtures.Catalog.Attribute;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which write a cursor on the {@code write_date} of templates and variants finds: as tried on a real Odoo 19. */
class CatalogWriteDateComponentTest {

    private static final SettableClock CLOCK = new SettableClock("2026-11-20T10:00:00Z");
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension(OdooSettings.forTests(), CLOCK);

    private final Catalog catalog = new Catalog(ODOO);
    private Attribute size;
    private long template;
    private List<Long> variants;

    @BeforeEach
    void shirt() {
        size = catalog.attribute("Size", "always", "S", "M", "L");
        Attribute color = catalog.attribute("Color", "always", "Red", "Blue");
        template = catalog.template(Map.of("name", "Shirt"), line(size, "S", "M"), line(color, "Red", "Blue"));
        variants = ids();
        CLOCK.advance(Duration.ofMinutes(1));
    }

    /** T for the template, a digit for each variant that was touched. */
    @ParameterizedTest
    @CsvSource({
        "product.template, name,             Jersey, T1234",
        "product.template, name,             Shirt,  T1234",
        "product.template, list_price,       21,     T1234",
        "product.template, description_sale, x,      T1234",
        "product.product,  name,             Jersey, T1234",
        "product.product,  lst_price,        33,     T1234",
        "product.product,  default_code,     C-1,    1",
        "product.product,  barcode,          4711,   1",
        "product.product,  weight,           2,      1",
        "product.product,  standard_price,   2,      1",
    })
    void aWriteTouches(String model, String field, String value, String touched) {
        // When
        long id = model.equals("product.template") ? template : variants.get(0);
        Object written = value.matches("\\d\\d?") ? Integer.valueOf(value) : value;
        Reply reply = catalog.write(model, id, Map.of(field, written));

        // Then
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(touched()).isEqualTo(touched);
    }

    @Test
    void theArchiveOfAVariantTouchesIt() {
        // When
        catalog.write("product.product", variants.get(2), Map.of("active", false));

        // Then
        assertThat(touched()).isEqualTo("3");
    }

    @Test
    void anExtraPriceTouchesNothingButItself() {
        // Given
        long value = catalog.values(template, "name").get(0).get("id").asLong();

        // When
        catalog.write("product.template.attribute.value", value, Map.of("price_extra", 5));

        // Then
        assertThat(touched()).isEmpty();
        assertThat(catalog.variants(template, "lst_price")
                        .get(0)
                        .get("lst_price")
                        .asDouble())
                .isEqualTo(6.0);
    }

    @Test
    void aRenamedValueTouchesNothingButItself() {
        // When
        catalog.write("product.attribute.value", size.values().get("S"), Map.of("name", "Small"));

        // Then
        assertThat(touched()).isEmpty();
        assertThat(catalog.variants(template, "display_name")
                        .get(0)
                        .get("display_name")
                        .asText())
                .isEqualTo("Shirt (Small, Red)");
    }

    @Test
    void anotherValueTouchesAll() {
        // When
        long lineId = catalog.lines(template, "sequence").get(0).get("id").asLong();
        catalog.write(
                "product.template.attribute.line",
                lineId,
                Map.of("value_ids", List.of(List.of(4, size.values().get("L")))));

        // Then
        assertThat(touched()).isEqualTo("T123456");
    }

    @Test
    void aDeletedVariantTouchesTheTemplate() {
        // When
        ODOO.ok("product.product", "unlink", Map.of("ids", List.of(variants.get(3))));

        // Then
        assertThat(touched()).isEqualTo("T");
    }

    @Test
    void theFirstPictureIsTheTemplatesAndTheSecondTheVariants() {
        // When
        catalog.write("product.product", variants.get(0), Map.of("image_1920", PIXEL));

        // Then
        assertThat(touched()).isEqualTo("T1234");

        // When
        CLOCK.advance(Duration.ofMinutes(1));
        catalog.write("product.product", variants.get(1), Map.of("image_1920", PIXEL));

        // Then
        assertThat(touched()).isEqualTo("2");
        JsonNode images =
                catalog.variants(template, "image_variant_1920", "image_1920").get(1);
        assertThat(images.get("image_variant_1920").asText()).isEqualTo(PIXEL);
        JsonNode size = ODOO.ok(
                "product.product",
                "read",
                Map.of("ids", variants, "fields", List.of("image_1920"), "context", Map.of("bin_size", true)));
        assertThat(size.at("/0/image_1920").asText()).isEqualTo("68.00 bytes");
    }

    private List<Long> ids() {
        return catalog.variants(template, "active").stream()
                .map(row -> row.get("id").asLong())
                .toList();
    }

    private String touched() {
        String now = CLOCK.instant().toString().replace("T", " ").replace("Z", "");
        boolean shirt = ODOO.read("product.template", template, "write_date")
                .get("write_date")
                .asText()
                .equals(now);
        List<JsonNode> rows = catalog.variants(template, "write_date");
        return (shirt ? "T" : "")
                + rows.stream()
                        .filter(row -> row.get("write_date").asText().equals(now))
                        .map(row -> String.valueOf(rows.indexOf(row) + 1))
                        .collect(Collectors.joining());
    }
}
