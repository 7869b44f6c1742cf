package io.shopoms.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.fixtures.OdooCatalog;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Media;
import io.shopoms.sandbox.shopify.catalog.OptionValue;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductStatus;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.catalog.Weight;
import io.shopoms.sandbox.shopify.catalog.WeightUnit;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people change in Odoo must come out the same in Shopify, whether that Odoo is the simulated one or a real one. */
abstract class FromOdooScenarios {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 24;
    private static final int SMALL = 16;

    /** Odoo makes smaller what is larger than 1920 pixels. */
    private static final int LARGE = 2_000;

    @Inject
    ProductTables tables;

    @Inject
    ProductLinks links;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients odoos;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

    ShopifySimulator shopify;

    private OdooCatalog odoo;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.clear();
        odoo = new OdooCatalog(odoos.of(store()));
    }

    @Test
    void manyTemplatesArriveFieldByFieldAndTheSecondLookIsNoWork() {
        // Given
        List<Long> sizes = odoo.attribute(odoo.named("Size"), List.of("S", "M, \"wide\"", "L é", "XL"));
        List<Long> colours = odoo.attribute(odoo.named("Farbe"), List.of("Red", "Blau #1", "\uD83D\uDC55"));
        List<Long> templates = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            templates.add(template(i, sizes, colours));
        }

        // When
        poll();
        templates.forEach(this::dealtWith);

        // Then
        for (int i = 0; i < MANY; i++) {
            assertShown(i, templates.get(i));
        }
        shopify.requests().clear();
        odoo.write("product.template", templates.get(0), Map.of("description_sale", "seen by nobody"));
        poll();
        templates.forEach(
                template -> tables.receive(new String(shopify.bodyOf(shown(template)), StandardCharsets.UTF_8)));
        templates.forEach(this::dealtWith);
        templates.forEach(
                template -> tables.processed(link(template).productId().value()));
        assertThat(shopify.requests().total()).isZero();
    }

    @Test
    void everyKindOfChangeIsFound() {
        // Given
        List<Long> sizes = odoo.attribute(odoo.named("Size"), List.of("S", "M"));
        long category = odoo.make("product.category", Map.of("name", odoo.named("Shirts")));
        long tag = odoo.make("product.tag", Map.of("name", odoo.named("summer")));
        long shirt = odoo.template(
                Map.of(
                        "name", odoo.named("Shirt"),
                        "list_price", 10,
                        "type", "consu",
                        "categ_id/.id", Long.toString(category),
                        "product_tag_ids/.id", Long.toString(tag)),
                List.of(sizes));
        List<Long> variants = odoo.variants(shirt);
        coded(variants, "SHIRT");
        push(shirt);
        assertThat(shown(shirt).variants()).hasSize(2);
        long product = shown(shirt).id();

        // When, Then: each is dated in another place
        odoo.write("product.template", shirt, Map.of("name", odoo.named("Better shirt")));
        push(shirt);
        assertThat(shown(shirt).title()).isEqualTo(odoo.named("Better shirt"));

        odoo.write("product.template", shirt, Map.of("list_price", 12.5));
        push(shirt);
        assertThat(prices(shirt)).containsOnly(new BigDecimal("12.50"));

        odoo.write("product.product", variants.get(1), Map.of("barcode", odoo.code("EAN")));
        push(shirt);
        assertThat(variant(shirt, "SHIRT2").offer().barcode()).isEqualTo(odoo.code("EAN"));

        odoo.write("product.product", variants.get(0), Map.of("default_code", odoo.code("OTHER")));
        push(shirt);
        assertThat(shown(shirt).variants())
                .extracting(Variant::sku)
                .containsExactlyInAnyOrder(odoo.code("OTHER"), odoo.code("SHIRT2"));

        odoo.write("product.template.attribute.value", odoo.values(shirt).get(1), Map.of("price_extra", 2.25));
        push(shirt);
        assertThat(variant(shirt, "SHIRT2").price()).isEqualByComparingTo("14.75");

        odoo.write("product.attribute.value", sizes.get(2), Map.of("name", "Medium"));
        push(shirt);
        assertThat(variant(shirt, "SHIRT2").values())
                .extracting(OptionValue::name)
                .containsExactly("Medium");

        odoo.write("product.attribute", sizes.get(0), Map.of("name", odoo.named("Format")));
        push(shirt);
        assertThat(shown(shirt).options()).extracting("name").containsExactly(odoo.named("Format"));

        odoo.write("product.category", category, Map.of("name", odoo.named("Tops")));
        push(shirt);
        assertThat(shown(shirt).text().productType()).isEqualTo(odoo.named("Tops"));

        odoo.write("product.tag", tag, Map.of("name", odoo.named("winter")));
        push(shirt);
        assertThat(shown(shirt).tags()).containsExactly(odoo.named("winter"));

        odoo.write("product.product", variants.get(0), Map.of("active", false));
        push(shirt);
        assertThat(shown(shirt).variants()).extracting(Variant::sku).containsExactly(odoo.code("SHIRT2"));

        odoo.write("product.template", shirt, Map.of("active", false));
        push(shirt);
        assertThat(shown(shirt).status()).isEqualTo(ProductStatus.ARCHIVED);
        assertThat(shown(shirt).id()).isEqualTo(product);
    }

    @Test
    void aPictureComesOnceAndTheSameOneWrittenAgainIsNoChange() throws Exception {
        // Given
        long mug = odoo.template(Map.of("name", odoo.named("Mug"), "list_price", 5, "type", "consu"), List.of());
        coded(odoo.variants(mug), "MUG");
        byte[] first = png(SMALL, 0xcc3333);
        draw(mug, first);
        push(mug);
        List<Media> media = shown(mug).media();
        assertThat(media).hasSize(1);
        assertThat(fetched(media.get(0).url())).isEqualTo(first);

        // When: the same bytes date the template, and are no news
        shopify.requests().clear();
        draw(mug, first);
        push(mug);
        long callsForTheSame = shopify.requests().total();
        draw(mug, png(SMALL, 0x3333cc));
        push(mug);
        List<Media> replaced = shown(mug).media();
        draw(mug, png(LARGE, 0x33cc33));
        push(mug);
        List<Media> large = shown(mug).media();
        byte[] kept = Base64.getMimeDecoder()
                .decode(odoo.read("product.template", mug, "image_1920")
                        .path("image_1920")
                        .asText());
        odoo.write("product.template", mug, Map.of("image_1920", false));
        push(mug);

        // Then
        assertThat(callsForTheSame).isZero();
        assertThat(replaced).hasSize(1);
        assertThat(fetched(replaced.get(0).url())).isEqualTo(png(SMALL, 0x3333cc));
        assertThat(large).hasSize(1);
        assertThat(fetched(large.get(0).url())).as("what Odoo keeps of it").isEqualTo(kept);
        assertThat(shown(mug).media()).isEmpty();
    }

    private long template(int number, List<Long> sizes, List<Long> colours) {
        Map<String, Object> fields = Map.of(
                "name",
                odoo.named("Thing " + number + ", \"é\""),
                "list_price",
                10 + number,
                "type",
                "consu",
                "description",
                "<p>About " + number + "</p>");
        List<List<Long>> attributes = new ArrayList<>();
        if (number % 6 != 0) {
            attributes.add(sizes.subList(0, 2 + number % 4));
            attributes.add(colours.subList(0, 2 + number % 3));
        }
        long template = odoo.template(fields, attributes);
        List<Long> variants = odoo.variants(template);
        assertThat(variants).hasSize(variantsOf(number));
        coded(variants, "T" + number + "V");
        odoo.write("product.product", variants.get(0), Map.of("barcode", odoo.code("B" + number), "weight", 0.25));
        if (!attributes.isEmpty()) {
            odoo.write("product.template.attribute.value", odoo.values(template).get(0), Map.of("price_extra", 1.5));
        }
        return template;
    }

    private static int variantsOf(int number) {
        return number % 6 == 0 ? 1 : (1 + number % 4) * (1 + number % 3);
    }

    private void assertShown(int number, long template) {
        Product product = shown(template);
        assertThat(product.title()).isEqualTo(odoo.named("Thing " + number + ", \"é\""));
        assertThat(product.text().descriptionHtml()).isEqualTo("<p>About " + number + "</p>");
        assertThat(product.status()).isEqualTo(ProductStatus.ACTIVE);
        Map<String, Object> inOdoo = new HashMap<>();
        for (long id : odoo.variants(template)) {
            JsonNode variant = odoo.read(
                    "product.product",
                    id,
                    "default_code",
                    "barcode",
                    "lst_price",
                    "weight",
                    "product_template_attribute_value_ids");
            Set<String> values = new HashSet<>();
            variant.path("product_template_attribute_value_ids")
                    .forEach(value -> values.add(odoo.read("product.template.attribute.value", value.asLong(), "name")
                            .path("name")
                            .asText()));
            inOdoo.put(
                    variant.path("default_code").asText(),
                    List.of(
                            variant.path("barcode").isTextual()
                                    ? variant.path("barcode").asText()
                                    : "",
                            variant.path("lst_price").decimalValue().doubleValue(),
                            variant.path("weight")
                                    .decimalValue()
                                    .movePointRight(3)
                                    .doubleValue(),
                            values));
        }
        assertThat(inOdoo).hasSize(variantsOf(number));
        assertThat(product.variants().stream().collect(Collectors.toMap(Variant::sku, FromOdooScenarios::offered)))
                .as("variants of %s", product.title())
                .isEqualTo(inOdoo);
    }

    private static Object offered(Variant variant) {
        return List.of(
                variant.offer().barcode() == null ? "" : variant.offer().barcode(),
                variant.price().doubleValue(),
                grams(variant.item().weight()),
                variant.product().hasOnlyDefaultVariant()
                        ? Set.of()
                        : variant.values().stream().map(OptionValue::name).collect(Collectors.toSet()));
    }

    private static double grams(Weight weight) {
        return weight.unit() == WeightUnit.KILOGRAMS
                ? weight.value().movePointRight(3).doubleValue()
                : weight.value().doubleValue();
    }

    /** Each variant gets an SKU that begins so. */
    private void coded(List<Long> variants, String code) {
        for (int i = 0; i < variants.size(); i++) {
            odoo.write("product.product", variants.get(i), Map.of("default_code", odoo.code(code + (i + 1))));
        }
    }

    private void draw(long template, byte[] picture) {
        odoo.write(
                "product.template",
                template,
                Map.of("image_1920", Base64.getEncoder().encodeToString(picture)));
    }

    private static byte[] png(int width, int colour) throws IOException {
        BufferedImage image = new BufferedImage(width, SMALL, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < SMALL; y++) {
                image.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] fetched(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private void push(long template) {
        poll();
        dealtWith(template);
    }

    private void poll() {
        tasks.stream()
                .filter(task -> task.name().equals("odoo-products"))
                .findFirst()
                .orElseThrow()
                .run(store())
                .await()
                .atMost(LIMIT);
    }

    private void dealtWith(long template) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(tables.seenInOdoo(template).status())
                        .as("%s", tables.seenInOdoo(template))
                        .isEqualTo("PROCESSED"));
    }

    private ProductLink link(long template) {
        return links.ofTemplates(ProductTables.SHOP, List.of(template))
                .await()
                .atMost(LIMIT)
                .get(template);
    }

    private Product shown(long template) {
        return shopify.catalog().product(link(template).productId().value());
    }

    private Variant variant(long template, String code) {
        return shown(template).variants().stream()
                .filter(variant -> variant.sku().equals(odoo.code(code)))
                .findFirst()
                .orElseThrow();
    }

    private List<BigDecimal> prices(long template) {
        return shown(template).variants().stream().map(Variant::price).toList();
    }

    private Store store() {
        return stores.all().get(0);
    }
}
