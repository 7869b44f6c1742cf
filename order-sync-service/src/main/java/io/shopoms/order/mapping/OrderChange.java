package io.shopoms.order.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What must be done to an Odoo order so that it says what Shopify says.
 *
 * @param lines changes of lines that exist
 * @param added lines that do not exist yet
 * @param addedTags tags to put on
 * @param removedTags tags to take off
 * @param note the new note as HTML
 * @param invoicePartnerId the new invoice address
 * @param deliveryPartnerId the new delivery address, also of the open pickings
 * @param remarks what could not be done, for people
 */
public record OrderChange(
        List<LineChange> lines,
        List<DraftLine> added,
        List<Long> addedTags,
        List<Long> removedTags,
        Optional<String> note,
        Optional<Long> invoicePartnerId,
        Optional<Long> deliveryPartnerId,
        List<String> remarks) {

    public OrderChange {
        lines = List.copyOf(lines);
        added = List.copyOf(added);
        addedTags = List.copyOf(addedTags);
        removedTags = List.copyOf(removedTags);
        remarks = List.copyOf(remarks);
    }

    /** A change of lines alone. */
    static OrderChange ofLines(List<LineChange> lines, List<DraftLine> added) {
        return new OrderChange(
                lines, added, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** New values of one line; absent ones stay as they are. */
    public record LineChange(
            long lineId,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> unitPrice,
            Optional<List<Long>> taxIds,
            Optional<String> name) {

        /** Odoo puts the product's list price on a line whose quantity changes, unless the price is written with it. */
        static LineChange quantity(SaleLineState line, BigDecimal quantity) {
            return new LineChange(
                    line.id(),
                    Optional.of(quantity),
                    Optional.of(line.unitPrice()),
                    Optional.empty(),
                    Optional.empty());
        }

        boolean isEmpty() {
            return quantity.isEmpty() && unitPrice.isEmpty() && taxIds.isEmpty() && name.isEmpty();
        }
    }

    /** Whether Odoo is to be written to. */
    public boolean isEmpty() {
        return !changesAmounts()
                && lines.isEmpty()
                && addedTags.isEmpty()
                && removedTags.isEmpty()
                && note.isEmpty()
                && invoicePartnerId.isEmpty()
                && deliveryPartnerId.isEmpty();
    }

    /** Whether the total may be another afterwards. */
    public boolean changesAmounts() {
        return !added.isEmpty()
                || lines.stream()
                        .anyMatch(line -> line.quantity().isPresent()
                                || line.unitPrice().isPresent()
                                || line.taxIds().isPresent());
    }

    /** In words, for the note of the cache row: {@code 2 lines changed, 1 added, note}. */
    public String summary() {
        StringBuilder words = new StringBuilder();
        append(words, lines.isEmpty(), lines.size() + (lines.size() == 1 ? " line changed" : " lines changed"));
        append(words, added.isEmpty(), added.size() + (added.size() == 1 ? " line added" : " lines added"));
        append(words, addedTags.isEmpty() && removedTags.isEmpty(), "tags");
        append(words, note.isEmpty(), "note");
        append(words, invoicePartnerId.isEmpty() && deliveryPartnerId.isEmpty(), "addresses");
        return words.isEmpty() ? "nothing to change" : words.toString();
    }

    private static void append(StringBuilder words, boolean nothing, String word) {
        if (!nothing) {
            words.append(words.isEmpty() ? "" : ", ").append(word);
        }
    }
}
