package io.shopoms.catalog.feed.mapping;

import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** From the rows of one product to the product. */
public final class ProductMapper {

    private static final int LONGEST_KEY = 255;

    private final FeedMapping mapping;
    private final VariantMapper variants;

    public ProductMapper(FeedMapping mapping) {
        this.mapping = mapping;
        this.variants = new VariantMapper(mapping);
    }

    /** What tells the row's product from others: its product key, or its SKU. */
    public String key(FeedRow row) throws UnusableRow {
        if (mapping.productKey().isEmpty()) {
            return variants.sku(row.whole());
        }
        String key = FieldRule.at(mapping.productKey().get())
                .one(row.whole())
                .map(SourceValue::text)
                .orElse("")
                .strip();
        if (key.isEmpty()) {
            throw new UnusableRow(
                    "the product key (" + mapping.productKey().get().text() + ") is empty");
        }
        if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableRow(
                    "the product key " + UnusableRow.shown(key) + " is too long, or holds control characters");
        }
        return key;
    }

    /**
     * The product that the rows say, which all have one key.
     *
     * @throws UnusableRow naming the row and the value that makes no sense, or what does not fit together
     */
    public Product product(List<FeedRow> rows) throws UnusableRow {
        List<Variant> all = new ArrayList<>();
        Map<String, Metafield> metafields = new LinkedHashMap<>();
        for (FeedRow row : rows) {
            try {
                for (FeedRow.Part part : row.variants(mapping.variants())) {
                    all.add(variants.variant(part));
                }
                metafields(row, metafields);
            } catch (UnusableRow e) {
                throw e.in(row.place());
            }
        }
        return ProductParts.checked(
                first(FieldTarget.TITLE, rows),
                first(FieldTarget.DESCRIPTION, rows),
                first(FieldTarget.VENDOR, rows),
                first(FieldTarget.PRODUCT_TYPE, rows),
                tags(rows),
                status(rows),
                optionNames(rows.get(0)),
                all,
                images(rows),
                List.copyOf(metafields.values()));
    }

    private void metafields(FeedRow row, Map<String, Metafield> found) throws UnusableRow {
        for (MetafieldRule rule : mapping.metafields()) {
            try {
                rule.of(row, mapping.decimal()).ifPresent(field -> found.putIfAbsent(field.name(), field));
            } catch (UnusableRow e) {
                throw e.in(rule.name());
            }
        }
    }

    /** Of several rows, the first one that says something; a blank text if all that speak of it say that it is empty. */
    private Optional<String> first(FieldTarget target, List<FeedRow> rows) throws UnusableRow {
        Optional<String> found = Optional.empty();
        for (FeedRow row : rows) {
            try {
                Optional<String> text = mapping.one(target, row.whole())
                        .map(value -> value.text().strip());
                if (text.isPresent() && !text.get().isEmpty()) {
                    return text;
                }
                found = found.or(() -> text);
            } catch (UnusableRow e) {
                throw e.in(row.place());
            }
        }
        // A product cannot be without a title: an empty one says nothing, as in the further rows of many exports.
        return target == FieldTarget.TITLE ? Optional.empty() : found;
    }

    private List<String> all(FieldTarget target, List<FeedRow> rows) throws UnusableRow {
        List<String> all = new ArrayList<>();
        for (FeedRow row : rows) {
            try {
                for (SourceValue value : mapping.list(target, row.whole())) {
                    String text = value.text().strip();
                    if (!text.isEmpty() && !all.contains(text)) {
                        all.add(text);
                    }
                }
            } catch (UnusableRow e) {
                throw e.in(row.place());
            }
        }
        return all;
    }

    private Optional<SortedSet<String>> tags(List<FeedRow> rows) throws UnusableRow {
        if (!mapping.fields().containsKey(FieldTarget.TAGS)) {
            return Optional.empty();
        }
        SortedSet<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.addAll(all(FieldTarget.TAGS, rows));
        return Optional.of(tags);
    }

    private Optional<ProductStatus> status(List<FeedRow> rows) throws UnusableRow {
        Optional<String> text = first(FieldTarget.STATUS, rows).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.get().toUpperCase(Locale.ROOT);
        return Optional.of(Arrays.stream(ProductStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableRow(rows.get(0).place() + ": status: " + UnusableRow.shown(text.get())
                        + " is none of active, draft, archived, unlisted")));
    }

    private Optional<List<ProductImage>> images(List<FeedRow> rows) throws UnusableRow {
        if (!mapping.fields().containsKey(FieldTarget.IMAGES)) {
            return Optional.empty();
        }
        List<ProductImage> images = new ArrayList<>();
        for (String address : all(FieldTarget.IMAGES, rows)) {
            if (!isWebAddress(address)) {
                throw new UnusableRow(rows.get(0).place() + ": images: " + UnusableRow.shown(address)
                        + " is not an address such as https://example.com/a.jpg");
            }
            images.add(new ProductImage(address, Optional.empty()));
        }
        return Optional.of(images);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> optionNames(FeedRow row) throws UnusableRow {
        List<String> names = new ArrayList<>();
        for (FieldTarget target : FieldTarget.OPTION_NAMES.subList(0, variants.options())) {
            String name = mapping.one(target, row.whole())
                    .map(SourceValue::text)
                    .orElse("")
                    .strip();
            if (name.isEmpty()) {
                throw new UnusableRow(target.text() + " is empty").in(row.place());
            }
            names.add(name);
        }
        return names.isEmpty() ? List.of(ProductOption.ONLY.name()) : names;
    }
}
