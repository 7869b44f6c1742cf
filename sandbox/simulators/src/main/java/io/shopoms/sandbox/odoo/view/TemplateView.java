package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A product with all its variants, archived ones, too. @param options names of values by name of attribute */
public record TemplateView(
        long id,
        String externalId,
        String name,
        BigDecimal price,
        boolean active,
        String category,
        List<String> tags,
        Map<String, List<String>> options,
        List<VariantView> variants) {}
