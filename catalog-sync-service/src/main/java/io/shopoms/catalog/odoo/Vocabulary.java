package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The names that products share: attributes and their values, categories, tags. Names are compared as Odoo does, letter by
 * letter. What is missing is made, each under an external id that is made of its name, so that two workers, or two stores,
 * make it once.
 */
final class Vocabulary {

    /** The external ids name no shop: all stores of an Odoo share these records. */
    private static final String ALL_SHOPS = "all";

    /**
     * Variants of such attributes are made one by one. With Odoo's default every combination of values appears by itself,
     * up to a limit of 1000, and those that Shopify lacks come back with every change of the template.
     */
    static final String DYNAMIC = "dynamic";

    private Vocabulary() {}

    static Uni<Map<String, Long>> categories(OdooClient odoo, Collection<String> names) {
        return named(odoo, "product.category", "category", Domain.all(), Map.of(), names);
    }

    static Uni<Map<String, Long>> tags(OdooClient odoo, Collection<String> names) {
        return named(odoo, "product.tag", "tag", Domain.all(), Map.of(), names);
    }

    /** Attributes whose variants are made one by one; one of the same name that makes all combinations is another. */
    static Uni<Map<String, Long>> attributes(OdooClient odoo, Collection<String> names) {
        return named(
                odoo,
                "product.attribute",
                "attribute",
                Domain.where("create_variant", "=", DYNAMIC),
                Map.of("create_variant", DYNAMIC),
                names);
    }

    /** A value of an attribute, whose id is known. */
    record ValueName(long attributeId, String name) {}

    static Uni<Map<ValueName, Long>> values(OdooClient odoo, Collection<ValueName> wanted) {
        Set<ValueName> all = new LinkedHashSet<>(wanted);
        if (all.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Domain domain = Domain.where(
                        "attribute_id",
                        "in",
                        all.stream().map(ValueName::attributeId).distinct().toList())
                .and("name", "in", all.stream().map(ValueName::name).distinct().toList());
        return complete(
                all,
                () -> odoo.searchRead("product.attribute.value", domain, List.of("name", "attribute_id"), "", 0)
                        .map(found -> first(found, all)),
                missing -> odoo.createAbsent(table(missing)));
    }

    private static Map<ValueName, Long> first(List<JsonNode> found, Set<ValueName> wanted) {
        Map<ValueName, Long> known = new HashMap<>();
        for (JsonNode value : found) {
            ValueName name = new ValueName(OdooValue.id(value.path("attribute_id")), OdooValue.text(value, "name"));
            if (wanted.contains(name)) {
                known.putIfAbsent(name, value.path("id").asLong());
            }
        }
        return known;
    }

    private static Load table(List<ValueName> missing) {
        List<List<Object>> rows = new ArrayList<>();
        for (ValueName value : missing) {
            rows.add(List.of(
                    externalId("attributevalue", value.attributeId() + "_" + hash(value.name())),
                    value.name(),
                    Long.toString(value.attributeId())));
        }
        return new Load("product.attribute.value", List.of("id", "name", "attribute_id/.id"), rows);
    }

    private static Uni<Map<String, Long>> named(
            OdooClient odoo,
            String model,
            String kind,
            Domain domain,
            Map<String, String> fields,
            Collection<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        if (all.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return complete(
                all,
                () -> odoo.searchRead(model, domain.and("name", "in", List.copyOf(all)), List.of("name"), "", 0)
                        .map(Vocabulary::firstOf),
                missing -> odoo.createAbsent(table(model, kind, fields, missing)));
    }

    private static <K> Uni<Map<K, Long>> complete(
            Set<K> all, Supplier<Uni<Map<K, Long>>> search, Function<List<K>, Uni<List<Long>>> create) {
        return search.get().chain(known -> complete(all, known, search, create));
    }

    /**
     * Odoo refuses a second tag of one name. Somebody else may make one between the search and the creation: then that one
     * is meant.
     */
    private static <K> Uni<Map<K, Long>> complete(
            Set<K> all,
            Map<K, Long> known,
            Supplier<Uni<Map<K, Long>>> search,
            Function<List<K>, Uni<List<Long>>> create) {
        List<K> missing = all.stream().filter(name -> !known.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return create.apply(missing)
                .map(ids -> with(known, missing, ids))
                .onFailure(Vocabulary::isRefusal)
                .recoverWithUni(refusal -> search.get().chain(now -> {
                    boolean appeared = missing.stream().anyMatch(now::containsKey);
                    return appeared
                            ? complete(all, now, search, create)
                            : Uni.createFrom().failure(refusal);
                }));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SyncFailureException known && known.failure() instanceof RejectedByTarget;
    }

    /** Several may have one name: the oldest is meant. */
    private static Map<String, Long> firstOf(List<JsonNode> found) {
        Map<String, Long> known = new HashMap<>();
        found.forEach(record -> known.putIfAbsent(
                OdooValue.text(record, "name"), record.path("id").asLong()));
        return known;
    }

    private static Load table(String model, String kind, Map<String, String> fields, List<String> missing) {
        List<String> columns = new ArrayList<>(List.of("id", "name"));
        columns.addAll(fields.keySet());
        List<List<Object>> rows = new ArrayList<>();
        for (String name : missing) {
            List<Object> row = new ArrayList<>(List.of(externalId(kind, hash(name)), name));
            row.addAll(fields.values());
            rows.add(row);
        }
        return new Load(model, columns, rows);
    }

    private static <K> Map<K, Long> with(Map<K, Long> known, List<K> made, List<Long> ids) {
        Map<K, Long> all = new HashMap<>(known);
        for (int i = 0; i < made.size(); i++) {
            all.put(made.get(i), ids.get(i));
        }
        return all;
    }

    private static String externalId(String kind, String key) {
        return new ExternalId(ALL_SHOPS, kind, key).toString();
    }

    /** Names may hold anything, external ids no blanks. */
    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
