package io.shopoms.order.mapping;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.order.shopify.AdditionalFee;
import io.shopoms.order.shopify.Duty;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.TaxLine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be looked up in Odoo before orders can be mapped; collected over a batch, so that it costs a call each. */
public record OrderNeeds(
        Set<ShopifyId> variants, Set<Sku> skus, Set<TaxKey> taxes, Set<Place> places, Set<String> currencies) {

    /** The needs of all orders together. Lines without a remaining unit need nothing. */
    public static OrderNeeds of(Collection<ShopifyOrder> orders) {
        return new OrderNeeds(
                collect(
                        orders,
                        order -> OrderLines.remaining(order)
                                .filter(line -> !line.giftCard())
                                .flatMap(line -> line.variantId().stream())),
                collect(
                        orders,
                        order -> OrderLines.remaining(order)
                                .filter(line -> !line.giftCard())
                                .flatMap(line -> line.sku().stream())),
                new TreeSet<>(collect(orders, OrderNeeds::taxes)),
                collect(
                        orders,
                        order -> Stream.of(order.billingAddress(), order.shippingAddress())
                                .flatMap(address -> address.flatMap(Place::of).stream())),
                collect(orders, order -> Stream.of(order.currency())));
    }

    /** Duties and fees are without their taxes, also where prices include theirs. */
    private static Stream<TaxKey> taxes(ShopifyOrder order) {
        Stream<List<TaxLine>> inPrices = Stream.concat(
                OrderLines.remaining(order).map(LineItem::taxes),
                order.shippingLines().stream().map(ShippingLine::taxes));
        Stream<List<TaxLine>> onTop = Stream.concat(
                order.lines().stream().flatMap(line -> line.duties().stream()).map(Duty::taxes),
                order.fees().stream().map(AdditionalFee::taxes));
        return Stream.concat(
                inPrices.flatMap(taxes -> TaxSelection.keys(taxes, order.taxesIncluded()).stream()),
                onTop.flatMap(taxes -> TaxSelection.keys(taxes, false).stream()));
    }

    private static <T> Set<T> collect(Collection<ShopifyOrder> orders, Function<ShopifyOrder, Stream<T>> needs) {
        return orders.stream().flatMap(needs).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
