package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.CurrencyMatch;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.odoo.Companies.Company;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
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
import org.jboss.logging.Logger;

/**
 * {@code product.pricelist}: the only way to give an order a currency, since Odoo ignores one that is set on the order. Its
 * prices do not matter, every line brings its own. One that is missing in an active currency is made where the key may.
 */
@ApplicationScoped
class Pricelists {

    private static final Logger LOG = Logger.getLogger(Pricelists.class);
    private static final int REMEMBERED = 500;
    private static final List<String> COLUMNS = List.of("id", "name", "currency_id/.id", "company_id/.id");

    private final Companies companies;
    private final ReferenceCache<String, CurrencyMatch> cache;

    Pricelists(Clock clock, OrderSettings settings, Companies companies) {
        this.companies = companies;
        this.cache =
                new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED, Pricelist.class::isInstance);
    }

    /** By currency code; codes that Odoo does not know are absent. */
    Uni<Map<String, CurrencyMatch>> byCurrency(Store store, OdooClient odoo, Collection<String> codes) {
        return cache.resolve(
                store.shop(),
                codes,
                unknown -> companies
                        .own(store, odoo)
                        .chain(company -> lookUp(odoo, company, unknown)
                                .chain(found -> create(store.shop(), odoo, company, found))));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    /** A currency as Odoo has it. */
    record Found(long id, String code, boolean active, Optional<Long> pricelist) {}

    private static Uni<List<Found>> lookUp(OdooClient odoo, Company company, Set<String> codes) {
        return odoo.searchRead(
                        "res.currency",
                        // Naming the field 'active' makes Odoo search inactive currencies too.
                        Domain.where("name", "in", List.copyOf(codes)).and("active", "in", List.of(true, false)),
                        List.of("name", "active"),
                        "",
                        0)
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
                        .map(pricelists -> found(currencies, pricelists)));
    }

    /** The first pricelist of each currency. */
    static List<Found> found(List<JsonNode> currencies, List<JsonNode> pricelists) {
        return currencies.stream()
                .map(currency -> new Found(
                        Records.id(currency),
                        Records.text(currency, "name"),
                        currency.path("active").asBoolean(),
                        pricelists.stream()
                                .filter(pricelist ->
                                        Records.reference(pricelist, "currency_id") == Records.id(currency))
                                .map(Records::id)
                                .findFirst()))
                .toList();
    }

    /** Makes the missing pricelists of active currencies; the company's own currency needs none. */
    private static Uni<Map<String, CurrencyMatch>> create(
            ShopDomain shop, OdooClient odoo, Company company, List<Found> found) {
        List<Found> missing = found.stream()
                .filter(currency ->
                        currency.active() && currency.pricelist().isEmpty() && currency.id() != company.currencyId())
                .toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(matches(company, found, Map.of()));
        }
        List<List<Object>> rows = missing.stream()
                .map(currency -> List.<Object>of(
                        ExternalId.of(shop, "pricelist", currency.code()).toString(),
                        "Shopify " + currency.code(),
                        currency.id(),
                        company.id()))
                .toList();
        return odoo.createAbsent(new Load("product.pricelist", COLUMNS, rows))
                .map(ids -> made(missing, ids))
                .onFailure(Pricelists::isRefusal)
                .recoverWithItem(refusal -> {
                    LOG.warnf("pricelists of %s cannot be created: %s", shop, refusal.getMessage());
                    return Map.of();
                })
                .map(made -> matches(company, found, made));
    }

    private static Map<String, Long> made(List<Found> missing, List<Long> ids) {
        Map<String, Long> made = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            made.put(missing.get(i).code(), ids.get(i));
        }
        return made;
    }

    static Map<String, CurrencyMatch> matches(Company company, List<Found> found, Map<String, Long> made) {
        Map<String, CurrencyMatch> matches = new HashMap<>();
        for (Found currency : found) {
            Optional<Long> pricelist = currency.pricelist().or(() -> Optional.ofNullable(made.get(currency.code())));
            if (!currency.active()) {
                matches.put(currency.code(), new CurrencyMatch.Inactive());
            } else if (pricelist.isPresent() || currency.id() == company.currencyId()) {
                matches.put(currency.code(), new Pricelist(pricelist, currency.id()));
            } else {
                matches.put(currency.code(), new CurrencyMatch.NoPricelist());
            }
        }
        return matches;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof TransientFailure);
    }
}
