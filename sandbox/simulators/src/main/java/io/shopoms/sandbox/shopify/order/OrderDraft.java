package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order to be placed, as {@code POST /control/orders} takes it. Everything may be left out: an empty object is one
 * mug for Ada Example, paid by card.
 *
 * @param discount short for a list of one discount
 * @param shipping short for a list of one shipping line
 * @param taxRate short for one tax of this rate
 * @param taxesIncluded whether prices and shipping contain the taxes
 * @param presentmentCurrency what the buyer saw; null for the shop's currency
 * @param exchangeRate presentment units for one unit of the shop's currency
 * @param gateway how it is paid. Names with "manual", "cash", "cod", "bank" or "money order" leave the order unpaid
 * @param paid overrides what follows from the gateway
 * @param anonymous no customer, no addresses, no e-mail: protected data that the app may not see
 * @param createdAt ISO-8601; null for now
 * @param webhooks false to place it silently
 * @param taxExempt whether the buyer pays no taxes; then none are charged
 * @param tipAsLine whether the tip also stands among the lines, as it does for tips given at the till
 * @param payments how it is paid, instead of all by {@code gateway}; they may not come to more than the order
 * @param cashRounding the smallest coin of a cash payment, such as 0.05; null for none
 * @param dutiesIncluded whether the prices contain the duties
 * @param company who the buyer orders for; null for a person
 */
public record OrderDraft(
        List<DraftLine> lines,
        DraftDiscount discount,
        List<DraftDiscount> discounts,
        DraftShipping shipping,
        List<DraftShipping> shippingLines,
        Boolean shippingTaxable,
        BigDecimal taxRate,
        List<TaxRate> taxes,
        Boolean taxesIncluded,
        BigDecimal tip,
        String currency,
        String presentmentCurrency,
        BigDecimal exchangeRate,
        String gateway,
        Boolean paid,
        Boolean anonymous,
        String email,
        String phone,
        String note,
        List<String> tags,
        Map<String, String> attributes,
        String poNumber,
        String sourceName,
        Boolean test,
        Address billingAddress,
        Address shippingAddress,
        String createdAt,
        Boolean webhooks,
        Boolean taxExempt,
        Boolean tipAsLine,
        List<DraftPayment> payments,
        BigDecimal cashRounding,
        List<DraftFee> fees,
        Boolean dutiesIncluded,
        DraftCompany company) {

    private static final String UNPAID = ".*(manual|cash|\\bcod\\b|bank|money order).*";
    private static final int MOST_LINES = 1_000;
    private static final DraftLine MUG = DraftLine.of("MUG-1", "Mug", 1, "11.90");

    public OrderDraft {
        lines = lines == null || lines.isEmpty() ? List.of(MUG) : List.copyOf(lines);
        discounts = joined(discount, discounts);
        discount = null;
        shippingLines = joined(shipping, shippingLines);
        shipping = null;
        shippingTaxable = shippingTaxable == null || shippingTaxable;
        taxes = joined(taxRate == null ? null : new TaxRate("Tax", taxRate), taxes);
        taxRate = null;
        taxesIncluded = taxesIncluded != null && taxesIncluded;
        tip = tip == null ? BigDecimal.ZERO : tip;
        exchangeRate = exchangeRate == null ? BigDecimal.ONE : exchangeRate;
        gateway = gateway == null || gateway.isBlank() ? "shopify_payments" : gateway;
        paid = paid == null ? !isManual(gateway) : paid;
        anonymous = anonymous != null && anonymous;
        email = email == null && !anonymous ? "ada@example.com" : email;
        tags = tags == null ? List.of() : List.copyOf(tags);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        sourceName = sourceName == null ? "web" : sourceName;
        test = test != null && test;
        shippingAddress = shippingAddress == null && !anonymous ? Address.EXAMPLE : shippingAddress;
        billingAddress = billingAddress == null ? shippingAddress : billingAddress;
        webhooks = webhooks == null || webhooks;
        taxExempt = taxExempt != null && taxExempt;
        tipAsLine = tipAsLine != null && tipAsLine;
        payments = payments == null || payments.isEmpty()
                ? List.of(new DraftPayment(gateway, null, null, paid ? "success" : "pending"))
                : List.copyOf(payments);
        fees = fees == null ? List.of() : List.copyOf(fees);
        dutiesIncluded = dutiesIncluded != null && dutiesIncluded;
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("an order has at most " + MOST_LINES + " lines");
        }
        if (tip.signum() < 0 || exchangeRate.signum() <= 0) {
            throw new IllegalArgumentException("tip must be 0 or more, exchangeRate above 0");
        }
        if (cashRounding != null && cashRounding.signum() <= 0) {
            throw new IllegalArgumentException("cashRounding must be above 0");
        }
        if (createdAt != null) {
            parsed(createdAt);
        }
    }

    /** Whether a payment by this gateway is confirmed by hand. */
    static boolean isManual(String gateway) {
        return gateway.toLowerCase(Locale.ROOT).matches(UNPAID);
    }

    /** Every value at its default. */
    public static OrderDraft example() {
        return from(Json.MAPPER.createObjectNode());
    }

    /** Lines of your own, all else at its default. */
    public static OrderDraft of(DraftLine... lines) {
        return from(Json.MAPPER.createObjectNode().set("lines", Json.MAPPER.valueToTree(lines)));
    }

    /** @throws IllegalArgumentException naming the field that is unknown or wrong */
    public static OrderDraft from(JsonNode json) {
        return Drafts.read(json, OrderDraft.class);
    }

    /** The JSON form of a draft: {@code OrderDraft.parse("{\"taxRate\":\"0.10\"}")}. */
    public static OrderDraft parse(String json) {
        try {
            return from(Json.MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an order draft is JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The discounts in the order in which they apply; allocations name them by index. */
    public List<DiscountRule> discountRules() {
        return discounts.stream().map(DraftDiscount::rule).toList();
    }

    /** The lines with the tip, if that stands among them. */
    List<DraftLine> linesWithTip() {
        return tipAsLine && tip.signum() > 0
                ? Stream.concat(lines.stream(), Stream.of(DraftLine.tip(tip))).toList()
                : lines;
    }

    BigDecimal plainTip() {
        return tipAsLine ? BigDecimal.ZERO : tip;
    }

    /** What a line is taxed with: its own taxes, or the order's. */
    List<TaxRate> taxesOf(DraftLine line) {
        return taxExempt || !line.taxable() ? List.of() : line.taxes() == null ? taxes : line.taxes();
    }

    List<TaxRate> taxesOf(DraftShipping line) {
        boolean taxable = line.taxable() == null ? shippingTaxable : line.taxable();
        return taxExempt || !taxable ? List.of() : line.taxes() == null ? taxes : line.taxes();
    }

    /** Whether the till gives or takes small change that is no part of the order. */
    boolean isCash(String paidBy) {
        return cashRounding != null && paidBy.toLowerCase(Locale.ROOT).contains("cash");
    }

    Instant createdAtOr(Instant now) {
        return createdAt == null ? now : parsed(createdAt);
    }

    private static Instant parsed(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("createdAt must look like 2026-11-20T10:15:00Z", e);
        }
    }

    private static <T> List<T> joined(T one, List<T> more) {
        List<T> all = new ArrayList<>();
        if (one != null) {
            all.add(one);
        }
        if (more != null) {
            all.addAll(more);
        }
        return List.copyOf(all);
    }
}
