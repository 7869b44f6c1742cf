package io.shopoms.inventory;

import static io.shopoms.inventory.fixtures.StockWorld.ACME;
import static io.shopoms.inventory.fixtures.StockWorld.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.SellingStores;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.sync.store.Store;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Two stores sell the last units of one stock at once. Webhooks and events are up to half a minute late, doubled and
 * reordered, and the process dies now and then around its writes.
 */
class TwoStoresOneStockPropertyTest {

    @Property(tries = 400)
    void nothingIsOfferedThatIsKnownToBeSoldAndInTheEndAllSidesAgree(@ForAll long seed) {
        // Given
        SellingStores stores = new SellingStores(seed);
        StockProcessors processors = new StockProcessors(stores.world());

        // When: after each run of the service no store shows more than is left of what was known then
        stores.sell(processors::run, 120);
        stores.becomeQuiet(processors::run);

        // Then
        assertThat(stores.shows(ACME)).isEqualTo(stores.left());
        assertThat(stores.shows(BETA)).isEqualTo(stores.left());
        assertThat(stores.world().book.drifts).isEmpty();
        assertThat(stores.world().book.journal.open()).isEmpty();
        assertAccountsForEveryUnit(stores, ACME);
        assertAccountsForEveryUnit(stores, BETA);
    }

    private static void assertAccountsForEveryUnit(SellingStores stores, Store store) {
        List<AuditLine> history = stores.world().book.audit.get(store.shop());
        long at = 0;
        long orders = 0;
        long unexplained = 0;
        for (AuditLine line : history) {
            assertThat(line.before()).isEqualTo(at);
            at = line.after();
            boolean seen = line.source() == AuditLine.Source.SHOPIFY;
            orders += seen && line.cause() == ChangeCause.ORDER ? line.after() - line.before() + line.explains() : 0;
            unexplained += line.cause() == ChangeCause.UNEXPLAINED ? line.after() - line.before() : 0;
            unexplained -= line.explains();
        }
        assertThat(at).isEqualTo(stores.shows(store));
        assertThat(unexplained).isZero();
        assertThat(orders).isEqualTo(-stores.sold(store));
    }
}
