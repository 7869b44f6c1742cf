package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.feed.mapping.DecimalForm;
import io.shopoms.catalog.feed.mapping.FeedMapping;
import io.shopoms.catalog.feed.mapping.FieldRule;
import io.shopoms.catalog.feed.mapping.FieldTarget;
import io.shopoms.catalog.feed.mapping.MetafieldRule;
import io.shopoms.catalog.feed.mapping.SourcePath;
import io.shopoms.catalog.product.MetafieldTypes;
import io.shopoms.catalog.product.WeightUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads how rows become products. */
final class MappingReader {

    private static final Set<String> RULE =
            Set.of("source", "sources", "constant", "default", "separator", "split", "map", "decimal_form", "unit");
    private static final Set<String> METAFIELD =
            Set.of("sourceKey", "metafieldNamespace", "metafieldKey", "metafieldType");
    private static final Map<String, WeightUnit> UNITS =
            Map.of("g", WeightUnit.GRAMS, "kg", WeightUnit.KILOGRAMS, "oz", WeightUnit.OUNCES, "lb", WeightUnit.POUNDS);

    /** Shopify's rules for namespaces and keys. */
    private static final Pattern METAFIELD_NAME = Pattern.compile("[A-Za-z0-9_-]{2,64}");

    private final Members config;

    MappingReader(Members config) {
        this.config = config;
    }

    FeedMapping read() {
        Map<FieldTarget, FieldRule> fields = new EnumMap<>(FieldTarget.class);
        config.object("mapping").ifPresentOrElse(mapping -> fields(mapping, fields), () -> {
            if (!config.has("mapping")) {
                config.wrong("mapping", "is missing");
            }
        });
        Optional<SourcePath> key = path(config, "product_key");
        Optional<SourcePath> variants = path(config, "variants_path");
        if (variants.isPresent() && key.isEmpty()) {
            config.wrong("product_key", "is needed together with variants_path");
        }
        complete(fields);
        return new FeedMapping(
                fields, metafields(), key, variants, config.oneOf("decimal_form", DecimalForm.class), currency());
    }

    private void fields(Members mapping, Map<FieldTarget, FieldRule> fields) {
        for (Map.Entry<String, JsonNode> entry : mapping.entries()) {
            Optional<FieldTarget> target = FieldTarget.parse(entry.getKey());
            if (target.isEmpty()) {
                mapping.wrong(entry.getKey(), "is nothing that can be filled; metafields have metafield_mappings");
                continue;
            }
            rule(mapping, entry.getKey()).ifPresent(rule -> {
                if (fields.put(target.get(), rule) != null) {
                    mapping.wrong(entry.getKey(), "is mapped twice");
                }
            });
        }
    }

    private static Optional<FieldRule> rule(Members mapping, String target) {
        if (mapping.raw(target).isTextual()) {
            return path(mapping, target).map(FieldRule::at);
        }
        Optional<Members> rule = mapping.object(target);
        if (rule.isEmpty() && mapping.raw(target).isNull()) {
            mapping.wrong(target, "expected a path, or an object");
        }
        return rule.map(MappingReader::rule);
    }

    private static FieldRule rule(Members rule) {
        rule.only(RULE);
        List<SourcePath> sources = new ArrayList<>();
        path(rule, "source").ifPresent(sources::add);
        for (JsonNode source : rule.raw("sources")) {
            try {
                sources.add(SourcePath.parse(source.asText()));
            } catch (IllegalArgumentException e) {
                rule.wrong("sources", e.getMessage());
            }
        }
        Optional<String> constant = rule.text("constant");
        if (sources.isEmpty() == constant.isEmpty()) {
            rule.wrong("source", "either source, sources or constant is needed");
        }
        return new FieldRule(
                sources,
                constant,
                rule.text("default"),
                rule.text("separator").orElse(" "),
                rule.text("split").filter(text -> !text.isEmpty()),
                translations(rule),
                rule.oneOf("decimal_form", DecimalForm.class),
                unit(rule));
    }

    private static Map<String, String> translations(Members rule) {
        Map<String, String> values = new TreeMap<>();
        rule.object("map")
                .ifPresent(map -> map.entries()
                        .forEach(
                                entry -> map.text(entry.getKey()).ifPresent(text -> values.put(entry.getKey(), text))));
        return values;
    }

    private static Optional<WeightUnit> unit(Members rule) {
        return rule.nonBlank("unit").flatMap(text -> {
            Optional<WeightUnit> unit = Optional.ofNullable(UNITS.get(text));
            if (unit.isEmpty()) {
                rule.wrong("unit", "'" + text + "' is none of g, kg, oz, lb");
            }
            return unit;
        });
    }

    private void complete(Map<FieldTarget, FieldRule> fields) {
        if (config.object("mapping").isEmpty()) {
            return;
        }
        for (FieldTarget needed : List.of(FieldTarget.SKU, FieldTarget.TITLE)) {
            if (!fields.containsKey(needed)) {
                config.wrong("mapping." + needed.text(), "is missing");
            }
        }
        for (int i = 1; i <= 3; i++) {
            boolean name =
                    fields.containsKey(FieldTarget.parse("option" + i + ".name").orElseThrow());
            boolean value = fields.containsKey(
                    FieldTarget.parse("option" + i + ".value").orElseThrow());
            boolean before = i == 1
                    || fields.containsKey(
                            FieldTarget.parse("option" + (i - 1) + ".value").orElseThrow());
            if (name != value) {
                config.wrong("mapping.option" + i + (name ? ".value" : ".name"), "is missing");
            }
            if (value && !before) {
                config.wrong("mapping.option" + i + ".value", "needs option" + (i - 1));
            }
        }
    }

    private List<MetafieldRule> metafields() {
        List<MetafieldRule> rules = new ArrayList<>();
        for (Members each : config.objects("metafield_mappings")) {
            each.only(METAFIELD);
            Optional<SourcePath> source = path(each, "sourceKey");
            if (source.isEmpty() && !each.has("sourceKey")) {
                each.wrong("sourceKey", "is missing");
            }
            String namespace = name(each, "metafieldNamespace");
            String key = name(each, "metafieldKey");
            String type = each.required("metafieldType");
            if (!type.isEmpty() && !MetafieldTypes.isKnown(type)) {
                each.wrong(
                        "metafieldType", "Shopify knows no type '" + type + "'; there are " + MetafieldTypes.names());
            }
            source.ifPresent(path -> rules.add(new MetafieldRule(path, namespace, key, type)));
        }
        return rules;
    }

    private static String name(Members rule, String member) {
        String name = rule.required(member);
        if (!name.isEmpty() && !METAFIELD_NAME.matcher(name).matches()) {
            rule.wrong(member, "expected 2 to 64 letters, digits, _ and -");
        }
        return name;
    }

    private Optional<String> currency() {
        return config.nonBlank("currency").filter(code -> {
            boolean known = Currency.getAvailableCurrencies().stream()
                    .anyMatch(currency -> currency.getCurrencyCode().equals(code));
            if (!known) {
                config.wrong("currency", "'" + code + "' is no ISO 4217 code such as EUR");
            }
            return known;
        });
    }

    private static Optional<SourcePath> path(Members members, String member) {
        return members.nonBlank(member).flatMap(text -> {
            try {
                return Optional.of(SourcePath.parse(text));
            } catch (IllegalArgumentException e) {
                members.wrong(member, e.getMessage());
                return Optional.empty();
            }
        });
    }
}
