package io.shopoms.inventory.cache;

import io.shopoms.inventory.policy.OrderMemorySettings;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Bounds what is remembered of orders. Each call does a bounded piece, and may be repeated. */
@ApplicationScoped
public class ForgottenOrders {

    /** Rows that one call changes at most. */
    public static final int PIECE = 1_000;

    private static final Logger LOG = Logger.getLogger(ForgottenOrders.class);

    /** Long after any grace: what no level has shown by then explains nothing any more. */
    private static final Duration EFFECTS = Duration.ofDays(2);

    private static final String OVERDUE = """
            select shopify_order_id, order_name from order_stock
            where store = $1 and pending and pending_since < $2 order by pending_since limit $3""";

    private static final String SETTLED = """
            delete from order_stock where ctid = any(array(
                select ctid from order_stock where not pending and heard_at < $1 limit $2))""";

    private static final String OLD_EFFECTS = """
            delete from order_effect where ctid = any(array(
                select ctid from order_effect where heard_at < $1 limit $2))""";

    private final Database database;
    private final StockOrders orders;
    private final OrderMemorySettings settings;
    private final Clock clock;

    ForgottenOrders(Database database, StockOrders orders, OrderMemorySettings settings, Clock clock) {
        this.database = database;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Offers the units of orders again that never got into Odoo, and names those orders in the log.
     *
     * @return how many
     */
    public Uni<Integer> giveUpOverdue(ShopDomain store) {
        return database.query(OVERDUE, Tuple.of(store.value(), before(settings.waitAtMost()), PIECE))
                .map(rows -> {
                    List<OrderKey> overdue = new ArrayList<>();
                    for (Row row : rows) {
                        OrderKey key = new OrderKey(store, Sql.id(row, "shopify_order_id"));
                        overdue.add(key);
                        LOG.warnf(
                                "order %s (%s) of %s has not come into Odoo within %s: its units are offered again",
                                row.getString("order_name"), key.order(), store, settings.waitAtMost());
                    }
                    return overdue;
                })
                .call(overdue -> orders.giveUp(overdue, Who.BY_ITSELF))
                .map(List::size);
    }

    /**
     * Deletes orders of all stores that Odoo accounts for and of which nothing was heard for long, and effects that are of
     * no use any more.
     *
     * @return how many orders
     */
    public Uni<Integer> deleteSettled() {
        return database.query(OLD_EFFECTS, Tuple.of(before(EFFECTS), PIECE))
                .chain(() -> database.query(SETTLED, Tuple.of(before(settings.keepSettled()), PIECE)))
                .map(rows -> rows.rowCount());
    }

    private OffsetDateTime before(Duration age) {
        return Sql.utc(clock.instant().minus(age));
    }
}
