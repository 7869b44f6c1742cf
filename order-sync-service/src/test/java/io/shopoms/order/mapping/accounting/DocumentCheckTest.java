package io.shopoms.order.mapping.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import io.shopoms.order.mapping.accounting.DocumentCheck.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentCheckTest {

    private static final BigDecimal LIMIT = new BigDecimal("0.05");

    private final AccountingDocument document = new AccountingDocument(
            7,
            Optional.empty(),
            Kind.INVOICE,
            State.DRAFT,
            "draft invoice 7",
            new BigDecimal("102.74"),
            new BigDecimal("9.34"),
            new BigDecimal("102.74"),
            List.of());

    @Test
    void equalAmountsAgreeHoweverTheyAreSpelled() {
        assertThat(strict("102.740", "9.3400")).isEqualTo(new Verdict.Agrees(Optional.empty()));
    }

    @Test
    void aSmallDifferenceGoesOnOneLineOnce() {
        assertThat(strict("102.76", "9.34")).isEqualTo(new Verdict.NeedsRounding(new BigDecimal("0.02")));
        assertThat(check(true, "102.76", "9.34", false))
                .isEqualTo(new Verdict.Differs("total: expected 102.76 USD, Odoo 102.74 USD"));
    }

    @Test
    void aLargerOneIsNamed() {
        assertThat(strict("103.74", "9.30"))
                .isEqualTo(new Verdict.Differs(
                        "total: expected 103.74 USD, Odoo 102.74 USD; tax: expected 9.30 USD, Odoo 9.34 USD"));
    }

    @Test
    void equalTotalsDoNotHideUnequalTaxes() {
        assertThat(strict("102.74", "9.33")).isEqualTo(new Verdict.Differs("tax: expected 9.33 USD, Odoo 9.34 USD"));
        assertThat(check(false, "102.74", "9.33", true))
                .isEqualTo(new Verdict.Agrees(Optional.of("tax: expected 9.33 USD, Odoo 9.34 USD")));
        assertThat(check(false, "102.74", "9.20", true))
                .isEqualTo(new Verdict.Differs("tax: expected 9.20 USD, Odoo 9.34 USD"));
    }

    private Verdict strict(String total, String tax) {
        return check(true, total, tax, true);
    }

    private Verdict check(boolean exactTax, String total, String tax, boolean mayRound) {
        return new DocumentCheck(exactTax, LIMIT, "USD")
                .check(document, new Expected(new BigDecimal(total), new BigDecimal(tax)), mayRound);
    }
}
