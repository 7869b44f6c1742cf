package io.shopoms.order.policy;

import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.policy.OrderPolicy.Returns;
import io.shopoms.order.policy.OrderPolicy.TestOrders;
import io.shopoms.order.policy.OrderPolicy.UnknownProduct;
import io.shopoms.order.policy.OrderPolicy.UnpaidOrders;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a merchant chooses about orders, for all stores; {@link #stores()} holds what single stores choose otherwise. */
@ConfigMapping(prefix = "shopoms.orders")
interface OrderPolicySettings {

    /** What to do with orders of a test gateway: {@code ignore} or {@code process}. */
    @WithDefault("ignore")
    TestOrders testOrders();

    /**
     * The largest amount that one rounding line may carry, in the order's currency; 0 allows none. Currencies of other than
     * two decimals have the same number of minor units: 5 yen, 0.005 dinar.
     */
    @WithDefault("0.05")
    @WithConverter(SettingForms.Limit.class)
    BigDecimal roundingLimit();

    /** Payment gateways that mean cash on delivery; compared by letters and digits. */
    @WithDefault("cash_on_delivery,cash on delivery (cod),cod")
    List<String> codGateways();

    /** Whether Shopify's order tags become tags of the Odoo order. */
    @WithDefault("true")
    @WithConverter(SettingForms.Switch.class)
    boolean copyTags();

    /**
     * Which Odoo tax to use where several have the same rate: {@code <percent>:<included|excluded>=<id>}, separated by
     * commas, such as {@code 19:included=5,7.25:excluded=6}.
     */
    Optional<@WithConverter(SettingForms.Taxes.class) TaxChoices> taxes();

    /**
     * A line whose SKU Odoo does not know: the order {@code wait}s until the product exists, or the line is booked on a
     * {@code placeholder} product.
     */
    @WithDefault("wait")
    UnknownProduct unknownProduct();

    /** The currency of the Odoo order: the {@code shop}'s own, or the {@code presentment} one that the customer paid in. */
    @WithDefault("shop")
    AmountsIn amountsIn();

    /**
     * How a customer whom shopOMS did not create is recognised in Odoo, tried in the order given: {@code email},
     * {@code phone}; empty for not at all.
     */
    @WithDefault("email")
    Optional<List<CustomerMatch>> matchCustomersBy();

    /** A prepaid order without a payment: {@code confirm} it, or {@code hold} it as a quotation until it is paid. */
    @WithDefault("confirm")
    UnpaidOrders unpaidOrders();

    /** Invoices that shopOMS makes: {@code none}, {@code draft} or {@code posted}. */
    @WithDefault("none")
    Documents invoices();

    /**
     * Where the payments of posted invoices are booked: {@code <gateway>=<journal code>}, separated by commas, such as
     * {@code shopify_payments=BNK1,gift_card=GIFT}; {@code *} stands for every other gateway. Without an entry no payment
     * is registered.
     */
    Optional<@WithConverter(SettingForms.Journals.class) JournalChoices> journals();

    /** A refund of an order that was never invoiced: its quantities {@code shrink}, or a {@code credit} note is made. */
    @WithDefault("shrink")
    RefundsBeforeInvoice refundsBeforeInvoice();

    /** Credit notes for refunds of invoiced orders: {@code none}, {@code draft} or {@code posted}. */
    @WithDefault("draft")
    Documents creditNotes();

    /** Delivered goods that come back: {@code none}, {@code prepare} a return in Odoo, or {@code receive} them at once. */
    @WithDefault("prepare")
    Returns returns();

    /**
     * What one store chooses otherwise, by the first part of its domain: {@code acme} for {@code acme.myshopify.com}. In an
     * environment variable without punctuation: an underscore would end the name.
     */
    Map<String, StoreChoices> stores();

    /** Each as described above; what is absent is as for all stores. */
    interface StoreChoices {

        Optional<TestOrders> testOrders();

        Optional<@WithConverter(SettingForms.Limit.class) BigDecimal> roundingLimit();

        Optional<List<String>> codGateways();

        Optional<@WithConverter(SettingForms.Switch.class) Boolean> copyTags();

        Optional<@WithConverter(SettingForms.Taxes.class) TaxChoices> taxes();

        Optional<UnknownProduct> unknownProduct();

        Optional<AmountsIn> amountsIn();

        Optional<List<CustomerMatch>> matchCustomersBy();

        Optional<UnpaidOrders> unpaidOrders();

        Optional<Documents> invoices();

        Optional<@WithConverter(SettingForms.Journals.class) JournalChoices> journals();

        Optional<RefundsBeforeInvoice> refundsBeforeInvoice();

        Optional<Documents> creditNotes();

        Optional<Returns> returns();
    }
}
