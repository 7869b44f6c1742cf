package io.shopoms.inventory.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StockFailuresTest {

    @Test
    void aCountedStorableProductHasNoFailure() {
        assertThat(StockFailures.product(link(Measured.REFUSE), Optional.of(product(true, true, true))))
                .isEmpty();
    }

    @Test
    void aProductThatOdooDoesNotShowIsNamed() {
        assertThat(StockFailures.product(link(Measured.REFUSE), Optional.empty()))
                .get()
                .isInstanceOf(MissingDependency.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("7", "SKU CUP-1");
    }

    @Test
    void anArchivedProductAndOneWithoutStockAreNamed() {
        assertThat(StockFailures.product(link(Measured.REFUSE), Optional.of(product(false, true, true))))
                .get()
                .isInstanceOf(RejectedByTarget.class);
        assertThat(StockFailures.product(link(Measured.REFUSE), Optional.of(product(true, false, true))))
                .get()
                .isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void aMeasuredProductIsRefusedUnlessTheLinkSaysThatAPieceIsAUnit() {
        assertThat(StockFailures.product(link(Measured.REFUSE), Optional.of(product(true, true, false))))
                .get()
                .isInstanceOf(InvalidPayload.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("kg");
        assertThat(StockFailures.product(link(Measured.WHOLE_UNITS), Optional.of(product(true, true, false))))
                .isEmpty();
    }

    @Test
    void ofSeveralFailuresOneThatPassesByItselfIsTriedAgain() {
        SyncFailure passing = new TransientFailure("no answer");
        SyncFailure lasting = new InvalidPayload("gigantic", "correct it");

        assertThat(StockFailures.together(List.of())).isEmpty();
        assertThat(StockFailures.together(List.of(lasting))).contains(lasting);
        assertThat(StockFailures.together(List.of(lasting, passing)))
                .get()
                .isInstanceOf(TransientFailure.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("gigantic", "no answer");
    }

    private static StockLink link(Measured measured) {
        return new StockLink(
                new ShopDomain("acme.myshopify.com"),
                new ShopifyId(11),
                new ShopifyId(12),
                new OdooId(7),
                "CUP-1",
                true,
                Optional.empty(),
                OptionalLong.empty(),
                measured);
    }

    private static ProductStock product(boolean active, boolean storable, boolean counted) {
        return new ProductStock(new OdooId(7), active, storable, counted ? "Units" : "kg", counted, Map.of());
    }
}
