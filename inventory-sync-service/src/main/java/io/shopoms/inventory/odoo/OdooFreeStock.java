package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.odoo.StockDialect.Unit;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads Odoo's own {@code free_qty}. The place is always named by the context's {@code location}: every version of Odoo
 * understands it, while {@code warehouse} and {@code warehouse_id} are ignored by the one or the other, which then answers
 * the stock of all warehouses.
 */
@Singleton
class OdooFreeStock implements OdooStock {

    private static final String FREE = "free_qty";

    private final OdooClients clients;
    private final StockPlaces places;
    private final StockDialects dialects;

    OdooFreeStock(OdooClients clients, StockPlaces places, StockDialects dialects) {
        this.clients = clients;
        this.places = places;
        this.dialects = dialects;
    }

    @Override
    public Uni<FreeStock> free(Store store, Collection<OdooId> products, Collection<StockSource> sources) {
        return places.find(store, sources)
                .chain(found -> Multi.createFrom()
                        .iterable(parts(products))
                        .onItem()
                        .transformToUniAndConcatenate(
                                part -> page(store, part, found.usable().values()))
                        .collect()
                        .asList()
                        .map(pages -> {
                            Map<OdooId, ProductStock> all = new HashMap<>();
                            pages.forEach(all::putAll);
                            return new FreeStock(all, found.unusable());
                        }));
    }

    private Uni<Map<OdooId, ProductStock>> page(Store store, List<Long> products, Collection<StockPlace> places) {
        List<StockPlace> asked = List.copyOf(places);
        Optional<StockPlace> first = asked.stream().findFirst();
        return dialects.of(store)
                .chain(dialect -> read(store, products, facts(dialect, first.isPresent()), first))
                .chain(facts -> dialects.knowing(store, units(facts))
                        .chain(dialect ->
                                others(store, facts, asked).map(free -> stocks(dialect, facts, asked, free))));
    }

    private static List<String> facts(StockDialect dialect, boolean free) {
        List<String> fields = new ArrayList<>(dialect.storableFields());
        fields.addAll(List.of("active", "uom_id"));
        if (free) {
            fields.add(FREE);
        }
        return fields;
    }

    /** What is free at the places after the first one; the first one's is in the facts. */
    private Uni<Map<StockPlace, Map<Long, BigDecimal>>> others(
            Store store, List<JsonNode> facts, List<StockPlace> asked) {
        List<Long> products = facts.stream().map(row -> row.path("id").asLong()).toList();
        return Multi.createFrom()
                .iterable(products.isEmpty() || asked.isEmpty() ? List.of() : asked.subList(1, asked.size()))
                .onItem()
                .transformToUniAndConcatenate(place -> read(store, products, List.of(FREE), Optional.of(place))
                        .map(rows -> Map.entry(place, free(rows))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .invoke(free -> asked.stream().findFirst().ifPresent(place -> free.put(place, free(facts))));
    }

    /** A product whose quantity makes no sense is as one that was not told: only its own items wait. */
    private static Map<Long, BigDecimal> free(List<JsonNode> rows) {
        Map<Long, BigDecimal> free = new HashMap<>();
        rows.forEach(row -> OdooValue.quantityIfTold(row, FREE)
                .ifPresent(quantity -> free.put(row.path("id").asLong(), quantity)));
        return free;
    }

    private Uni<List<JsonNode>> read(
            Store store, List<Long> products, List<String> fields, Optional<StockPlace> place) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("domain", JsonBodies.tree(List.of(List.of("id", "in", products))));
        arguments.set("fields", JsonBodies.tree(fields));
        arguments.put("order", "id").putNull("load");
        ObjectNode context = arguments.putObject("context").put("active_test", false);
        place.ifPresent(at -> context.put("location", at.root().value()));
        return clients.of(store)
                .call("product.product", "search_read", arguments)
                .map(answer -> {
                    List<JsonNode> rows = new ArrayList<>();
                    answer.forEach(rows::add);
                    return rows;
                });
    }

    /** A product that is gone by the time of one of the calls, or oddly told by it, has no quantity there. */
    private static Map<OdooId, ProductStock> stocks(
            StockDialect dialect,
            List<JsonNode> facts,
            List<StockPlace> asked,
            Map<StockPlace, Map<Long, BigDecimal>> free) {
        Map<OdooId, ProductStock> stocks = new HashMap<>();
        for (JsonNode product : facts) {
            long id = product.path("id").asLong();
            Map<StockSource, BigDecimal> quantities = asked.stream()
                    .filter(place -> free.get(place).containsKey(id))
                    .collect(Collectors.toMap(
                            StockPlace::source, place -> free.get(place).get(id)));
            if (id > 0) {
                stocks.put(new OdooId(id), stock(dialect, product, quantities));
            }
        }
        return stocks;
    }

    private static ProductStock stock(StockDialect dialect, JsonNode product, Map<StockSource, BigDecimal> free) {
        long unitId = product.path("uom_id").asLong();
        Unit unit = dialect.units().getOrDefault(unitId, new Unit("unit of measure " + unitId, false));
        return new ProductStock(
                new OdooId(product.path("id").asLong()),
                OdooValue.flag(product, "active"),
                dialect.isStorable(product),
                unit.name(),
                unit.counted(),
                free);
    }

    private static Set<Long> units(List<JsonNode> facts) {
        return facts.stream().map(row -> row.path("uom_id").asLong()).collect(Collectors.toSet());
    }

    private static List<List<Long>> parts(Collection<OdooId> products) {
        List<Long> ids =
                products.stream().map(OdooId::value).distinct().sorted().toList();
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + PAGE)));
        }
        return parts;
    }
}
