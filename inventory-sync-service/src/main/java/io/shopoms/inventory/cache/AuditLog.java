package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** Writes the table {@code inventory_sync_log}: changes of levels, and what people chose. */
final class AuditLog {

    private static final String LEVELS = """
            insert into inventory_sync_log (at, store, inventory_item_id, location_id, odoo_product_id, sku, source, cause,
                                            before, after, explains, correlation_id, detail)
            select at, $1, item, location, p.odoo_product_id, coalesce(p.sku, ''), g.source, g.cause, g.before, g.after,
                   g.explains, g.correlation,
                   coalesce(
                       (select c.cause from odoo_stock_cause c
                        where g.cause = 'ODOO' and c.store = $1 and c.odoo_product_id = p.odoo_product_id
                          and c.heard_at > now() - interval '10 minutes'), '')
            from unnest($2::timestamptz[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::bigint[],
                        $8::bigint[], $9::bigint[], $10::text[]) with ordinality
                as g(at, item, location, source, cause, before, after, explains, correlation, position)
            left join product_inventory p on p.store = $1 and p.inventory_item_id = g.item
            order by g.position""";

    private static final String CHOICES = """
            insert into inventory_sync_log (at, store, inventory_item_id, location_id, odoo_product_id, sku, source, cause,
                                            correlation_id, actor, detail)
            select g.at, g.store, item, location, p.odoo_product_id, coalesce(p.sku, ''), g.source, 'SETTING',
                   correlation, actor, detail
            from unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],
                        $8::text[]) with ordinality
                as g(at, store, item, location, source, correlation, actor, detail, position)
            left join product_inventory p on p.store = g.store and p.inventory_item_id = g.item
            order by g.position""";

    private static final String GIVEN_UP = """
            insert into inventory_sync_log (at, store, inventory_item_id, odoo_product_id, sku, source, cause, actor, detail)
            select $1, u.store, p.inventory_item_id, p.odoo_product_id, u.sku, $2, 'SETTING', $3,
                   'order ' || k.order_name || ' (' || k.shopify_order_id || ') is no longer waited for: units ' || u.units
            from unnest($4::text[], $5::bigint[]) as g(store, id)
            join order_stock k on k.store = g.store and k.shopify_order_id = g.id
            join pending_unit u on u.store = g.store and u.shopify_order_id = g.id
            left join product_inventory p
              on p.store = u.store and p.shopify_variant_id = u.shopify_variant_id and p.deleted_at is null
            order by k.store, k.shopify_order_id, u.sku""";

    private AuditLog() {}

    /** What was chosen for an item, or for a location as a whole. */
    private record Line(Choice choice, Choice.Item item) {}

    /** Adds lines about levels, in their order. */
    static Uni<Void> add(SqlConnection transaction, ShopDomain store, List<AuditLine> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(LEVELS).execute(tuple(store, lines)).replaceWithVoid();
    }

    /** Adds lines about a choice, one for each item that it is about. */
    static Uni<Void> add(SqlConnection transaction, Choice choice) {
        return add(transaction, List.of(choice));
    }

    /** The same for several choices. */
    static Uni<Void> add(SqlConnection transaction, List<Choice> choices) {
        List<Line> lines = choices.stream()
                .flatMap(choice -> choice.items().stream().map(item -> new Line(choice, item)))
                .toList();
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(CHOICES).execute(tuple(lines)).replaceWithVoid();
    }

    /** Adds who waits no longer for the units of orders that are pending yet, a line for each of their variants. */
    static Uni<Void> givenUp(SqlConnection transaction, Collection<OrderKey> orders, Who who, Instant at) {
        return transaction
                .preparedQuery(GIVEN_UP)
                .execute(Tuple.of(
                        Sql.utc(at),
                        who.source(),
                        who.actor().orElse(null),
                        Sql.texts(orders, key -> key.store().value()),
                        Sql.longs(orders, key -> key.order().value())))
                .replaceWithVoid();
    }

    private static Tuple tuple(List<Line> lines) {
        return Tuple.tuple()
                .addValue(Sql.array(lines, line -> Sql.utc(line.choice().at()), OffsetDateTime[]::new))
                .addValue(Sql.texts(lines, line -> line.choice().store().value()))
                .addValue(Sql.longs(lines, line -> line.item().item().orElse(null)))
                .addValue(Sql.longs(lines, line -> Sql.orNull(line.choice().location())))
                .addValue(Sql.texts(lines, line -> line.choice().who().source()))
                .addValue(Sql.texts(
                        lines, line -> line.choice().who().correlation().orElse(null)))
                .addValue(Sql.texts(lines, line -> line.choice().who().actor().orElse(null)))
                .addValue(Sql.texts(lines, line -> line.item().detail()));
    }

    private static Tuple tuple(ShopDomain store, List<AuditLine> lines) {
        return Tuple.tuple()
                .addString(store.value())
                .addValue(Sql.array(lines, line -> Sql.utc(line.at()), OffsetDateTime[]::new))
                .addValue(Sql.longs(lines, line -> line.key().item().value()))
                .addValue(Sql.longs(lines, line -> line.key().location().value()))
                .addValue(Sql.texts(lines, line -> line.source().name()))
                .addValue(Sql.texts(lines, line -> line.cause().name()))
                .addValue(Sql.longs(lines, AuditLine::before))
                .addValue(Sql.longs(lines, AuditLine::after))
                .addValue(Sql.longs(lines, AuditLine::explains))
                .addValue(Sql.texts(lines, line -> line.correlation().toString()));
    }
}
