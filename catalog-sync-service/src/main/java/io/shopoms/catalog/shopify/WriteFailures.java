package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.MetafieldTypes;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.shopify.ShopifyStep.SetMetafields;
import io.shopoms.catalog.shopify.ShopifyStep.SetProduct;
import io.shopoms.catalog.shopify.ShopifyStep.UpdateVariants;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.shopify.UserErrors.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Shopify's refusal of a product means, with the field and the variant named. */
final class WriteFailures {

    static final String HANDLE_NOT_UNIQUE = "HANDLE_NOT_UNIQUE";

    /** The product is no longer what it was when it was read: it is read again. */
    private static final Set<String> CHANGED = Set.of(
            "PRODUCT_DOES_NOT_EXIST",
            "NOT_FOUND",
            "PRODUCT_VARIANT_DOES_NOT_EXIST",
            "OPTION_DOES_NOT_EXIST",
            "OPTION_VALUE_DOES_NOT_EXIST",
            "MUST_BE_FOR_THIS_PRODUCT",
            "STALE_OBJECT");

    private static final Set<String> PASSING = Set.of("GENERIC_ERROR", "JOB_ERROR", "INTERNAL_ERROR");

    private static final String METAFIELD =
            "Compare the value with the metafield's definition in Shopify's admin (Settings,"
                    + " Custom data), and correct whichever is wrong.";
    private static final String PRICE = "Give the variant a price of zero or more where the product comes from.";
    private static final String AT_THE_SOURCE = "Correct the named field where the product comes from, then retry.";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("VARIANTS_OVER_LIMIT", "Split the product: Shopify takes 2,048 variants of one, by plan fewer."),
            Map.entry("OPTIONS_OVER_LIMIT", "Leave at most three options where the product comes from."),
            Map.entry("OPTION_VALUES_OVER_LIMIT", "Leave fewer values of the option where the product comes from."),
            Map.entry("NEGATIVE_PRICE_VALUE", PRICE),
            Map.entry("GREATER_THAN_OR_EQUAL_TO", PRICE),
            Map.entry("PRODUCT_SUSPENDED", "Ask Shopify's support why it has suspended the product."),
            Map.entry(
                    "SUBSCRIPTION_VIOLATION", "Remove variants that are not needed, or choose a larger Shopify plan."),
            Map.entry("GIFT_CARDS_NOT_ACTIVATED", "Activate gift cards in Shopify's admin, then retry."),
            Map.entry("INVALID_METAFIELD", METAFIELD),
            Map.entry("INVALID_VALUE", METAFIELD),
            Map.entry("INVALID_TYPE", METAFIELD),
            Map.entry("CAPABILITY_VIOLATION", METAFIELD),
            Map.entry("INCLUSION", METAFIELD),
            Map.entry("APP_NOT_AUTHORIZED", "Choose another namespace: this one belongs to another app."));

    private static final Pattern VARIANT = Pattern.compile("(?:^|\\.)variants\\.(\\d+)(?:\\.(.*))?");
    private static final Pattern METAFIELDS = Pattern.compile("(?:^|\\.)metafields\\.(\\d+)(?:\\.(.*))?");
    private static final int LONGEST = 300;

    private WriteFailures() {}

    static SyncFailure of(ShopifyStep step, UserError error) {
        String code = error.code().orElse("");
        String what = (error.message() + (code.isEmpty() ? "" : " [" + code + "]")).replaceAll("\\s+", " ");
        String told = what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
        if (CHANGED.contains(code) || (code.isEmpty() && error.message().contains("does not exist"))) {
            return new TransientFailure("the product changed in Shopify meanwhile: " + told);
        }
        if (PASSING.contains(code)) {
            return new TransientFailure("Shopify could not write the product: " + told);
        }
        return new RejectedByTarget(
                "Shopify refuses " + place(step, error.field()) + ": " + told,
                REMEDIES.getOrDefault(code, AT_THE_SOURCE));
    }

    /** What Shopify would refuse for its metafields. */
    static Optional<SyncFailure> ofMetafields(Product wanted) {
        for (Metafield field : wanted.metafields()) {
            if (!MetafieldTypes.isKnown(field.type())) {
                return Optional.of(new InvalidPayload(
                        "metafield " + field.name() + " has the type '" + field.type()
                                + "', which Shopify does not know",
                        "Name one of Shopify's types, such as single_line_text_field or number_integer."));
            }
            Optional<String> expected = MetafieldTypes.expectedInstead(field.type(), field.value());
            if (expected.isPresent()) {
                return Optional.of(new InvalidPayload(
                        "metafield " + field.name() + " of type " + field.type() + " is not " + expected.get(),
                        "Correct the value where the product comes from, or the field's type."));
            }
        }
        return Optional.empty();
    }

    private static String place(ShopifyStep step, String path) {
        Matcher variant = VARIANT.matcher(path);
        if (variant.find()) {
            return field(variant.group(2)) + "variant " + named(variants(step), variant.group(1));
        }
        Matcher metafield = METAFIELDS.matcher(path);
        if (metafield.find()) {
            return field(metafield.group(2)) + "metafield " + named(metafields(step), metafield.group(1));
        }
        String field = path.replaceFirst("^(input|product)\\.", "");
        return field.isEmpty() ? "the product" : "the product's " + field;
    }

    private static List<String> variants(ShopifyStep step) {
        if (step instanceof SetProduct set) {
            return set.variants();
        }
        return step instanceof UpdateVariants update ? update.names() : List.of();
    }

    private static List<String> metafields(ShopifyStep step) {
        Object list = List.of();
        if (step instanceof SetMetafields set) {
            list = set.metafields();
        } else if (step instanceof SetProduct set) {
            list = set.input().getOrDefault("metafields", list);
        }
        List<String> names = new ArrayList<>();
        for (Object each : (List<?>) list) {
            Map<?, ?> metafield = (Map<?, ?>) each;
            names.add(metafield.get("namespace") + "." + metafield.get("key"));
        }
        return names;
    }

    private static String named(List<String> names, String index) {
        // At most nine digits: a longer number is no index.
        int place = index.length() < 10 ? Integer.parseInt(index) : Integer.MAX_VALUE;
        return place < names.size() ? names.get(place) : "number " + index;
    }

    private static String field(String name) {
        return name == null || name.isEmpty() ? "" : name + " of ";
    }
}
