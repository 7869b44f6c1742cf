package io.shopoms.catalog;

import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.variant;
import static io.shopoms.catalog.fixtures.Products.wanted;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Products per second that are looked for, made, read back and compared, beside the bare loads of the same products in the
 * same run. Run by hand: {@code -Dtest=ProductsInOdooBench}; on the Odoo that {@code ODOO_URL} names, else on a simulated one.
 */
class ProductsInOdooBench {

    private static final int PRODUCTS = Integer.getInteger("products", 1_000);
    private static final int BATCH = 50;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void productsPerSecondBesideBareLoads() {
        try (OdooUnderTest odoo =
                System.getenv("ODOO_URL") == null ? OdooUnderTest.simulated() : OdooUnderTest.real()) {
            OdooClient client = odoo.client();
            BroughtProducts products = new BroughtProducts(odoo);
            long attribute = bareAttribute(client);
            long start = System.currentTimeMillis() * 1_000;
            bare(client, attribute, start, BATCH);
            brought(client, products, start, BATCH);

            double bareRate = 0;
            double rate = 0;
            for (int round = 1; round <= 2; round++) {
                long from = start + round * 10L * PRODUCTS;
                bareRate = rate(() -> bare(client, attribute, from, PRODUCTS));
                rate = rate(() -> brought(client, products, from, PRODUCTS));
                System.out.printf(
                        "bare loads %.0f products/s, brought %.0f products/s, share %.2f%n",
                        bareRate, rate, rate / bareRate);
            }
        }
    }

    private static double rate(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return PRODUCTS * 1e9 / (System.nanoTime() - begin);
    }

    /** As the processor does it: two searches, then everything else. */
    private static void brought(OdooClient client, BroughtProducts products, long from, int count) {
        OdooProducts odoo = new OdooProducts();
        for (int first = 0; first < count; first += BATCH) {
            List<WantedProduct> batch = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                batch.add(shirt(from + i));
            }
            List<String> skus = batch.stream()
                    .flatMap(shirt -> shirt.content().variants().stream())
                    .map(variant -> variant.sku().orElseThrow())
                    .toList();
            List<String> titles = batch.stream()
                    .map(shirt -> shirt.content().title().orElseThrow())
                    .toList();
            get(Uni.combine()
                    .all()
                    .unis(odoo.havingVariants(client, "default_code", skus), odoo.named(client, titles))
                    .asTuple());
            products.bring(batch);
        }
    }

    private static WantedProduct shirt(long id) {
        return wanted(
                id,
                product(
                        "Bench " + id,
                        List.of("Size"),
                        variant("N" + id + "S", "10", "S"),
                        variant("N" + id + "M", "10", "M"),
                        variant("N" + id + "L", "12", "L")));
    }

    private static long bareAttribute(OdooClient client) {
        return get(client.createAbsent(new Load(
                        "product.attribute",
                        List.of("id", "name", "create_variant"),
                        List.of(List.of("__shopify__.bench_attribute_1", "Bench", "dynamic")))))
                .get(0);
    }

    private static void bare(OdooClient client, long attribute, long from, int count) {
        List<List<Object>> names = new ArrayList<>();
        for (String size : List.of("S", "M", "L")) {
            names.add(List.of("__shopify__.bench_value_" + size, size, Long.toString(attribute)));
        }
        List<Long> sizes = get(client.createAbsent(
                new Load("product.attribute.value", List.of("id", "name", "attribute_id/.id"), names)));
        String all = sizes.get(0) + "," + sizes.get(1) + "," + sizes.get(2);
        for (int first = 0; first < count; first += BATCH) {
            List<List<Object>> templates = new ArrayList<>();
            for (long i = from + first; i < from + first + BATCH; i++) {
                templates.add(List.of(
                        "__shopify__.bench_product_" + i,
                        "Bare " + i,
                        10,
                        "consu",
                        "1",
                        "<p>About</p>",
                        "__shopify__.bench_line_" + i,
                        Long.toString(attribute),
                        all));
            }
            List<Long> ids = get(client.createAbsent(new Load(
                    "product.template",
                    List.of(
                            "id",
                            "name",
                            "list_price",
                            "type",
                            "is_storable",
                            "description",
                            "attribute_line_ids/id",
                            "attribute_line_ids/attribute_id/.id",
                            "attribute_line_ids/value_ids/.id"),
                    templates)));
            variants(client, ids, from);
        }
    }

    private static void variants(OdooClient client, List<Long> templates, long from) {
        Map<Long, List<Long>> values = new TreeMap<>();
        for (JsonNode value : get(client.searchRead(
                "product.template.attribute.value",
                Domain.where("product_tmpl_id", "in", templates),
                List.of("product_tmpl_id"),
                "",
                0))) {
            values.computeIfAbsent(value.path("product_tmpl_id").asLong(), key -> new ArrayList<>())
                    .add(value.path("id").asLong());
        }
        List<List<Object>> rows = new ArrayList<>();
        values.forEach((template, ids) -> ids.forEach(value -> rows.add(List.of(
                "__shopify__.bench_variant_" + value,
                template.toString(),
                "B" + from + value,
                0.25,
                3.5,
                value.toString()))));
        get(client.createAbsent(new Load(
                "product.product",
                List.of(
                        "id",
                        "product_tmpl_id/.id",
                        "default_code",
                        "weight",
                        "standard_price",
                        "product_template_attribute_value_ids/.id"),
                rows)));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
