package io.shopoms.catalog.odoo;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Fields of a template that are to be written; what is absent stays as it is.
 *
 * @param description HTML
 * @param category the name of a {@code product.category}, made if there is none; empty text for no category
 * @param tags names of {@code product.tag}s, made if there are none
 * @param saleOk whether it can be sold
 * @param active false archives it with all its variants
 * @param ships goods if true, a service if not
 * @param storable whether stock is counted
 */
public record TemplateValues(
        Optional<String> name,
        Optional<String> description,
        Optional<String> category,
        Optional<SortedSet<String>> tags,
        Optional<Boolean> saleOk,
        Optional<Boolean> active,
        Optional<Boolean> ships,
        Optional<Boolean> storable,
        Optional<BigDecimal> listPrice) {

    public TemplateValues {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(listPrice, "listPrice");
    }

    public boolean isEmpty() {
        return name.isEmpty()
                && description.isEmpty()
                && category.isEmpty()
                && tags.isEmpty()
                && saleOk.isEmpty()
                && active.isEmpty()
                && ships.isEmpty()
                && storable.isEmpty()
                && listPrice.isEmpty();
    }
}
