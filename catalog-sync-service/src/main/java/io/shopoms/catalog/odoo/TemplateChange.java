package io.shopoms.catalog.odoo;

import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be done to a template. After each change it is read again: Odoo does more than it is asked for. */
public sealed interface TemplateChange {

    long templateId();

    /**
     * Comes first, because Odoo revives archived variants whenever the attributes of a template change.
     *
     * @param revive whether the template is archived and shall not be
     * @param lines attributes that the template lacks, or that lack values
     */
    record Structure(long templateId, boolean revive, List<WantedLine> lines) implements TemplateChange {

        public Structure {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An attribute as it shall be.
     *
     * @param lineId absent if the template has not got it
     * @param attributeId absent if the template has not got it: then any attribute of that name will do
     * @param present ids of the {@code product.attribute.value}s that the line offers already
     * @param missing names of those that are to be added
     */
    record WantedLine(
            Optional<Long> lineId,
            Optional<Long> attributeId,
            String attribute,
            List<Long> present,
            List<String> missing) {

        public WantedLine {
            present = List.copyOf(present);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Everything else.
     *
     * @param added variants that the template lacks
     * @param changed variants that it has
     * @param archived variants that are no longer sold
     * @param activated archived variants that are sold again
     * @param extras by {@code product.template.attribute.value}
     * @param droppedLines attributes that no variant has any more
     * @param image the address of the picture to fetch; empty text to take the picture away
     */
    record Content(
            long templateId,
            TemplateValues values,
            List<NewVariant> added,
            List<VariantChange> changed,
            List<Long> archived,
            List<Long> activated,
            Map<Long, BigDecimal> extras,
            List<Long> droppedLines,
            Optional<String> image)
            implements TemplateChange {

        public Content {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            archived = List.copyOf(archived);
            activated = List.copyOf(activated);
            extras = Map.copyOf(extras);
            droppedLines = List.copyOf(droppedLines);
        }

        public boolean isEmpty() {
            return values.isEmpty()
                    && added.isEmpty()
                    && changed.isEmpty()
                    && archived.isEmpty()
                    && activated.isEmpty()
                    && extras.isEmpty()
                    && droppedLines.isEmpty()
                    && image.isEmpty();
        }
    }

    /**
     * A variant that is to be made.
     *
     * @param variant names it in Odoo: the external id is made of it
     * @param templateValues one {@code product.template.attribute.value} for each line
     */
    record NewVariant(ShopifyId variant, List<Long> templateValues, VariantValues values) {

        public NewVariant {
            templateValues = List.copyOf(templateValues);
        }
    }

    /**
     * A variant that is to be changed.
     *
     * @param templateValues absent if they stay
     * @param heldBarcode the barcode that it has now and gives up; empty if it has none or keeps it
     */
    record VariantChange(
            long productId, VariantValues values, Optional<List<Long>> templateValues, String heldBarcode) {}
}
