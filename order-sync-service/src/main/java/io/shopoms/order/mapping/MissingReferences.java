package io.shopoms.order.mapping;

import io.shopoms.model.Sku;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.ExternalId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that one order lacks in Odoo, so that a person hears of all of it at once. */
final class MissingReferences {

    private static final int MOST_NAMED = 10;

    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> missingRemedies = new LinkedHashSet<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();
    private final Set<String> ambiguousRemedies = new LinkedHashSet<>();

    void sku(Sku sku) {
        missing.add("SKU " + sku + " is not in Odoo");
        missingRemedies.add("Create the product with this internal reference in Odoo, or correct the SKU in Shopify.");
    }

    void ambiguousSku(Sku sku, List<Long> productIds) {
        ambiguous.add("SKU " + sku + " belongs to several products in Odoo (ids " + named(productIds) + ")");
        ambiguousRemedies.add("Leave the internal reference on one of the products, then retry.");
    }

    void tax(TaxKey tax) {
        missing.add("a sales tax of " + tax + " is not in Odoo");
        missingRemedies.add("Create the tax in Odoo (type sales, percentage of price, "
                + "'included in price' as named), or name one in shopoms.orders.taxes.");
    }

    void ambiguousTax(TaxKey tax, List<Long> taxIds) {
        ambiguous.add("several sales taxes in Odoo are " + tax + " (ids " + named(taxIds) + ")");
        String rate = tax.percent().toPlainString();
        String kind = tax.included() ? "included" : "excluded";
        ambiguousRemedies.add("Choose the one to use with PUT /api/orders/taxes/" + rate + "/" + kind
                + ", or in shopoms.orders.taxes, such as " + rate + ":" + kind + "=" + taxIds.get(0)
                + ", then retry.");
    }

    void product(ServiceProduct product, ExternalId externalId) {
        missing.add("the product for '" + product.label() + "' (" + externalId + ") is not in Odoo");
        missingRemedies.add("Give the integration user the right to create products, or import a service product with"
                + " this external id.");
    }

    void currency(String currency, CurrencyMatch match, ExternalId pricelist) {
        if (match instanceof CurrencyMatch.NoPricelist) {
            missing.add("a pricelist in " + currency + " is not in Odoo");
            missingRemedies.add("Give the integration user the right to create pricelists, or create one in " + currency
                    + " (any name; an import may give it the external id " + pricelist + ").");
        } else {
            missing.add("the currency " + currency
                    + (match instanceof CurrencyMatch.Inactive ? " is not active in Odoo" : " is not in Odoo"));
            missingRemedies.add("Activate " + currency + " in Odoo (Settings > Accounting > Currencies).");
        }
    }

    /** @throws SyncFailureException naming everything that was collected; nothing collected, nothing thrown */
    void throwIfAny() {
        if (!missing.isEmpty()) {
            throw new SyncFailureException(new MissingDependency(
                    joined(missing), String.join(" ", missingRemedies) + " The order then goes through by itself."));
        }
        if (!ambiguous.isEmpty()) {
            throw new SyncFailureException(
                    new RejectedByTarget(joined(ambiguous), String.join(" ", ambiguousRemedies)));
        }
    }

    private static String joined(Set<String> texts) {
        String named = String.join("; ", texts.stream().limit(MOST_NAMED).toList());
        return texts.size() <= MOST_NAMED ? named : named + "; and " + (texts.size() - MOST_NAMED) + " more";
    }

    private static String named(List<Long> ids) {
        return String.join(
                ", ", ids.stream().limit(MOST_NAMED).map(String::valueOf).toList());
    }
}
