package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.mapping.TaxMatch;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.TaxMappings;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code account.tax}, found by rate and by whether prices include it. People make them; the key may not. */
@ApplicationScoped
class Taxes {

    private static final int REMEMBERED = 2_000;

    private final Companies companies;
    private final OrderPolicies policies;
    private final TaxMappings mappings;
    private final ReferenceCache<TaxKey, TaxMatch> cache;

    Taxes(Clock clock, OrderSettings settings, OrderPolicies policies, TaxMappings mappings, Companies companies) {
        this.companies = companies;
        this.policies = policies;
        this.mappings = mappings;
        this.cache = new ReferenceCache<>(
                clock, settings.referencesExpireAfter(), REMEMBERED, TaxMatch.One.class::isInstance);
    }

    /** The taxes behind all keys in one call; unknown ones are absent. */
    Uni<Map<TaxKey, TaxMatch>> byKey(Store store, OdooClient odoo, Collection<TaxKey> keys) {
        return cache.resolve(
                store.shop(),
                keys,
                unknown -> choices(store)
                        .chain(choices -> salesTaxes(store, odoo).map(taxes -> matches(unknown, taxes, choices))));
    }

    /** Sales taxes of the integration user's company that are a percentage of the price. */
    private Uni<List<JsonNode>> salesTaxes(Store store, OdooClient odoo) {
        return companies
                .own(store, odoo)
                .chain(company -> odoo.searchRead(
                        "account.tax",
                        Domain.where("type_tax_use", "=", "sale")
                                .and("amount_type", "=", "percent")
                                .and("company_id", "=", company.id()),
                        List.of("amount", "price_include"),
                        "",
                        0));
    }

    /** What people chose: over REST, or else by the setting. */
    private Uni<Map<TaxKey, Long>> choices(Store store) {
        return mappings.of(store.shop()).map(chosen -> {
            Map<TaxKey, Long> choices =
                    new HashMap<>(policies.of(store.shop()).taxes().ids());
            choices.putAll(chosen);
            return choices;
        });
    }

    /** Rates that more than one tax has and nobody chose from, with the taxes' ids. */
    Uni<Map<TaxKey, List<Long>>> ambiguous(Store store, OdooClient odoo) {
        return choices(store)
                .chain(choices -> salesTaxes(store, odoo).map(taxes -> {
                    Map<TaxKey, List<Long>> several = new TreeMap<>();
                    idsByKey(taxes).forEach((key, ids) -> {
                        if (ids.size() > 1 && !choices.containsKey(key)) {
                            several.put(key, ids);
                        }
                    });
                    return several;
                }));
    }

    /** Why a tax cannot stand for a rate, with what to do instead; empty if it can. */
    Uni<Optional<String>> objection(OdooClient odoo, TaxKey key, long taxId) {
        return odoo.read(
                        "account.tax",
                        List.of(taxId),
                        List.of("type_tax_use", "amount_type", "amount", "price_include"))
                .map(found -> found.isEmpty()
                        ? Optional.of("Odoo has no tax with the id " + taxId)
                        : objection(found.get(0), key));
    }

    static Optional<String> objection(JsonNode tax, TaxKey key) {
        if (!Records.text(tax, "type_tax_use").equals("sale")) {
            return Optional.of("this tax is not for sales");
        }
        boolean percent = Records.text(tax, "amount_type").equals("percent");
        TaxKey own = new TaxKey(
                Records.number(tax, "amount"), tax.path("price_include").asBoolean());
        return percent && !own.equals(key)
                ? Optional.of("this tax is " + own + " in Odoo, so amounts would not agree")
                : Optional.empty();
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    static Map<TaxKey, TaxMatch> matches(Collection<TaxKey> wanted, List<JsonNode> taxes, Map<TaxKey, Long> choices) {
        Map<TaxKey, List<Long>> byKey = idsByKey(taxes);
        Map<TaxKey, TaxMatch> matches = new HashMap<>();
        for (TaxKey key : wanted) {
            if (choices.containsKey(key)) {
                matches.put(key, new TaxMatch.One(choices.get(key)));
            } else if (byKey.containsKey(key)) {
                List<Long> ids = byKey.get(key);
                matches.put(key, ids.size() == 1 ? new TaxMatch.One(ids.get(0)) : new TaxMatch.Several(ids));
            }
        }
        return matches;
    }

    private static Map<TaxKey, List<Long>> idsByKey(List<JsonNode> taxes) {
        Map<TaxKey, List<Long>> byKey = new HashMap<>();
        for (JsonNode tax : taxes) {
            TaxKey key = new TaxKey(
                    Records.number(tax, "amount"), tax.path("price_include").asBoolean());
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(Records.id(tax));
        }
        return byKey;
    }
}
