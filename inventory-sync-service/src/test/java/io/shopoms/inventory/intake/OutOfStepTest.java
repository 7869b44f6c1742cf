package io.shopoms.inventory.intake;

import static io.shopoms.inventory.fixtures.Levels.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.cache.StockSnapshot;
import io.shopoms.inventory.fixtures.Levels;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutOfStepTest {

    private static final ShopifyId ITEM = new ShopifyId(1);
    private static final OdooId PRODUCT = new OdooId(70);
    private static final StockSource MAIN = new StockSource(StockSource.Kind.WAREHOUSE, new OdooId(1));

    private Level level = known(5, "5");
    private StockLocation location = served(List.of(new SourceShare(MAIN, BigDecimal.ONE)));
    private boolean enabled = true;
    private FreeStock free = odoo("5.000");

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(out()).isEmpty();
    }

    @Test
    void anotherFreeQuantityIsOut() {
        free = odoo("4");
        assertThat(out()).containsExactly(ITEM);
    }

    @Test
    void anotherShareOrSourceIsOut() {
        location = served(List.of(new SourceShare(MAIN, new BigDecimal("0.5"))));
        assertThat(out()).containsExactly(ITEM);

        location = served(List.of(
                new SourceShare(MAIN, BigDecimal.ONE),
                new SourceShare(new StockSource(StockSource.Kind.LOCATION, new OdooId(1)), BigDecimal.ONE)));
        assertThat(out()).containsExactly(ITEM);
    }

    @Test
    void aNumberThatShopifyDoesNotShowIsOut() {
        level = known(6, "5");
        assertThat(out()).containsExactly(ITEM);
    }

    @Test
    void aNumberThatCannotBeShownIsNot() {
        level = removed(known(0, "5"));
        assertThat(out()).isEmpty();
    }

    @Test
    void whatHasNoNumberOrIsInDoubtIsOut() {
        level = Levels.kept(key(1, 9), 5);
        assertThat(out()).containsExactly(ITEM);

        level = doubted(known(5, "5"));
        assertThat(out()).containsExactly(ITEM);

        level = null;
        assertThat(out()).containsExactly(ITEM);
    }

    @Test
    void aProductThatOdooDoesNotShowIsLookedAtAndNotTakenForZero() {
        free = new FreeStock(Map.of(), Map.of());
        assertThat(out()).containsExactly(ITEM);
    }

    @Test
    void disabledItemsAndLocationsThatAreNotServedDoNotMatter() {
        free = odoo("4");
        enabled = false;
        assertThat(out()).isEmpty();

        enabled = true;
        location = served(List.of());
        assertThat(out()).isEmpty();
    }

    private List<ShopifyId> out() {
        StockLink link = new StockLink(
                new ShopDomain("acme.myshopify.com"),
                ITEM,
                new ShopifyId(1001),
                PRODUCT,
                "MUG",
                enabled,
                Optional.empty(),
                OptionalLong.empty(),
                Measured.REFUSE);
        StockSnapshot snapshot = new StockSnapshot(
                Map.of(ITEM, link),
                List.of(location),
                level == null ? Map.of() : Map.of(level.key(), level),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
        return OutOfStep.items(snapshot, free);
    }

    private static Level known(long available, String freeThen) {
        StockNumber number = new StockNumber(
                List.of(new SourceStock(MAIN, new BigDecimal(freeThen), BigDecimal.ONE)), 0, 0, 0, 0, 0, 0, 5);
        Level plain = Levels.kept(key(1, 9), available);
        return new Level(
                plain.key(),
                plain.revision(),
                plain.presence(),
                plain.available(),
                plain.availableAt(),
                true,
                List.of(),
                0,
                0,
                Optional.of(number));
    }

    private static Level removed(Level level) {
        return new Level(
                level.key(),
                level.revision(),
                Presence.REMOVED,
                level.available(),
                level.availableAt(),
                true,
                List.of(),
                0,
                0,
                level.number());
    }

    private static Level doubted(Level level) {
        return new Level(
                level.key(),
                level.revision(),
                level.presence(),
                level.available(),
                level.availableAt(),
                true,
                List.of(),
                0,
                1,
                level.number());
    }

    private static StockLocation served(List<SourceShare> sources) {
        return new StockLocation(new ShopifyId(9), "Main", true, sources, OptionalLong.empty());
    }

    private static FreeStock odoo(String units) {
        return new FreeStock(
                Map.of(
                        PRODUCT,
                        new ProductStock(PRODUCT, true, true, "Units", true, Map.of(MAIN, new BigDecimal(units)))),
                Map.of());
    }
}
