package io.shopoms.fulfillment.cache;

import io.shopoms.fulfillment.cache.FulfillmentLink.State;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table {@code fulfillment_link}. */
@Singleton
class PgFulfillmentLinks implements FulfillmentLinks {

    private static final String OF_ORDER = """
            select * from fulfillment_link where store = $1 and shopify_order_id = $2 order by picking_id, part
            """;

    private static final String INTEND = """
            insert into fulfillment_link (store, picking_id, part, shopify_order_id, state, fulfillment_id, location_id,
                                          line_ids, quantities, tracking_company, tracking_numbers, tracking_urls,
                                          known_fulfillments, attempted_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict (store, picking_id, part) do
            """;

    private static final String NOTHING = "nothing";

    private static final String UPDATE = """
            update
            set state = excluded.state, fulfillment_id = excluded.fulfillment_id, location_id = excluded.location_id,
                line_ids = excluded.line_ids, quantities = excluded.quantities,
                tracking_company = excluded.tracking_company, tracking_numbers = excluded.tracking_numbers,
                tracking_urls = excluded.tracking_urls, known_fulfillments = excluded.known_fulfillments,
                attempted_at = excluded.attempted_at
            where fulfillment_link.state = 'INTENT' or excluded.state <> 'INTENT'
            """;

    private static final String FORGET = """
            delete from fulfillment_link where store = $1 and picking_id = $2 and part = $3 and state = 'INTENT'
            """;

    private final Database database;

    PgFulfillmentLinks(Database database) {
        this.database = database;
    }

    @Override
    public Uni<List<FulfillmentLink>> of(ShopDomain store, ShopifyId order) {
        return database.query(OF_ORDER, Tuple.of(store.value(), order.value())).map(rows -> {
            List<FulfillmentLink> links = new ArrayList<>();
            rows.forEach(row -> links.add(link(row)));
            return links;
        });
    }

    @Override
    public Uni<Boolean> intend(ShopDomain store, ShopifyId order, FulfillmentLink intent) {
        return database.query(INTEND + NOTHING, values(store, order, intent)).map(result -> result.rowCount() == 1);
    }

    @Override
    public Uni<Void> remember(ShopDomain store, ShopifyId order, FulfillmentLink link) {
        return database.query(INTEND + UPDATE, values(store, order, link)).replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(ShopDomain store, ShopifyId order, FulfillmentLink intent) {
        return database.query(FORGET, Tuple.of(store.value(), intent.picking(), intent.part()))
                .replaceWithVoid();
    }

    private static Tuple values(ShopDomain store, ShopifyId order, FulfillmentLink link) {
        List<Long> lines = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        link.quantities().units().forEach((line, quantity) -> {
            lines.add(line.value());
            units.add(quantity);
        });
        return Tuple.from(Arrays.asList(
                store.value(),
                link.picking(),
                link.part(),
                order.value(),
                link.state().name(),
                link.fulfillment().map(ShopifyId::value).orElse(null),
                link.location().map(ShopifyId::value).orElse(null),
                lines.toArray(Long[]::new),
                units.toArray(Integer[]::new),
                link.tracking().company().orElse(null),
                link.tracking().numbers().toArray(String[]::new),
                link.tracking().urls().toArray(String[]::new),
                link.known().stream().map(ShopifyId::value).toArray(Long[]::new),
                link.attemptedAt().atOffset(ZoneOffset.UTC)));
    }

    private static FulfillmentLink link(Row row) {
        return new FulfillmentLink(
                row.getLong("picking_id"),
                row.getInteger("part"),
                State.valueOf(row.getString("state")),
                id(row, "fulfillment_id"),
                id(row, "location_id"),
                quantities(row),
                new Tracking(
                        Optional.ofNullable(row.getString("tracking_company")),
                        List.of(row.getArrayOfStrings("tracking_numbers")),
                        List.of(row.getArrayOfStrings("tracking_urls"))),
                Arrays.stream(row.getArrayOfLongs("known_fulfillments"))
                        .map(ShopifyId::new)
                        .collect(Collectors.toSet()),
                row.getOffsetDateTime("attempted_at").toInstant());
    }

    private static Optional<ShopifyId> id(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(ShopifyId::new);
    }

    private static Quantities quantities(Row row) {
        Long[] lines = row.getArrayOfLongs("line_ids");
        Integer[] units = row.getArrayOfIntegers("quantities");
        Map<ShopifyId, Integer> quantities = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            quantities.put(new ShopifyId(lines[i]), units[i]);
        }
        return new Quantities(quantities);
    }
}
