package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductIdentity;
import io.shopoms.sandbox.shopify.catalog.Refused;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.Shop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Queries of products and variants. Pages are read from the indexes, without the products before them. */
final class CatalogQueries {

    private final Catalog catalog;
    private final ProductSearch search;
    private final ProductIdentity identity;

    CatalogQueries(Shop shop) {
        this.catalog = shop.catalog();
        this.search = new ProductSearch(shop.zone());
        this.identity = new ProductIdentity(catalog);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        Map<String, Function<DataFetchingEnvironment, Object>> fields = new LinkedHashMap<>();
        fields.put(
                "product",
                env -> catalog.find(Gid.parse("Product", env.getArgument("id"))).orElse(null));
        fields.put("productByIdentifier", this::byIdentifier);
        fields.put("products", this::products);
        fields.put("productsCount", this::productsCount);
        fields.put(
                "productVariant",
                env -> catalog.findVariant(Gid.parse("ProductVariant", env.getArgument("id")))
                        .orElse(null));
        fields.put("productVariants", this::variants);
        fields.put("productVariantsCount", this::variantsCount);
        return fields;
    }

    private Object byIdentifier(DataFetchingEnvironment env) {
        try {
            return identity.look(Input.of(env.<Map<String, Object>>getArgument("identifier")))
                    .orElse(null);
        } catch (Refused e) {
            throw new AdminError("BAD_REQUEST", e.getMessage());
        }
    }

    /** What a search finds; without one everything is listed, however new. */
    private Predicate<Product> products(String query) {
        Predicate<Product> found = search.products(query);
        return query == null || query.isBlank() ? found : found.and(catalog::isSearchable);
    }

    private Predicate<Variant> variants(String query) {
        Predicate<Variant> found = search.variants(query);
        return query == null || query.isBlank() ? found : found.and(variant -> catalog.isSearchable(variant.product()));
    }

    private Connection products(DataFetchingEnvironment env) {
        ProductSort sort = ProductSort.valueOf(env.getArgument("sortKey"));
        boolean reverse = Boolean.TRUE.equals(env.getArgument("reverse"));
        ProductSort.Cursor after = sort.parse(env.getArgument("after"));
        String query = env.getArgument("query");
        int first = Connection.first(env);
        List<Product> found = candidates(query, sort, after, reverse)
                .filter(product -> after == null || sort.isAfter(product, after, reverse))
                .filter(products(query))
                .limit(first + 1L)
                .toList();
        List<Connection.Edge> edges = found.stream()
                .limit(first)
                .map(product -> new Connection.Edge(sort.cursor(product), product))
                .toList();
        return new Connection(edges, found.size() > first, after != null);
    }

    /** In the order asked for, and as few as the indexes allow. */
    private Stream<Product> candidates(String query, ProductSort sort, ProductSort.Cursor after, boolean reverse) {
        Optional<List<String>> skus = ProductSearch.skus(query);
        if (skus.isPresent()) {
            return withSkus(skus.get()).stream()
                    .map(Variant::product)
                    .distinct()
                    .sorted(sort.comparator(reverse));
        }
        return switch (sort) {
            case UPDATED_AT -> byUpdate(search.changedFrom(query), after, reverse);
            case ID -> ordered(catalog.products(), after, reverse);
            default -> catalog.products().values().stream().sorted(sort.comparator(reverse));
        };
    }

    private Stream<Product> byUpdate(Instant from, ProductSort.Cursor after, boolean reverse) {
        if (reverse) {
            return catalog.changedUntil(after == null ? Instant.MAX : after.instant()).stream()
                    .takeWhile(product -> !product.updatedAt().isBefore(from));
        }
        Instant start = after == null || after.instant().isBefore(from) ? from : after.instant();
        return catalog.changedSince(start).stream();
    }

    private static Stream<Product> ordered(
            NavigableMap<Long, Product> products, ProductSort.Cursor after, boolean reverse) {
        if (after == null) {
            return (reverse ? products.descendingMap() : products).values().stream();
        }
        return reverse
                ? products.headMap(after.id(), false).descendingMap().values().stream()
                : products.tailMap(after.id(), false).values().stream();
    }

    private Set<Variant> withSkus(List<String> skus) {
        Set<Variant> found = new LinkedHashSet<>();
        skus.forEach(sku -> found.addAll(catalog.likeSku(sku)));
        return found;
    }

    private Object productsCount(DataFetchingEnvironment env) {
        String query = env.getArgument("query");
        Stream<Product> all = candidates(query, ProductSort.ID, null, false);
        return Count.upTo(all.filter(products(query)).count(), env.getArgument("limit"));
    }

    private Object variants(DataFetchingEnvironment env) {
        VariantSort sort = VariantSort.valueOf(env.getArgument("sortKey"));
        boolean reverse = Boolean.TRUE.equals(env.getArgument("reverse"));
        String query = env.getArgument("query");
        Predicate<Variant> wanted = variants(query);
        Optional<List<String>> skus = ProductSearch.skus(query);
        if (skus.isEmpty() && sort == VariantSort.ID) {
            return VariantPages.byId(catalog.variants(), wanted, env, reverse);
        }
        Stream<Variant> candidates =
                (skus.isPresent() ? withSkus(skus.get()) : catalog.variants().values()).stream();
        TreeSet<Variant> sorted = new TreeSet<>(reverse ? sort.comparator().reversed() : sort.comparator());
        candidates.filter(wanted).forEach(sorted::add);
        return Connection.of(List.copyOf(sorted), env);
    }

    private Object variantsCount(DataFetchingEnvironment env) {
        String query = env.getArgument("query");
        Stream<Variant> candidates = ProductSearch.skus(query)
                .map(skus -> withSkus(skus).stream())
                .orElseGet(() -> catalog.variants().values().stream());
        return Count.upTo(candidates.filter(variants(query)).count(), env.getArgument("limit"));
    }
}
