package io.shopoms.order.mapping;

import io.shopoms.order.policy.GatewayName;
import io.shopoms.order.shopify.FinancialStatus;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells cash on delivery from prepaid by the names of the payment gateways, however they are spelled.
 *
 * <p>This judges one version of an order. That a COD order stays COD after it was paid otherwise is the cache's business:
 * its column keeps the word once seen.
 */
public final class PaymentMethodRules {

    private final Set<String> codGateways;

    public PaymentMethodRules(Collection<String> codGateways) {
        this.codGateways = codGateways.stream().map(GatewayName::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The method; empty while nothing tells: no gateway yet, and nothing paid. */
    public Optional<PaymentMethod> of(ShopifyOrder order) {
        if (order.gateways().stream().map(GatewayName::plain).anyMatch(codGateways::contains)) {
            return Optional.of(PaymentMethod.COD);
        }
        boolean undecided = order.gateways().isEmpty() && order.financialStatus() == FinancialStatus.PENDING;
        return undecided ? Optional.empty() : Optional.of(PaymentMethod.PREPAID);
    }
}
