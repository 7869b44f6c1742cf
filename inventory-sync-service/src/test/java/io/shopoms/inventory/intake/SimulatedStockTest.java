package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.fixtures.OdooUnderTest;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** The same in the simulated Odoo, and what only that one can be made to do. */
class SimulatedStockTest extends StockScenarios {

    private static final String LOAD = "stock.picking/load";
    private static final String VALIDATE = "stock.picking/button_validate";

    @Override
    OdooUnderTest start() {
        return OdooUnderTest.simulated();
    }

    @Test
    void anAdjustmentWhoseAnswersAreLostIsMadeOnce() {
        // Given
        OdooId product = stocked(5);
        String mark = mark();
        odoo.simulator().faults().add(Fault.lostResponse(LOAD));
        odoo.simulator().faults().add(Fault.lostResponse(VALIDATE));

        // When
        SyncFailure first = failure(adjust(product, mark, -2));
        String second = get(adjust(product, mark, -2));

        // Then
        assertThat(first).isInstanceOf(TransientFailure.class);
        assertThat(second).startsWith("3 on hand in ");
        assertThat(free(product)).isEqualByComparingTo("3");
        assertThat(work.transfers(mark)).hasSize(1);
    }

    @Test
    void allThatIsFreeCanBeTakenAwayAlsoAtTheSecondAttempt() {
        // Given
        OdooId product = stocked(5);
        String mark = mark();
        odoo.simulator().faults().add(Fault.reset(VALIDATE));
        failure(adjust(product, mark, -5));

        // When
        String again = get(adjust(product, mark, -5));

        // Then
        assertThat(again).startsWith("0 on hand in ");
    }

    @Test
    void anAdjustmentThatPeopleCancelledIsNotMadeAgain() {
        // Given
        OdooId product = stocked(5);
        String mark = mark();
        odoo.simulator().faults().add(Fault.reset(VALIDATE));
        failure(adjust(product, mark, -2));
        JsonNode transfer = work.transfers(mark).get(0);
        work.cancelTransfer(transfer.path("id").asLong());

        // When
        SyncFailure failure = failure(adjust(product, mark, -2));

        // Then
        assertThat(failure).isInstanceOf(RejectedByTarget.class);
        assertThat(failure.message()).contains("was cancelled in Odoo");
        assertThat(free(product)).isEqualByComparingTo("5");
    }

    @Test
    void aMissingRightIsNamedAndNothingIsTakenForZero() {
        // Given
        OdooId product = stocked(5);
        odoo.simulator().rights().set("stock.warehouse", "read", false);

        // When
        SyncFailure failure = failure(Uni.createFrom().item(() -> free(product)));
        odoo.simulator().rights().set("stock.warehouse", "read", true);

        // Then
        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.remedy()).contains("stock.group_stock_user");
    }
}
