package io.shopoms.catalog.feed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedConfigReader;
import io.shopoms.catalog.feed.run.FeedBatch.Staged;
import io.shopoms.model.ShopDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReadingTest {

    @TempDir
    Path directory;

    @Test
    void oneBadRowAmongTenThousandIsNamedAndAllOthersAreProducts() throws IOException {
        // Given
        StringBuilder rows = new StringBuilder("group,sku,name,size,price\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append(i == 4_321 ? "broken\n" : "G" + i / 2 + ",S" + i + ",Product,V" + i % 2 + ",9.50\n");
        }

        // When
        List<FeedBatch> batches = read(rows.toString(), 10);

        // Then
        assertThat(batches.stream().mapToLong(FeedBatch::rows).sum()).isEqualTo(10_000);
        assertThat(batches).allSatisfy(batch -> assertThat(batch.products()).hasSizeLessThanOrEqualTo(501));
        assertThat(batches.stream().flatMap(batch -> batch.products().stream())).hasSize(5_000);
        assertThat(batches.stream().flatMap(batch -> batch.unreadable().stream()))
                .singleElement()
                .satisfies(bad -> assertThat(bad.record()).isEqualTo("row 4322 (line 4323)"));
    }

    @Test
    void rowsFarApartArePartsOfOneProductThatFitTogether() throws IOException {
        // Given
        List<FeedBatch> batches =
                read("group,sku,name,size,price\nA,A1,Tee,S,1\nB,B1,Mug,S,1\nA,A2,,M,2\nA,A1,,L,3\n", 10);
        List<Staged> parts = batches.get(0).products().stream()
                .filter(staged -> staged.key().equals("A"))
                .toList();

        // Then: the two last ones are neighbours, and both parts have a variant A1
        assertThat(parts).extracting(Staged::part).containsExactly(1L, 3L);
        List<String> contents = parts.stream()
                .map(part -> FeedRecord.write(part.product().orElseThrow()))
                .toList();
        assertThat(new SplitProduct("A", 1, contents.subList(0, 1), Optional.empty())
                        .merged()
                        .product())
                .map(product -> product.title().orElseThrow())
                .contains("Tee");
        assertThat(new SplitProduct("A", 1, contents, Optional.empty()).merged().problem())
                .contains("the SKU 'A1' stands twice in the product");
    }

    @Test
    void aBatchOfLongRowsIsSmall() throws IOException {
        // Given
        String text = "x".repeat(900_000);
        StringBuilder rows = new StringBuilder("group,sku,name,size,price\n");
        for (int i = 0; i < 40; i++) {
            rows.append("G")
                    .append(i)
                    .append(",S")
                    .append(i)
                    .append(",")
                    .append(text)
                    .append(",M,1\n");
        }

        // When
        List<FeedBatch> batches = read(rows.toString(), 10);

        // Then
        assertThat(batches).allSatisfy(batch -> assertThat(batch.products()).hasSizeLessThanOrEqualTo(10));
        assertThat(batches.stream().flatMap(batch -> batch.products().stream())).hasSize(40);
    }

    @Test
    void tooManyUnreadableRowsEndTheRun() {
        assertThatThrownBy(() -> read("group,sku,name,size,price\n" + "x\n".repeat(12), 10))
                .hasMessageContaining("more than 10 of its rows make no sense");
    }

    @Test
    void aProductIsReadBackAsItWasWritten() throws IOException {
        // Given
        Staged staged = read("group,sku,name,size,price\nA,A1,Tee,S,12.50\n", 10)
                .get(0)
                .products()
                .get(0);

        // Then
        assertThat(FeedRecord.product(FeedRecord.write(staged.product().orElseThrow())))
                .isEqualTo(staged.product().get());
    }

    private List<FeedBatch> read(String content, int maxUnreadable) throws IOException {
        Path file = directory.resolve("feed.csv");
        Files.writeString(file, content);
        FeedConfig config =
                FeedConfigReader.read("erp", new ShopDomain("acme.myshopify.com"), new ObjectMapper().readTree("""
                {"name": "ERP", "connection_type": "file", "credentials": {"filePath": "feed.csv"}, "product_key": "group",
                 "mapping": {"title": "name", "variant.sku": "sku", "variant.price": "price",
                             "option1.name": {"constant": "Size"}, "option1.value": "size"}}
                """), 1);
        List<FeedBatch> batches = new ArrayList<>();
        try (FeedReading reading = new FeedReading(file, config, maxUnreadable)) {
            do {
                batches.add(reading.next());
            } while (!batches.get(batches.size() - 1).last());
        }
        return batches;
    }
}
