package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The {@code query} argument of {@code products} and {@code productVariants}. */
final class ProductSearch {

    private final SearchTerms terms;

    ProductSearch(ZoneId zone) {
        this.terms = new SearchTerms(zone);
    }

    Predicate<Product> products(String query) {
        return terms.parse(query, this::product);
    }

    Predicate<Variant> variants(String query) {
        return terms.parse(query, this::variant);
    }

    private Predicate<Product> product(String field, String operator, String value) {
        return switch (field) {
            case "updated_at" -> terms.time(operator, value, Product::updatedAt);
            case "created_at" -> terms.time(operator, value, Product::createdAt);
            case "published_at" -> published(operator, value);
            case "published_status" -> publishedStatus(value);
            case "id" -> SearchTerms.number(operator, value, Product::id);
            case "handle" -> product -> product.handle().equalsIgnoreCase(value);
            case "title" -> product -> words(product.title(), value);
            case "vendor" -> product -> words(product.text().vendor(), value);
            case "product_type" -> product -> words(product.text().productType(), value);
            case "tag" -> product -> product.tags().stream().anyMatch(value::equalsIgnoreCase);
            case "status" -> status(value);
            case "sku" -> product -> product.variants().stream().anyMatch(variant -> sku(variant, value));
            case "barcode" -> product -> product.variants().stream().anyMatch(variant -> barcode(variant, value));
            default -> throw SearchTerms.notUnderstood(field);
        };
    }

    private Predicate<Variant> variant(String field, String operator, String value) {
        return switch (field) {
            case "sku" -> variant -> sku(variant, value);
            case "barcode" -> variant -> barcode(variant, value);
            case "id" -> SearchTerms.number(operator, value, Variant::id);
            case "product_id" -> SearchTerms.number(operator, value, Variant::productId);
            case "updated_at" -> terms.time(operator, value, Variant::updatedAt);
            case "created_at" -> terms.time(operator, value, Variant::createdAt);
            case "title" -> variant -> words(variant.product().title() + " " + variant.title(), value);
            case "vendor", "tag", "product_type", "handle" -> ofProduct(product(field, operator, value));
            case "product_status" -> ofProduct(status(value));
            default -> throw SearchTerms.notUnderstood(field);
        };
    }

    private static Predicate<Variant> ofProduct(Predicate<Product> holds) {
        return variant -> holds.test(variant.product());
    }

    private Predicate<Product> published(String operator, String value) {
        Predicate<Product> compared =
                terms.time(operator, value, product -> product.publishedAt().orElse(Instant.EPOCH));
        return product -> product.publishedAt().isPresent() && compared.test(product);
    }

    private static Predicate<Product> publishedStatus(String value) {
        return switch (value) {
            case "published", "online_store:visible" ->
                product -> product.publishedAt().isPresent();
            case "unpublished", "online_store:hidden" ->
                product -> product.publishedAt().isEmpty();
            default -> throw SearchTerms.notUnderstood("published_status:" + value);
        };
    }

    private static Predicate<Product> status(String value) {
        Set<String> wanted = Set.of(value.toUpperCase(Locale.ROOT).split(","));
        if (!Set.of("ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED").containsAll(wanted)) {
            throw SearchTerms.notUnderstood("status:" + value);
        }
        return product -> wanted.contains(product.status().name());
    }

    /** As the index of SKUs finds them. */
    private static boolean sku(Variant variant, String value) {
        return variant.sku() != null && startsWords(variant.sku(), value);
    }

    private static boolean barcode(Variant variant, String value) {
        return value.equalsIgnoreCase(variant.offer().barcode());
    }

    private static boolean startsWords(String text, String value) {
        boolean open = value.endsWith("*");
        String wanted = (open ? value.substring(0, value.length() - 1) : value).toLowerCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith(wanted)
                && (open
                        || lower.length() == wanted.length()
                        || !Character.isLetterOrDigit(lower.charAt(wanted.length())));
    }

    /** Whether the words stand in the text, one behind the other. */
    private static boolean words(String text, String value) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            if (begins && startsWords(lower.substring(at), value)) {
                return true;
            }
        }
        return lower.isEmpty() && value.isEmpty();
    }

    /** The SKUs of which every record that is found has one; empty if others may be found too. */
    static Optional<List<String>> skus(String query) {
        List<List<SearchTerms.Term>> groups = SearchTerms.groups(query);
        List<String> skus = groups.stream()
                .flatMap(group -> group.stream()
                        .filter(term -> term.field().equals("sku") && !term.negated())
                        .map(SearchTerms.Term::value)
                        .limit(1))
                .toList();
        return skus.isEmpty() || skus.size() < groups.size() ? Optional.empty() : Optional.of(skus);
    }

    /** Nothing that was changed before this time is found. */
    Instant changedFrom(String query) {
        List<List<SearchTerms.Term>> groups = SearchTerms.groups(query);
        if (groups.size() != 1) {
            return Instant.MIN;
        }
        return groups.get(0).stream()
                .filter(term -> term.field().equals("updated_at") && !term.negated())
                .filter(term -> term.operator().startsWith(">"))
                .map(term -> terms.instant(term.value()))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
