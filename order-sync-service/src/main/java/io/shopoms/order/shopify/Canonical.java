package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choices that both decoders must make in the same way, so that one order gives one record. */
final class Canonical {

    /** For a discount whose code and title are both unknown. */
    static final String UNNAMED_DISCOUNT = "Discount";

    private static final String UNNAMED_ITEM = "Item";

    private static final BigDecimal IMPOSSIBLE_RATE = BigDecimal.valueOf(100);

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

    /** Odoo takes no line without a text: one that has no title is called by its SKU. */
    static String lineName(PayloadReader line, String variantTitleField) {
        return line.text("name")
                .or(() -> Optional.of(Stream.of(line.text("title"), line.text(variantTitleField))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" - ")))
                        .filter(name -> !name.isEmpty()))
                .or(() -> line.text("sku"))
                .orElse(UNNAMED_ITEM);
    }

    /** Two records of one id would be one in Odoo. */
    static <T> List<T> distinct(PayloadReader order, String field, List<T> records, Function<T, ShopifyId> id) {
        if (records.stream().map(id).distinct().count() < records.size()) {
            throw order.invalid(field, "a list of records that each have an id of their own");
        }
        return records;
    }

    /** Shopify's schema allows a shipping line without an id; the order's own stands in, counted on from line to line. */
    static ShopifyId shippingId(PayloadReader order, PayloadReader line, int position) {
        return line.id("id")
                .orElseGet(() -> new ShopifyId(order.requiredId("id").value() + position));
    }

    /** Allocations say it exactly; without any, the discounted price does, which older payloads carry alone. */
    static Money shippingNet(Money price, List<DiscountAllocation> discounts, Supplier<Optional<Money>> discounted) {
        return discounts.isEmpty()
                ? discounted.get().orElse(price)
                : discounts.stream().map(DiscountAllocation::amount).reduce(price, Money::minus);
    }

    /** Taxes without an amount are left out: an exempt customer's lines may still name the rate. */
    static List<TaxLine> taxes(List<PayloadReader> lines, Function<PayloadReader, Money> amountOf) {
        return lines.stream()
                .map(tax -> new TaxLine(tax.text("title").orElse("Tax"), rate(tax), amountOf.apply(tax)))
                .filter(tax -> !tax.amount().isZero())
                .toList();
    }

    /** Taxes of one name and rate as one, in the order of their first. */
    static List<TaxLine> merged(List<TaxLine> taxes) {
        Map<List<Object>, TaxLine> byRate = new LinkedHashMap<>();
        for (TaxLine tax : taxes) {
            byRate.merge(List.of(tax.title(), tax.rate()), tax, Canonical::sum);
        }
        return List.copyOf(byRate.values());
    }

    /** What {@code all} has beyond {@code known}, by name and rate. */
    static List<TaxLine> remainder(List<TaxLine> all, List<TaxLine> known) {
        List<TaxLine> rest = new ArrayList<>(all);
        known.forEach(tax -> rest.add(new TaxLine(
                tax.title(), tax.rate(), Money.zero(tax.amount().currency()).minus(tax.amount()))));
        return merged(rest).stream()
                .filter(tax -> tax.amount().amount().signum() > 0)
                .toList();
    }

    private static TaxLine sum(TaxLine one, TaxLine other) {
        return new TaxLine(one.title(), one.rate(), one.amount().plus(other.amount()));
    }

    /** All fees as one, named by the order: a webhook tells their sum only. */
    static List<AdditionalFee> fees(ShopifyId order, Money sum, List<TaxLine> taxes) {
        return List.of(new AdditionalFee(order, "Additional fees", sum, taxes));
    }

    /** Both forms have a group's {@code id}, {@code title} and {@code quantity}. */
    static LineGroup group(PayloadReader group) {
        return new LineGroup(
                group.requiredId("id"),
                group.text("title").orElse(""),
                group.count("quantity").orElse(1));
    }

    /** In the order in which they were made. One that speaks of what the order does not have would be credited wrongly. */
    static List<Refund> refunds(PayloadReader order, List<Refund> refunds, List<LineItem> lines) {
        Map<ShopifyId, Integer> units = new HashMap<>();
        lines.forEach(line -> units.put(line.id(), line.quantity()));
        boolean fit = refunds.stream()
                .flatMap(refund -> refund.lines().stream())
                .allMatch(line -> line.quantity() <= units.getOrDefault(line.lineId(), -1));
        if (!fit) {
            throw order.invalid("refunds", "about lines of this order, with no more units than they have");
        }
        return distinct(order, "refunds", refunds, Refund::id).stream()
                .sorted(Comparator.comparing(Refund::createdAt)
                        .thenComparing(refund -> refund.id().value()))
                .toList();
    }

    /** Duties that the prices contain are a part of the goods; to count them again would charge them twice. */
    static boolean dutiesInTotal(PayloadReader order, String includedField) {
        return !order.flag(includedField);
    }

    /** {@code Refund discrepancy} and {@code REFUND_DISCREPANCY} are one word. */
    static String word(Optional<String> text) {
        return text.orElse("").toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static Optional<BigDecimal> rate(PayloadReader tax) {
        Optional<BigDecimal> rate = tax.decimal("rate");
        if (rate.filter(told -> told.compareTo(IMPOSSIBLE_RATE) >= 0).isPresent()) {
            throw tax.invalid("rate", "a part of the price, such as 0.19 for 19 %");
        }
        return rate.filter(told -> told.signum() > 0);
    }
}
