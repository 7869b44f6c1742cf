package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.GeneratedOrder;
import io.shopoms.order.fixtures.GeneratedOrder.Line;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.OdooArithmetic;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MoneyPropertyTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    @Property(tries = 2_000)
    void odooMakesShopifysTotalsOfAnyOrder(@ForAll("orders") GeneratedOrder generated) {
        // Given
        ShopifyOrder order = generated.order();

        // When
        OdooArithmetic.Sums sums =
                new OdooArithmetic(Money.digits(order.currency())).of(map(order).lines());

        // Then
        assertThat(new Money(sums.total(), order.currency()))
                .isEqualTo(order.totals().total());
        assertThat(new Money(sums.tax(), order.currency()))
                .isEqualTo(order.totals().tax());
    }

    @Property(tries = 1_000)
    void anyOrderBecomesAnyOtherByItsDifference(
            @ForAll("orders") GeneratedOrder one, @ForAll("orders") GeneratedOrder other) {
        // Given
        ShopifyOrder target = other.in(one.currency(), one.taxesIncluded()).order();
        int digits = Money.digits(target.currency());
        SaleOrderState present = PresentOrder.of(map(one.order()), digits);
        SaleOrderDraft draft = map(target);
        Applied applied = Applied.of(present);

        // When
        OrderChange change = OrderDifference.between(present, draft, applied, applied);
        SaleOrderState after = PresentOrder.after(present, change, digits);

        // Then
        assertThat(new Money(after.total(), target.currency()))
                .isEqualTo(target.totals().total());
        assertThat(OrderDifference.between(after, draft, applied, applied).isEmpty())
                .isTrue();
    }

    @Property(tries = 2_000)
    void aNetUnitPriceBringsBackTheExactLineTotal(
            @ForAll @IntRange(min = 1, max = 50_000) int quantity,
            @ForAll @IntRange(max = 10_000_000) int price,
            @ForAll @IntRange(max = 1_000_000) int off) {
        // Given
        BigDecimal gross = BigDecimal.valueOf(price, 2).multiply(BigDecimal.valueOf(quantity));
        BigDecimal discount = BigDecimal.valueOf(off, 2).min(gross);
        Line line = new Line(1, quantity, BigDecimal.valueOf(price, 2), discount, List.of());

        // When
        BigDecimal unit = NetUnitPrice.of(line.item("USD", false), List.of());

        // Then
        BigDecimal floating = BigDecimal.valueOf(unit.doubleValue() * quantity);
        assertThat(floating.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(gross.subtract(discount));
    }

    private static SaleOrderDraft map(ShopifyOrder order) {
        return SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order));
    }

    @Provide
    Arbitrary<GeneratedOrder> orders() {
        Arbitrary<List<BigDecimal>> rates = Arbitraries.of("", "0.1", "0.19", "0.0725", "0.08875", "0.0625 0.01")
                .map(text -> text.isEmpty()
                        ? List.of()
                        : List.of(text.split(" ")).stream().map(BigDecimal::new).toList());
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.longs().between(1, 8),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 250_000),
                        Arbitraries.integers().between(0, 100),
                        rates)
                .as(GeneratedOrder::line);
        return Combinators.combine(
                        Arbitraries.of("USD", "EUR", "JPY", "KWD"),
                        Arbitraries.of(true, false),
                        line.list().ofMinSize(1).ofMaxSize(12).uniqueElements(Line::id),
                        line.list().ofMaxSize(2).uniqueElements(Line::id))
                .as(GeneratedOrder::new);
    }
}
