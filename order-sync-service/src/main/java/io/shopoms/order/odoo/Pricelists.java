package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.odoo.Companies.Company;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code product.pricelist}: the only way to give an order a currency, since Odoo ignores one that is set on the order. Its
 * prices do not matter, every line brings its own.
 */
@ApplicationScoped
class Pricelists {

    private static final int REMEMBERED = 500;

    private final Companies companies;
    private final ReferenceCache<String, Pricelist> cache;

    Pricelists(Clock clock, OrderSettings settings, Companies companies) {
        this.companies = companies;
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** By currency code. A currency without a pricelist is absent, unless it is the company's own. */
    Uni<Map<String, Pricelist>> byCurrency(Store store, OdooClient odoo, Collection<String> codes) {
        return cache.resolve(
                store.shop(),
                codes,
                unknown -> companies.own(store, odoo).chain(company -> lookUp(odoo, company, unknown)));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Map<String, Pricelist>> lookUp(OdooClient odoo, Company company, Set<String> codes) {
        return odoo.searchRead("res.currency", Domain.where("name", "in", List.copyOf(codes)), List.of("name"), "", 0)
                .chain(currencies -> odoo.searchRead(
                                "product.pricelist",
                                Domain.where(
                                                "currency_id",
                                                "in",
                                                currencies.stream()
                                                        .map(Records::id)
                                                        .toList())
                                        .and("company_id", "in", List.of(company.id(), false)),
                                List.of("currency_id"),
                                "id",
                                0)
                        .map(pricelists -> choose(company, currencies, pricelists)));
    }

    private static Map<String, Pricelist> choose(
            Company company, List<JsonNode> currencies, List<JsonNode> pricelists) {
        Map<String, Pricelist> result = new HashMap<>();
        for (JsonNode currency : currencies) {
            long currencyId = Records.id(currency);
            Optional<Long> first = pricelists.stream()
                    .filter(pricelist -> Records.reference(pricelist, "currency_id") == currencyId)
                    .map(Records::id)
                    .findFirst();
            if (first.isPresent() || currencyId == company.currencyId()) {
                result.put(Records.text(currency, "name"), new Pricelist(first, currencyId));
            }
        }
        return result;
    }
}
