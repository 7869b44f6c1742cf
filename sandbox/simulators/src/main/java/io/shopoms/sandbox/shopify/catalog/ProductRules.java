package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an input may say of a product itself, and what it does. */
final class ProductRules {

    private static final int LONGEST = 255;
    private static final int MOST_TAGS = 250;
    private static final List<String> STATUSES =
            Stream.of(ProductStatus.values()).map(Enum::name).toList();

    private final Catalog catalog;
    private final MetafieldRules metafields;
    private final String shopName;

    /** @param shopName the vendor of products that name none */
    ProductRules(Catalog catalog, String shopName) {
        this.catalog = catalog;
        this.metafields = new MetafieldRules(catalog);
        this.shopName = shopName;
    }

    /** @param product null for a new one */
    void check(Input input, Product product, Errors errors) {
        if (product == null || input.has("title")) {
            String title = input.text("title");
            if (title == null || title.isBlank()) {
                errors.in("title").add("INVALID_PRODUCT", "Title can't be blank");
            }
        }
        for (String field : List.of("title", "vendor", "productType", "handle")) {
            if (input.sets(field) && input.text(field).length() > LONGEST) {
                errors.in(field).add("INVALID_PRODUCT", label(field) + " is too long (maximum is 255 characters)");
            }
        }
        if (input.sets("status") && !STATUSES.contains(input.text("status"))) {
            errors.in("status").add("INVALID_PRODUCT", "Status must be one of " + STATUSES);
        }
        handle(input, product, errors);
        tags(input, errors);
        if (input.sets("category")
                && !input.text("category").matches("gid://shopify/TaxonomyCategory/[a-z]{2}(-\\d+)*")) {
            errors.in("category").add("INVALID_PRODUCT", "Product category is invalid.");
        }
        metafields.check(
                input.items("metafields"), "PRODUCT", product == null ? List.of() : product.metafields(), errors);
    }

    private static String label(String field) {
        return switch (field) {
            case "productType" -> "Product type";
            default -> field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        };
    }

    private void handle(Input input, Product product, Errors errors) {
        if (input.sets("handle") && !input.text("handle").isBlank()) {
            String handle = Handles.of(input.text("handle"));
            catalog.findByHandle(handle)
                    .filter(other -> other != product)
                    .ifPresent(other -> errors.in("handle")
                            .add(
                                    "HANDLE_NOT_UNIQUE",
                                    "Handle '" + handle + "' already in use. Please provide a new handle."));
        }
    }

    private static void tags(Input input, Errors errors) {
        List<String> tags = input.texts("tags");
        if (tags.size() > MOST_TAGS) {
            errors.in("tags").add("INVALID_PRODUCT", "A maximum of " + MOST_TAGS + " tags is allowed");
        }
        if (tags.stream().anyMatch(tag -> tag.length() > LONGEST)) {
            errors.in("tags").add("INVALID_PRODUCT", "Product tags is invalid");
        }
    }

    /** A new product that is in no index yet. */
    Product create(Input input) {
        Instant now = catalog.now();
        Product product = new Product(catalog.nextId(), ProductText.of(input.text("title"), shopName), now);
        String wanted = input.sets("handle") && !input.text("handle").isBlank()
                ? Handles.of(input.text("handle"))
                : Handles.free(
                        Handles.of(input.text("title")),
                        handle -> catalog.findByHandle(handle).isPresent());
        product.answerTo(wanted);
        apply(product, input, now);
        return product;
    }

    /** Changes the product; what the input does not name stays. */
    void update(Product product, Input input) {
        if (input.sets("handle") && !input.text("handle").isBlank()) {
            catalog.rename(product, Handles.of(input.text("handle")));
        }
        apply(product, input, catalog.now());
    }

    private void apply(Product product, Input input, Instant now) {
        ProductText before = product.text();
        String vendor = input.text("vendor", before.vendor());
        product.describe(new ProductText(
                input.text("title", before.title()),
                blankAsEmpty(input.text("descriptionHtml", before.descriptionHtml())),
                vendor == null || vendor.isBlank() ? shopName : vendor,
                blankAsEmpty(input.text("productType", before.productType())),
                input.text("category", before.category()),
                input.text("templateSuffix", before.templateSuffix()),
                input.part("seo")
                        .map(seo -> new Seo(
                                seo.text("title", before.seo().title()),
                                seo.text("description", before.seo().description())))
                        .orElse(before.seo())));
        if (input.sets("status")) {
            product.become(ProductStatus.valueOf(input.text("status")));
        }
        if (input.sets("tags")) {
            product.tag(sorted(input.texts("tags")));
        }
    }

    private static String blankAsEmpty(String text) {
        return text == null ? "" : text;
    }

    /** Each once, upper and lower case being the same, in alphabetical order. */
    static List<String> sorted(List<String> tags) {
        TreeSet<String> sorted = new TreeSet<>(Comparator.comparing((String tag) -> tag.toLowerCase(Locale.ROOT)));
        tags.stream().map(String::trim).filter(tag -> !tag.isEmpty()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    /** @param replacing whether metafields that the input leaves out are deleted */
    void keepMetafields(Product product, Input input, boolean replacing) {
        if (input.sets("metafields")) {
            product.keep(metafields.result(product, input.items("metafields"), replacing, catalog.now()));
        }
    }
}
