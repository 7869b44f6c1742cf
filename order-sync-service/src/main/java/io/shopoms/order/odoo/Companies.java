package io.shopoms.order.odoo;

import io.shopoms.order.OrderSettings;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The company that the integration user works for; documents, taxes and pricelists are its. */
@ApplicationScoped
class Companies {

    private static final int REMEMBERED = 200;
    private static final String OWN = "own";

    private final ReferenceCache<String, Company> cache;

    Companies(Clock clock, OrderSettings settings) {
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** @param roundsPerLine whether taxes are rounded line by line, as Shopify does */
    record Company(long id, long currencyId, boolean roundsPerLine) {}

    Uni<Company> own(Store store, OdooClient odoo) {
        return cache.resolve(store.shop(), List.of(OWN), unknown -> lookUp(odoo).map(company -> Map.of(OWN, company)))
                .map(found -> found.get(OWN));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Company> lookUp(OdooClient odoo) {
        return odoo.userId()
                .chain(user -> odoo.read("res.users", List.of(user), List.of("company_id")))
                .map(users -> users.isEmpty() ? 0 : Records.reference(users.get(0), "company_id"))
                .chain(id -> odoo.read(
                        "res.company", List.of(id), List.of("currency_id", "tax_calculation_rounding_method")))
                .map(companies -> companies.stream()
                        .findFirst()
                        .map(company -> new Company(
                                Records.id(company),
                                Records.reference(company, "currency_id"),
                                Records.text(company, "tax_calculation_rounding_method")
                                        .equals("round_per_line")))
                        .orElseThrow(Companies::unreadable));
    }

    private static SyncFailureException unreadable() {
        return new SyncFailureException(new Misconfigured(
                "Odoo does not show the company of the integration user",
                "Give the user of ODOO_API_KEY a company that it may read."));
    }
}
