package io.shopoms.catalog;

import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.ProductDifference;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words what changed in Shopify. */
final class PushNotes {

    private PushNotes() {}

    static List<String> of(ProductDifference difference) {
        List<String> notes = new ArrayList<>(
                difference.fields().stream().map(FieldChange::name).distinct().toList());
        if (!difference.added().isEmpty()) {
            notes.add(difference.added().size() + " x new variant");
        }
        if (!difference.removed().isEmpty()) {
            notes.add(difference.removed().size() + " x variant taken away");
        }
        if (difference.optionsDiffer()) {
            notes.add("options");
        }
        return notes;
    }
}
