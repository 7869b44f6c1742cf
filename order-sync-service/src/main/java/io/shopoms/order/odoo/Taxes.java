package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.mapping.TaxMatch;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code account.tax}, found by rate and by whether prices include it. People make them; the key may not. */
@ApplicationScoped
class Taxes {

    private static final int REMEMBERED = 2_000;

    private final Companies companies;
    private final OrderPolicies policies;
    private final ReferenceCache<TaxKey, TaxMatch> cache;

    Taxes(Clock clock, OrderSettings settings, OrderPolicies policies, Companies companies) {
        this.companies = companies;
        this.policies = policies;
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** The taxes behind all keys in one call; unknown ones are absent. */
    Uni<Map<TaxKey, TaxMatch>> byKey(Store store, OdooClient odoo, Collection<TaxKey> keys) {
        return cache.resolve(
                store.shop(),
                keys,
                unknown -> companies
                        .own(store, odoo)
                        .chain(company -> odoo.searchRead(
                                        "account.tax",
                                        Domain.where("type_tax_use", "=", "sale")
                                                .and("amount_type", "=", "percent")
                                                .and("company_id", "=", company.id()),
                                        List.of("amount", "price_include"),
                                        "",
                                        0)
                                .map(taxes -> matches(
                                        unknown,
                                        taxes,
                                        TaxChoices.parse(
                                                policies.of(store.shop()).taxes())))));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    static Map<TaxKey, TaxMatch> matches(Collection<TaxKey> wanted, List<JsonNode> taxes, Map<TaxKey, Long> choices) {
        Map<TaxKey, List<Long>> byKey = new HashMap<>();
        for (JsonNode tax : taxes) {
            BigDecimal percent = Records.number(tax, "amount");
            TaxKey key = new TaxKey(percent, tax.path("price_include").asBoolean());
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(Records.id(tax));
        }
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
}
