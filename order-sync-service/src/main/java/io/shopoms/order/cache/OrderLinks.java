package io.shopoms.order.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.order.mapping.Applied;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code order_link}. Storing a link whose lines are new and telling the other services so is one transaction:
 * neither happens without the other.
 */
@ApplicationScoped
@RegisterForReflection(targets = {Applied.class, OrderLinked.Line.class})
public class OrderLinks {

    private static final String FIND = """
            select shopify_order_id, order_name, odoo_order_id, odoo_order_name, lines, applied, stage, status,
                   money_check
            from order_link where store = $1 and shopify_order_id = any($2)""";

    private static final String STORE = """
            insert into order_link (store, shopify_order_id, order_name, odoo_order_id, odoo_order_name, lines, applied,
                                    stage, status, money_check)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (store, shopify_order_id) do update set
                order_name = excluded.order_name, odoo_order_id = excluded.odoo_order_id,
                odoo_order_name = excluded.odoo_order_name, lines = excluded.lines, applied = excluded.applied,
                stage = excluded.stage, status = excluded.status, money_check = excluded.money_check,
                checked_at = now()""";

    private static final String FORGET = "delete from order_link where store = $1 and shopify_order_id = $2";

    private static final TypeReference<List<OrderLinked.Line>> LINES = new TypeReference<>() {};

    private final Database database;
    private final Outbox outbox;
    private final OrderAnnouncements announcements;
    private final ObjectMapper json;

    OrderLinks(Database database, Outbox outbox, OrderAnnouncements announcements, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.announcements = announcements;
        this.json = json;
    }

    /** The links of those orders that have one, by Shopify id. */
    public Uni<Map<Long, OrderLink>> find(ShopDomain shop, Collection<Long> orderIds) {
        return database.query(FIND, Tuple.of(shop.value(), orderIds.toArray(Long[]::new)))
                .map(rows -> {
                    Map<Long, OrderLink> links = new HashMap<>();
                    rows.forEach(row -> links.put(row.getLong("shopify_order_id"), link(shop, row)));
                    return links;
                });
    }

    /**
     * Stores links.
     *
     * @param told those of them that are new or have other lines: each is announced as {@link OrderLinked}
     */
    public Uni<Void> store(List<OrderLink> links, Collection<OrderLink> told) {
        return links.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(tx -> tx.preparedQuery(STORE)
                        .executeBatch(links.stream().map(this::values).toList())
                        .chain(() -> outbox.add(
                                tx, told.stream().map(announcements::linked).toList())));
    }

    /** Removes a link; false if there was none. The Odoo order is not touched. */
    public Uni<Boolean> forget(ShopDomain shop, long orderId) {
        return database.query(FORGET, Tuple.of(shop.value(), orderId)).map(removed -> removed.rowCount() > 0);
    }

    private Tuple values(OrderLink link) {
        return Tuple.from(List.of(
                link.shop().value(),
                link.orderId().value(),
                link.orderName(),
                link.odooOrderId().value(),
                link.odooOrderName(),
                write(link.lines()),
                write(link.applied()),
                link.stage(),
                link.status(),
                link.moneyCheck()));
    }

    private OrderLink link(ShopDomain shop, Row row) {
        try {
            return new OrderLink(
                    shop,
                    new ShopifyId(row.getLong("shopify_order_id")),
                    row.getString("order_name"),
                    new OdooId(row.getLong("odoo_order_id")),
                    row.getString("odoo_order_name"),
                    json.readValue(row.getString("lines"), LINES),
                    json.readValue(row.getString("applied"), Applied.class),
                    row.getString("stage"),
                    row.getString("status"),
                    row.getString("money_check"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("order_link holds JSON that is not ours", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
