package io.shopoms.inventory.mapping;

import static io.shopoms.inventory.fixtures.Levels.kept;
import static io.shopoms.inventory.fixtures.Levels.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseRulesTest {

    private static final StockNumber LAST = number("10", "1", 0, 0);

    @Test
    void theTermThatMovedMostIsTheCause() {
        assertThat(cause(number("7", "1", 1, 0))).isEqualTo(ChangeCause.ODOO);
        assertThat(cause(number("10", "1", 3, 0))).isEqualTo(ChangeCause.ORDER);
        assertThat(cause(number("10", "1", 1, 5))).isEqualTo(ChangeCause.SETTING);
        assertThat(cause(number("10", "0.5", 0, 0))).isEqualTo(ChangeCause.SETTING);
    }

    @Test
    void ifNoTermMovedShopifyDid() {
        assertThat(cause(number("10.0", "1.0", 0, 0))).isEqualTo(ChangeCause.DRIFT);
    }

    @Test
    void whatAnOrderExplainedIsTheOrdersDoing() {
        // Given: two went before their order was told, or after it; one came back
        Optional<StockNumber> gone = Optional.of(LAST.withExplained(-2));
        Optional<StockNumber> toldBefore = Optional.of(number("10", "1", 2, 0).withExplained(-2));
        Optional<StockNumber> back = Optional.of(LAST.withExplained(3).withExplained(-2));
        Level level = kept(key(11, 1), 4);

        // Then
        assertThat(CauseRules.cause(level.withNumber(gone), LAST)).isEqualTo(ChangeCause.ORDER);
        assertThat(CauseRules.cause(level.withNumber(toldBefore), number("10", "1", 2, 0)))
                .isEqualTo(ChangeCause.ORDER);
        assertThat(CauseRules.cause(level.withNumber(back), LAST)).isEqualTo(ChangeCause.ORDER);
        assertThat(CauseRules.cause(level.withNumber(gone), number("6", "1", 0, 0)))
                .as("Odoo moved more")
                .isEqualTo(ChangeCause.ODOO);
        assertThat(CauseRules.cause(level.withNumber(gone), number("10", "1", 2, 0)))
                .as("the order is waited for: its units account for what is gone")
                .isEqualTo(ChangeCause.DRIFT);
    }

    @Test
    void theFirstNumberIsTheFirstSync() {
        assertThat(CauseRules.cause(kept(key(11, 1), 4), LAST)).isEqualTo(ChangeCause.FIRST_SYNC);
    }

    private static ChangeCause cause(StockNumber number) {
        return CauseRules.cause(kept(key(11, 1), 4).withNumber(Optional.of(LAST)), number);
    }

    private static StockNumber number(String free, String share, long pending, long buffer) {
        StockSource source = new StockSource(Kind.WAREHOUSE, new OdooId(1));
        return new StockNumber(
                List.of(new SourceStock(source, new BigDecimal(free), new BigDecimal(share))),
                pending,
                0,
                buffer,
                0,
                0,
                0,
                0);
    }
}
