package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.order.odoo.SetupFinding.Severity;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What orders need in Odoo, looked at before the first one comes; what the key may create is made in passing. */
@ApplicationScoped
public class OdooSetup {

    private static final String INCOME_ACCOUNT = "property_account_income_id";

    private final Companies companies;
    private final ServiceProducts products;
    private final Pricelists pricelists;
    private final Taxes taxes;
    private final OrderPolicies policies;

    OdooSetup(
            Companies companies, ServiceProducts products, Pricelists pricelists, Taxes taxes, OrderPolicies policies) {
        this.companies = companies;
        this.products = products;
        this.pricelists = pricelists;
        this.taxes = taxes;
        this.policies = policies;
    }

    /** What every order needs. Fails if Odoo cannot be asked. */
    public Uni<List<SetupFinding>> findings(Store store, OdooClient odoo) {
        return companies
                .own(store, odoo)
                .chain(company -> products.all(store, odoo).map(found -> basics(store, company, found)));
    }

    /** Everything, as Odoo has it now: what every order needs, and what some need. Fails if Odoo cannot be asked. */
    public Uni<List<SetupFinding>> allFindings(Store store, OdooClient odoo) {
        companies.forget(store);
        products.forget(store);
        pricelists.forget(store);
        List<SetupFinding> all = new ArrayList<>();
        return findings(store, odoo)
                .invoke(all::addAll)
                .chain(() -> currencies(store, odoo))
                .invoke(all::addAll)
                .chain(() -> journals(store, odoo))
                .invoke(all::addAll)
                .chain(() -> ambiguousTaxes(store, odoo))
                .invoke(all::addAll)
                .chain(() -> giftCards(store, odoo))
                .invoke(all::addAll)
                .replaceWith(all);
    }

    private static List<SetupFinding> basics(Store store, Companies.Company company, Map<ServiceProduct, Long> found) {
        List<SetupFinding> findings = new ArrayList<>();
        if (!company.roundsPerLine()) {
            findings.add(new SetupFinding(
                    Severity.UNSUITABLE,
                    "rounding",
                    "Odoo rounds taxes over the whole order, Shopify per line: cents may differ",
                    "Set 'Round per Line' in Odoo's accounting settings."));
        }
        Arrays.stream(ServiceProduct.values())
                .filter(product -> !found.containsKey(product))
                .map(product -> new SetupFinding(
                        Severity.MISSING,
                        "product " + product.key(),
                        "the product for '" + product.label() + "' is missing",
                        "Give the key the right to create products, or import one with the external id "
                                + ExternalId.of(store.shop(), "product", product.key()) + "."))
                .forEach(findings::add);
        return findings;
    }

    /** An order's currency is that of its pricelist: a currency without one cannot be sold in. */
    private Uni<List<SetupFinding>> currencies(Store store, OdooClient odoo) {
        return odoo.searchRead("res.currency", Domain.where("active", "=", true), List.of("name"), "", 0)
                .map(currencies -> names(currencies, "name"))
                .chain(codes -> pricelists
                        .byCurrency(store, odoo, codes)
                        .map(found -> codes.stream()
                                .filter(code -> !(found.get(code) instanceof Pricelist))
                                .map(code -> new SetupFinding(
                                        Severity.MISSING,
                                        "pricelist " + code,
                                        "the active currency " + code + " has no pricelist",
                                        "Give the key the right to create pricelists, create one in " + code
                                                + ", or archive the currency."))
                                .toList()));
    }

    private Uni<List<SetupFinding>> journals(Store store, OdooClient odoo) {
        Collection<String> wanted = policies.of(store.shop()).journals().all();
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return odoo.searchRead(
                        "account.journal", Domain.where("code", "in", List.copyOf(wanted)), List.of("code"), "", 0)
                .map(journals -> names(journals, "code"))
                .map(known -> wanted.stream()
                        .filter(code -> !known.contains(code))
                        .map(code -> new SetupFinding(
                                Severity.MISSING,
                                "journal " + code,
                                "shopoms.orders.journals names the journal " + code + ", which Odoo does not have",
                                "Create a bank or cash journal with this short code, or correct the setting."))
                        .toList());
    }

    private Uni<List<SetupFinding>> ambiguousTaxes(Store store, OdooClient odoo) {
        return taxes.ambiguous(store, odoo)
                .map(several -> several.entrySet().stream()
                        .map(tax -> new SetupFinding(
                                Severity.NOTE,
                                "tax " + tax.getKey(),
                                "several sales taxes are " + tax.getKey() + " (ids "
                                        + tax.getValue().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")) + ")",
                                "If Shopify charges this rate, choose one: PUT /api/orders/taxes/"
                                        + tax.getKey().percent().toPlainString() + "/"
                                        + (tax.getKey().included() ? "included" : "excluded") + "."))
                        .toList());
    }

    /** Which account a liability is booked on, only the merchant's books say. */
    private Uni<List<SetupFinding>> giftCards(Store store, OdooClient odoo) {
        return products.all(store, odoo)
                .map(found ->
                        Stream.ofNullable(found.get(ServiceProduct.GIFT_CARD)).toList())
                .chain(ids -> odoo.read("product.product", ids, List.of(INCOME_ACCOUNT)))
                .map(products -> products.stream()
                        .filter(product -> Records.reference(product, INCOME_ACCOUNT) == 0)
                        .map(product -> new SetupFinding(
                                Severity.NOTE,
                                "product " + ServiceProduct.GIFT_CARD.key(),
                                "gift cards that are sold are booked as revenue: their product has no income account of"
                                        + " its own",
                                "If the store sells gift cards, set a liability account as the income account of the"
                                        + " product '" + ServiceProduct.GIFT_CARD.label() + "' in Odoo."))
                        .toList());
    }

    private static Set<String> names(List<JsonNode> records, String field) {
        return records.stream()
                .map(record -> Records.text(record, field))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
