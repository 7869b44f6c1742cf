package io.shopoms.fulfillment.cache;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code order_link}. */
@Singleton
class PgOrderLinks implements OrderLinks {

    private static final String FIND = """
            select order_name, odoo_order_id, odoo_order_name, odoo_line_ids, shopify_line_ids, linked_at
            from order_link where store = $1 and shopify_order_id = $2
            """;

    private static final String SAVE = """
            insert into order_link (store, shopify_order_id, order_name, odoo_order_id, odoo_order_name,
                                    odoo_line_ids, shopify_line_ids, linked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (store, shopify_order_id) do update
            set order_name = excluded.order_name, odoo_order_id = excluded.odoo_order_id,
                odoo_order_name = excluded.odoo_order_name, odoo_line_ids = excluded.odoo_line_ids,
                shopify_line_ids = excluded.shopify_line_ids, linked_at = excluded.linked_at
            where order_link.linked_at <= excluded.linked_at
            """;

    private final Database database;

    PgOrderLinks(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<OrderLink>> find(ShopDomain store, ShopifyId order) {
        return database.query(FIND, Tuple.of(store.value(), order.value())).map(rows -> first(rows, store, order));
    }

    @Override
    public Uni<Change> save(OrderLink link) {
        return database.transaction(tx -> lock(tx, link)
                .chain(() -> tx.preparedQuery(FIND)
                        .execute(Tuple.of(
                                link.store().value(), link.shopifyOrder().value())))
                .map(rows -> first(rows, link.store(), link.shopifyOrder()))
                .flatMap(old -> tx.preparedQuery(SAVE)
                        .execute(values(link))
                        .map(saved -> saved.rowCount() == 0 ? Change.OUTDATED : change(old, link))));
    }

    /** The same event again: whoever stored it first may have crashed before it told the cache. */
    private static Change change(Optional<OrderLink> old, OrderLink link) {
        return old.filter(known -> known.mapsLike(link) && !known.linkedAt().equals(link.linkedAt()))
                        .isPresent()
                ? Change.SAME_LINES
                : Change.OTHER_LINES;
    }

    /** Two events of one order wait for each other, so that each sees what the other replaced. */
    private static Uni<Void> lock(SqlConnection tx, OrderLink link) {
        return tx.preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("order_link " + link.store() + " " + link.shopifyOrder()))
                .replaceWithVoid();
    }

    private static Tuple values(OrderLink link) {
        List<Long> odooLines = new ArrayList<>();
        List<Long> shopifyLines = new ArrayList<>();
        link.lines().forEach((odoo, shopify) -> {
            odooLines.add(odoo.value());
            shopifyLines.add(shopify.value());
        });
        return Tuple.from(List.of(
                link.store().value(),
                link.shopifyOrder().value(),
                link.orderName(),
                link.odooOrder().value(),
                link.odooOrderName(),
                odooLines.toArray(Long[]::new),
                shopifyLines.toArray(Long[]::new),
                link.linkedAt().atOffset(ZoneOffset.UTC)));
    }

    private static Optional<OrderLink> first(RowSet<Row> rows, ShopDomain store, ShopifyId order) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        Long[] odooLines = row.getArrayOfLongs("odoo_line_ids");
        Long[] shopifyLines = row.getArrayOfLongs("shopify_line_ids");
        Map<OdooId, ShopifyId> lines = new HashMap<>();
        for (int i = 0; i < odooLines.length; i++) {
            lines.put(new OdooId(odooLines[i]), new ShopifyId(shopifyLines[i]));
        }
        return Optional.of(new OrderLink(
                store,
                order,
                row.getString("order_name"),
                new OdooId(row.getLong("odoo_order_id")),
                row.getString("odoo_order_name"),
                lines,
                row.getOffsetDateTime("linked_at").toInstant()));
    }
}
