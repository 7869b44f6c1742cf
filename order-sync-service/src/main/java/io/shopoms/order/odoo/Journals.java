package io.shopoms.order.odoo;

import io.shopoms.order.OrderSettings;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code account.journal} by code, of the integration user's company. */
@ApplicationScoped
class Journals {

    private static final int REMEMBERED = 500;

    private final Companies companies;
    private final ReferenceCache<String, Long> cache;

    Journals(Clock clock, OrderSettings settings, Companies companies) {
        this.companies = companies;
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** Unknown codes are absent. */
    Uni<Map<String, Long>> byCode(Store store, OdooClient odoo, Collection<String> codes) {
        return cache.resolve(
                store.shop(),
                codes,
                unknown -> companies
                        .own(store, odoo)
                        .chain(company -> odoo.searchRead(
                                        "account.journal",
                                        Domain.where("code", "in", List.copyOf(unknown))
                                                .and("company_id", "=", company.id())
                                                .and("type", "in", List.of("bank", "cash", "credit", "general")),
                                        List.of("code"),
                                        "",
                                        0)
                                .map(journals -> journals.stream()
                                        .collect(Collectors.toMap(
                                                journal -> Records.text(journal, "code"), Records::id, (a, b) -> a)))));
    }
}
