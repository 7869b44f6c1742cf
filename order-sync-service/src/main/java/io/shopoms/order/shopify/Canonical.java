package io.shopoms.order.shopify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choices that both decoders must make in the same way, so that one order gives one record. */
final class Canonical {

    /** For a discount whose code and title are both unknown. */
    static final String UNNAMED_DISCOUNT = "Discount";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,4}");

    private Canonical() {}

    static String currency(PayloadReader reader, String field) {
        return reader.text(field)
                .filter(code -> CURRENCY.matcher(code).matches())
                .orElseThrow(() -> reader.invalid(field, "a currency code"));
    }

    /** A sum over two currencies would be wrong without anybody noticing. */
    static void requireCurrency(PayloadReader money, String field, String expected) {
        if (money.text(field).filter(code -> !code.equals(expected)).isPresent()) {
            throw money.invalid(field, "the order's currency " + expected);
        }
    }

    static List<String> tags(Stream<String> tags) {
        return tags.map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static String lineName(PayloadReader line, String variantTitleField) {
        return line.text("name")
                .orElseGet(() -> Stream.of(line.text("title"), line.text(variantTitleField))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" - ")));
    }

    /** Allocations say it exactly; without any, the discounted price does, which older payloads carry alone. */
    static Money shippingNet(Money price, List<DiscountAllocation> discounts, Optional<Money> discounted) {
        return discounts.isEmpty()
                ? discounted.orElse(price)
                : discounts.stream().map(DiscountAllocation::amount).reduce(price, Money::minus);
    }

    /** Taxes without an amount are left out: an exempt customer's lines may still name the rate. */
    static List<TaxLine> taxes(List<PayloadReader> lines, Function<PayloadReader, Money> amountOf) {
        return lines.stream()
                .map(tax -> new TaxLine(tax.text("title").orElse("Tax"), rate(tax), amountOf.apply(tax)))
                .filter(tax -> !tax.amount().isZero())
                .toList();
    }

    private static Optional<BigDecimal> rate(PayloadReader tax) {
        return tax.decimal("rate").filter(rate -> rate.signum() > 0);
    }
}
