package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.NOW;
import static io.shopoms.inventory.shopify.StockSide.STORE;
import static io.shopoms.inventory.shopify.StockSide.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.KeptWrites;
import io.shopoms.inventory.fixtures.MoodyShopify;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever Shopify refuses, names or loses: every line has a result, and the result is true. */
class QuantityWritesPropertyTest {

    private static final int NEW = 9;

    @Property(tries = 500)
    void everyLineHasAResultAndTheResultIsTrue(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        MoodyShopify shopify = new MoodyShopify(seed);
        KeptWrites journal = new KeptWrites();
        GraphqlStock stock = new GraphqlStock(shopify, journal, Clock.fixed(NOW, ZoneOffset.UTC));
        List<LevelWrite> lines = lines(random, shopify);
        Map<LevelKey, Long> before = new TreeMap<>(shopify.available);

        // When
        List<WriteResult> results = answer(stock.write(STORE, lines));

        // Then
        assertThat(results.stream().map(WriteResult::line)).containsExactlyInAnyOrderElementsOf(lines);
        Map<LevelKey, WriteResult> first = byKey(results);
        first.forEach((key, result) -> {
            if (result instanceof Written) {
                assertThat(shopify.available.get(key)).isEqualTo(NEW);
            } else if (result instanceof Refused) {
                boolean bad = !before.containsKey(key) || shopify.bundles.contains(key.item());
                assertThat(bad).as("%s is refused", key).isTrue();
            } else if (!(result instanceof Unknown)) {
                assertThat(shopify.available.get(key)).isEqualTo(before.get(key));
            }
        });

        // And once all is calm, what was unknown is known
        shopify.calm();
        for (OpenWrite open : journal.open()) {
            boolean unknown = open.lines().stream().anyMatch(line -> first.get(line.key()) instanceof Unknown);
            if (unknown) {
                byKey(answer(stock.repeat(STORE, open))).forEach((key, result) -> {
                    assertThat(result).isNotInstanceOf(Unknown.class);
                    assertThat(result instanceof Written)
                            .isEqualTo(Long.valueOf(NEW).equals(shopify.available.get(key)));
                });
            }
        }
    }

    /** Shopify names no line of an item's two; it takes the first alone, whose write is open until it is stored. */
    @Example
    void whatWasCarriedOutBarsTheRestOfItsItem() {
        everyLineHasAResultAndTheResultIsTrue(89_022);
    }

    /** Levels have 5 units and are to have 9; some have another quantity, some are bundles or unknown. */
    private static List<LevelWrite> lines(Random random, MoodyShopify shopify) {
        List<LevelWrite> lines = new ArrayList<>();
        int items = 1 + random.nextInt(12);
        for (long item = 1; item <= items; item++) {
            for (long location = 1; location <= 1 + random.nextInt(3); location++) {
                LevelKey key = StockSide.level(item, location);
                int kind = random.nextInt(10);
                if (kind > 0) {
                    shopify.available.put(key, kind == 1 ? 4L : 5L);
                }
                if (kind == 2) {
                    shopify.bundles.add(key.item());
                }
                lines.add(new LevelWrite(key, NEW, 5, ChangeCause.ODOO));
            }
        }
        return lines;
    }

    private static Map<LevelKey, WriteResult> byKey(List<WriteResult> results) {
        return results.stream().collect(Collectors.toMap(WriteResult::key, Function.identity()));
    }
}
