package io.shopoms.order.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a merchant chose for one store. The settings are described in {@link OrderPolicySettings}.
 *
 * @param roundingLimit the largest amount of one rounding line, in currencies of two decimals
 * @param taxes which tax is meant where several have one rate
 * @param matchCustomersBy in the order in which they are tried, after Shopify's own id
 * @param journals where payments are booked
 */
public record OrderPolicy(
        TestOrders testOrders,
        BigDecimal roundingLimit,
        List<String> codGateways,
        boolean copyTags,
        TaxChoices taxes,
        UnknownProduct unknownProduct,
        AmountsIn amountsIn,
        List<CustomerMatch> matchCustomersBy,
        UnpaidOrders unpaidOrders,
        Documents invoices,
        JournalChoices journals,
        RefundsBeforeInvoice refundsBeforeInvoice,
        Documents creditNotes,
        Returns returns) {

    public OrderPolicy {
        codGateways = List.copyOf(codGateways);
        matchCustomersBy = List.copyOf(matchCustomersBy);
    }

    /** What to do with orders of a test gateway. */
    public enum TestOrders {
        IGNORE,
        PROCESS
    }

    /** What to do with a line whose SKU Odoo does not know. */
    public enum UnknownProduct {
        /** The order waits until the product exists. */
        WAIT,
        /** The line is booked on a placeholder product and keeps its text; nothing of it is shipped from stock. */
        PLACEHOLDER
    }

    /** Which of an order's two currencies Odoo gets. */
    public enum AmountsIn {
        /** The shop's own. */
        SHOP,
        /** The one that the customer saw and paid. */
        PRESENTMENT
    }

    /** How a customer is recognised in Odoo. */
    public enum CustomerMatch {
        EMAIL,
        PHONE
    }

    /** What to do with a prepaid order that is not paid yet. */
    public enum UnpaidOrders {
        CONFIRM,
        /** It stays a quotation until money came in, or is authorised. */
        HOLD
    }

    /** Which accounting documents are made. */
    public enum Documents {
        NONE,
        DRAFT,
        POSTED
    }

    /** What a refund does to an order that was never invoiced. */
    public enum RefundsBeforeInvoice {
        /** Its quantities shrink. */
        SHRINK,
        /** They stay, and a credit note says what went back. */
        CREDIT
    }

    /** What is done in Odoo's warehouse for delivered goods that come back. */
    public enum Returns {
        NONE,
        /** A return is prepared; a person validates it when the goods are there. */
        PREPARE,
        /** The return is validated at once: Shopify has them back in stock. */
        RECEIVE
    }
}
