package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.mapping.LineReferences.Booking;
import io.shopoms.order.shopify.LineGroup;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items of an order: what is left of each line, bundles together under a heading. */
final class ItemLines {

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final LineReferences references;

    ItemLines(ShopDomain shop, ShopifyOrder order, LineReferences references) {
        this.shop = shop;
        this.order = order;
        this.references = references;
    }

    List<DraftLine> lines() {
        List<DraftLine> lines = new ArrayList<>();
        Set<ShopifyId> headed = new HashSet<>();
        List<LineItem> items = bundlesTogether();
        for (int i = 0; i < items.size(); i++) {
            LineItem item = items.get(i);
            if (item.currentQuantity() > 0) {
                int sequence = LineSequence.FIRST_ITEM + 2 * i;
                item.group()
                        .filter(group -> headed.add(group.id()))
                        .ifPresent(group -> lines.add(heading(group, sequence - 1)));
                lines.add(line(item, sequence));
            }
        }
        return lines;
    }

    /** Shopify's order of lines, but that the lines of one bundle follow its first one. */
    private List<LineItem> bundlesTogether() {
        Map<Object, List<LineItem>> bundles = new LinkedHashMap<>();
        for (LineItem line : order.lines()) {
            Object bundle = line.group().<Object>map(LineGroup::id).orElse(line);
            bundles.computeIfAbsent(bundle, key -> new ArrayList<>()).add(line);
        }
        return bundles.values().stream().flatMap(List::stream).toList();
    }

    private DraftLine heading(LineGroup group, int sequence) {
        return DraftLine.note(
                LineIds.of(shop, "groupline", order, group.id()),
                sequence,
                OdooText.line(group.quantity() + " x " + group.title()));
    }

    private DraftLine line(LineItem item, int sequence) {
        Booking booking = references.booking(item);
        return new DraftLine(
                LineIds.of(shop, "line", order, item.id()),
                sequence,
                booking.productId(),
                text(item, booking),
                BigDecimal.valueOf(item.currentQuantity()),
                NetUnitPrice.of(item, order.refunds()),
                references.taxIds(item.taxes(), order.taxesIncluded()),
                false);
    }

    private static String text(LineItem item, Booking booking) {
        String name = booking.placeholder() ? "[" + item.sku().orElseThrow() + "] " + item.name() : item.name();
        return OdooText.lines(Stream.concat(Stream.of(OdooText.line(name)), OrderNotes.visible(item.properties()))
                .collect(Collectors.joining("\n")));
    }
}
