package io.shopoms.sandbox.odoo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.RealOdoo;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated Odoo next to a real one with Sales, Inventory and Invoicing, whose user may invoice, and with sales taxes of
 * 19 and 21 % on top and of 7 and 19 % within the price, and price lists in USD, JPY and KWD. Leaves orders, invoices and payments behind: use a database for
 * tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = RealOdoo.MISSING)
class AccountingRealIT {

    private static final List<String> TAXES = List.of("19", "21", "-7", "-19");
    private static final int ORDERS = 25;

    @RegisterExtension
    static final OdooExtension SIMULATED = new OdooExtension();

    private final RealOdoo real = new RealOdoo();

    /** With no decimals, two and three. */
    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD"})
    void amountsOfOrdersAndInvoicesAreTheSame(String currency) {
        both(script -> script.ordersAndTheirInvoicesOfManyAmounts(ORDERS, currency));
    }

    @Test
    void loadedDocumentsSettleEachOtherAlike() {
        both(AccountingScript::loadedDocumentsSettleEachOther);
    }

    @Test
    void lockedAndChangedOrdersBehaveAlike() {
        both(AccountingScript::lockedOrdersAndChangedQuantities);
    }

    @Test
    void invoicesPaymentsAndCreditNotesTakeTheSameStates() {
        both(AccountingScript::invoiceOncePayInPartsThenCreditAPart);
    }

    @Test
    void cancelledPaymentsAndInvoicesTakeTheSameStates() {
        both(AccountingScript::fullCreditNoteThenCancelledPaymentsAndDrafts);
    }

    @Test
    void paymentsThatBookNothingAreAlike() {
        both(AccountingScript::aPaymentWhoseJournalIsWrittenAgain);
    }

    @Test
    void returnsHaveTheSameEffects() {
        both(AccountingScript::deliveredGoodsComeBack);
    }

    private void both(Consumer<AccountingScript> act) {
        // Given
        SIMULATED.data().tax("19", false);
        SIMULATED.data().tax("21", false);
        SIMULATED.data().tax("7", true);
        SIMULATED.data().tax("19", true);
        SIMULATED.data().pricelist("JPY");
        SIMULATED.data().pricelist("KWD");
        SIMULATED.data().rounding(RoundingMethod.parse(rounding()));
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        AccountingScript simulation = new AccountingScript(SIMULATED, run);
        AccountingScript reality = new AccountingScript(real, run);
        simulation.prepare(TAXES);
        reality.prepare(TAXES);

        // When
        act.accept(simulation);
        act.accept(reality);

        // Then
        assertThat(simulation.story()).isNotEmpty().containsExactlyElementsOf(reality.story());
    }

    private String rounding() {
        return real.ok(
                        "res.company",
                        "search_read",
                        Map.of("fields", List.of("tax_calculation_rounding_method"), "limit", 1))
                .at("/0/tax_calculation_rounding_method")
                .asText();
    }
}
