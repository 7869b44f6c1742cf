package io.shopoms.inventory.cache;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static io.shopoms.inventory.fixtures.StockTables.linked;
import static io.shopoms.inventory.fixtures.StockTables.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.cache.ToldLinks.Known;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ToldLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ItemKey ITEM = item(ACME, 1);

    @Test
    void anItemThatMovesToAnotherProductStandsForWhatThatOneSays() {
        // Given
        VariantLinked gains = linked(ACME, 501, 60, NOON, variant(1, 71));
        VariantLinked loses = linked(ACME, 500, 60, NOON);

        for (List<VariantLinked> told : List.of(List.of(gains, loses), List.of(loses, gains))) {
            // When
            ToldLinks links = links(Map.of(ITEM, known(500, 70, false)), told);

            // Then
            assertThat(links.changed()).containsOnlyKeys(ITEM);
            assertThat(links.changed().get(ITEM).known().product()).contains(new OdooId(71));
            assertThat(links.changed().get(ITEM).told()).isEqualTo(new ShopifyId(501));
        }
    }

    @Test
    void anItemThatIsUnlinkedAndLinkedAgainInOneBatchIsNoNews() {
        // When
        ToldLinks links = links(
                Map.of(ITEM, known(500, 70, false)),
                List.of(
                        linked(ACME, 500, 60, NOON),
                        linked(ACME, 501, 60, NOON, variant(1, 70)),
                        linked(ACME, 500, 60, NOON, variant(1, 70))));

        // Then
        assertThat(links.news()).isEmpty();
    }

    @Test
    void whatAPersonChoseHoldsAndTheCatalogsWordIsNews() {
        // When
        ToldLinks links =
                links(Map.of(ITEM, known(500, 70, true)), List.of(linked(ACME, 500, 60, NOON, variant(1, 71))));

        // Then
        assertThat(links.changed()).isEmpty();
        assertThat(links.news().get(ITEM).known().catalogProduct()).contains(new OdooId(71));
    }

    @Test
    void productsOfOneIdInTwoStoresAreTwo() {
        // When
        ToldLinks links = links(
                Map.of(ITEM, known(500, 70, false), item(BETA, 1), known(500, 70, false)),
                List.of(linked(BETA, 500, 60, NOON)));

        // Then
        assertThat(links.changed()).containsOnlyKeys(item(BETA, 1));
    }

    @Test
    void ofSeveralWordsAboutAProductTheNewestHoldsAndOfOneTimeTheLater() {
        // Given
        VariantLinked newest = linked(ACME, 500, 60, NOON, variant(1, 72));

        // Then
        assertThat(ToldLinks.newest(List.of(
                        linked(ACME, 500, 60, NOON, variant(1, 71)),
                        newest,
                        linked(ACME, 500, 60, NOON.minusSeconds(1), variant(1, 70)))))
                .containsExactly(newest);
    }

    @Property
    void severalWordsTogetherMakeWhatTheyMakeOneByOne(@ForAll("words") List<VariantLinked> words) {
        // Given
        Map<ItemKey, Known> stored =
                new HashMap<>(Map.of(ITEM, known(500, 70, false), item(ACME, 2), known(501, 71, true)));
        Map<ItemKey, Known> together = after(stored, words);

        // When
        Map<ItemKey, Known> oneByOne = stored;
        for (VariantLinked word : words) {
            oneByOne = after(oneByOne, List.of(word));
        }

        // Then
        assertThat(together).isEqualTo(oneByOne);
    }

    @Provide
    Arbitrary<List<VariantLinked>> words() {
        Arbitrary<VariantLinked.Variant> variants = Combinators.combine(
                        Arbitraries.longs().between(1, 3), Arbitraries.longs().between(70, 72))
                .as((item, product) -> variant(item, product));
        return Combinators.combine(
                        Arbitraries.longs().between(500, 502), variants.list().ofMaxSize(3))
                .as((product, told) -> linked(ACME, product, 60, NOON, told.toArray(VariantLinked.Variant[]::new)))
                .list()
                .ofMaxSize(6);
    }

    private static Map<ItemKey, Known> after(Map<ItemKey, Known> known, List<VariantLinked> words) {
        Map<ItemKey, Known> after = new TreeMap<>(known);
        links(known, words).news().forEach((item, link) -> after.put(item, link.known()));
        return after;
    }

    private static ToldLinks links(Map<ItemKey, Known> known, List<VariantLinked> words) {
        ToldLinks links = new ToldLinks(known);
        words.forEach(links::take);
        return links;
    }

    private static Known known(long shopifyProduct, long product, boolean chosen) {
        return new Known(
                Optional.of(new ShopifyId(1001)),
                Optional.of(new ShopifyId(shopifyProduct)),
                "SKU-1",
                false,
                Optional.of(new OdooId(product)),
                Optional.of(new OdooId(product)),
                chosen);
    }
}
