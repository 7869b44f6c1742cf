package io.shopoms.catalog.feed.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How rows become products.
 *
 * @param fields how each target is filled
 * @param metafields which values become metafields
 * @param productKey what rows of one product have in common; without it, each row is a product, known by its SKU
 * @param variants where a row holds its variants, if it holds several
 * @param decimal how numbers are written; without it, only those that can be read in one way are accepted
 * @param currency the ISO 4217 code that prices may be marked with; without it, any
 */
public record FeedMapping(
        Map<FieldTarget, FieldRule> fields,
        List<MetafieldRule> metafields,
        Optional<SourcePath> productKey,
        Optional<SourcePath> variants,
        Optional<DecimalForm> decimal,
        Optional<String> currency) {

    public FeedMapping {
        fields = Map.copyOf(fields);
        metafields = List.copyOf(metafields);
    }

    Optional<SourceValue> one(FieldTarget target, FeedRow.Part part) throws UnusableRow {
        FieldRule rule = fields.get(target);
        try {
            return rule == null ? Optional.empty() : rule.one(part);
        } catch (UnusableRow e) {
            throw e.in(target.text());
        }
    }

    List<SourceValue> list(FieldTarget target, FeedRow.Part part) throws UnusableRow {
        FieldRule rule = fields.get(target);
        try {
            return rule == null ? List.of() : rule.list(part);
        } catch (UnusableRow e) {
            throw e.in(target.text());
        }
    }

    Optional<DecimalForm> decimal(FieldTarget target) {
        return fields.get(target).decimal().or(this::decimal);
    }
}
