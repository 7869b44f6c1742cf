package io.shopoms.order.mapping;

/** How Odoo can take orders in a currency. */
public sealed interface CurrencyMatch
        permits References.Pricelist, CurrencyMatch.NoPricelist, CurrencyMatch.Inactive, CurrencyMatch.Unknown {

    /** The currency is active, but there is no pricelist in it and the key may not create one. */
    record NoPricelist() implements CurrencyMatch {}

    /** Odoo knows the currency and does not use it. */
    record Inactive() implements CurrencyMatch {}

    /** Odoo does not know the currency. */
    record Unknown() implements CurrencyMatch {}
}
