package io.shopoms.order.policy;

import io.quarkus.runtime.Startup;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.policy.OrderPolicySettings.StoreChoices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The policy of each store; made at the start, so that a malformed setting stops it. */
@Startup
@ApplicationScoped
public class OrderPolicies {

    private final OrderPolicy general;
    private final Map<String, OrderPolicy> byStore = new HashMap<>();

    OrderPolicies(OrderPolicySettings settings) {
        this.general = new OrderPolicy(
                settings.testOrders(),
                settings.roundingLimit(),
                settings.codGateways(),
                settings.copyTags(),
                settings.taxes().orElse(TaxChoices.none()),
                settings.unknownProduct(),
                settings.amountsIn(),
                settings.matchCustomersBy().orElse(List.of()),
                settings.unpaidOrders(),
                settings.invoices(),
                settings.journals().orElse(JournalChoices.none()),
                settings.refundsBeforeInvoice(),
                settings.creditNotes(),
                settings.returns());
        settings.stores().forEach((store, choices) -> byStore.put(plain(store), chosen(choices)));
    }

    /** What holds for a store. */
    public OrderPolicy of(ShopDomain shop) {
        return byStore.getOrDefault(plain(shop.handle()), general);
    }

    private OrderPolicy chosen(StoreChoices store) {
        return new OrderPolicy(
                store.testOrders().orElse(general.testOrders()),
                store.roundingLimit().orElse(general.roundingLimit()),
                store.codGateways().orElse(general.codGateways()),
                store.copyTags().orElse(general.copyTags()),
                store.taxes().orElse(general.taxes()),
                store.unknownProduct().orElse(general.unknownProduct()),
                store.amountsIn().orElse(general.amountsIn()),
                store.matchCustomersBy().orElse(general.matchCustomersBy()),
                store.unpaidOrders().orElse(general.unpaidOrders()),
                store.invoices().orElse(general.invoices()),
                store.journals().orElse(general.journals()),
                store.refundsBeforeInvoice().orElse(general.refundsBeforeInvoice()),
                store.creditNotes().orElse(general.creditNotes()),
                store.returns().orElse(general.returns()));
    }

    /** An environment variable keeps neither case nor punctuation: {@code ACMESHOP} is {@code acme-shop}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
