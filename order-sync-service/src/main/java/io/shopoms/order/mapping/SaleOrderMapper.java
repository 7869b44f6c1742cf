package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.TaxLine;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates a Shopify order into the Odoo order that stands for it. Pure: the same input gives the same draft. */
public final class SaleOrderMapper {

    // Items keep Shopify's order; an order has at most some hundred lines, so the ranges never meet.
    private static final int FIRST_ITEM = 10;
    private static final int TIP = 9_000;
    private static final int FIRST_SHIPPING = 10_000;
    static final int ROUNDING = 20_000;
    private static final int NOTE = 30_000;

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final References references;
    private final MissingReferences missing = new MissingReferences();

    private SaleOrderMapper(ShopDomain shop, ShopifyOrder order, References references) {
        this.shop = shop;
        this.order = order;
        this.references = references;
    }

    /**
     * Maps one order.
     *
     * @param tags names of the tags that the order gets
     * @throws io.shopoms.sync.failure.SyncFailureException with {@code MissingDependency} or {@code RejectedByTarget},
     *     naming everything that Odoo lacks for this order
     */
    public static SaleOrderDraft map(ShopDomain shop, ShopifyOrder order, List<String> tags, References references) {
        return new SaleOrderMapper(shop, order, references).map(tags);
    }

    private SaleOrderDraft map(List<String> tags) {
        List<DraftLine> lines = new ArrayList<>(items());
        tip().ifPresent(lines::add);
        lines.addAll(shipping());
        discountNote().ifPresent(lines::add);
        Pricelist pricelist = references.pricelists().get(order.currency());
        if (pricelist == null) {
            missing.pricelist(order.currency());
        }
        missing.throwIfAny();
        return new SaleOrderDraft(
                ExternalId.of(shop, "order", order.id()),
                OdooText.line(order.name()),
                origin(shop, order),
                order.orderedAt(),
                OrderNotes.html(order),
                tags,
                pricelist.id(),
                pricelist.currencyId(),
                Optional.ofNullable(references.serviceProducts().get(ServiceProduct.ROUNDING)),
                lines);
    }

    /** The mark by which a person or another service finds the order's origin. */
    static String origin(ShopDomain shop, ShopifyOrder order) {
        return "shopify:" + shop + ":" + order.id();
    }

    private List<DraftLine> items() {
        List<DraftLine> items = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            LineItem line = order.lines().get(i);
            if (line.currentQuantity() > 0) {
                items.add(item(line, FIRST_ITEM + i));
            }
        }
        return items;
    }

    private DraftLine item(LineItem line, int sequence) {
        return new DraftLine(
                ExternalId.of(shop, "line", line.id()),
                sequence,
                productOf(line),
                lineText(line),
                BigDecimal.valueOf(line.currentQuantity()),
                NetUnitPrice.of(line),
                taxIds(line.taxes()),
                false);
    }

    private List<DraftLine> shipping() {
        List<DraftLine> lines = new ArrayList<>();
        for (ShippingLine line : order.shippingLines()) {
            lines.add(new DraftLine(
                    ExternalId.of(shop, "shipline", line.id()),
                    FIRST_SHIPPING + lines.size(),
                    Optional.of(service(ServiceProduct.SHIPPING)),
                    OdooText.line(line.title()),
                    BigDecimal.ONE,
                    line.net().amount(),
                    taxIds(line.taxes()),
                    true));
        }
        return lines;
    }

    /**
     * A tip that no line holds. Shopify lists some tips as line items and some only in the order's sums; the sums tell
     * which: if lines, shipping and tax fall short of the total by just the tip, it stands for itself.
     */
    private Optional<DraftLine> tip() {
        Money tip = order.totals().tip();
        if (tip.isZero() || !order.totals().originalTotal().minus(sumOfLines()).equals(tip)) {
            return Optional.empty();
        }
        return Optional.of(DraftLine.charge(
                ExternalId.of(shop, "tipline", order.id()),
                TIP,
                service(ServiceProduct.TIP),
                ServiceProduct.TIP.label(),
                tip.amount()));
    }

    private Money sumOfLines() {
        Money sum = order.taxesIncluded()
                ? Money.zero(order.currency())
                : order.totals().originalTax();
        for (LineItem line : order.lines()) {
            BigDecimal gross = line.unitPrice().amount().multiply(BigDecimal.valueOf(line.quantity()));
            sum = sum.plus(new Money(gross, order.currency())).minus(line.discount());
        }
        return order.shippingLines().stream().map(ShippingLine::net).reduce(sum, Money::plus);
    }

    private Optional<DraftLine> discountNote() {
        String text = OrderNotes.discounts(order);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(DraftLine.note(ExternalId.of(shop, "noteline", order.id()), NOTE, text));
    }

    private Optional<Long> productOf(LineItem line) {
        if (line.giftCard()) {
            return Optional.of(service(ServiceProduct.GIFT_CARD));
        }
        if (line.sku().isEmpty()) {
            return Optional.of(service(ServiceProduct.CUSTOM_ITEM));
        }
        ProductMatch match = references.products().getOrDefault(line.sku().get(), new ProductMatch.None());
        if (match instanceof ProductMatch.One one) {
            return Optional.of(one.productId());
        }
        if (match instanceof ProductMatch.Several several) {
            missing.ambiguousSku(line.sku().get(), several.productIds());
        } else {
            missing.sku(line.sku().get());
        }
        return Optional.empty();
    }

    private List<Long> taxIds(List<TaxLine> taxes) {
        List<Long> ids = new ArrayList<>();
        for (TaxKey key : TaxSelection.keys(taxes, order.taxesIncluded())) {
            TaxMatch match = references.taxes().getOrDefault(key, new TaxMatch.None());
            if (match instanceof TaxMatch.One one) {
                ids.add(one.taxId());
            } else if (match instanceof TaxMatch.Several several) {
                missing.ambiguousTax(key, several.taxIds());
            } else {
                missing.tax(key);
            }
        }
        return ids.stream().sorted().toList();
    }

    private long service(ServiceProduct product) {
        Long id = references.serviceProducts().get(product);
        if (id == null) {
            missing.product(product, ExternalId.of(shop, "product", product.key()));
            return 0;
        }
        return id;
    }

    private static String lineText(LineItem line) {
        return OdooText.lines(
                Stream.concat(Stream.of(OdooText.line(line.name())), OrderNotes.visible(line.properties()))
                        .collect(Collectors.joining("\n")));
    }
}
