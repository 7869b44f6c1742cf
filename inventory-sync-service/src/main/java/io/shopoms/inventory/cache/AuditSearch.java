package io.shopoms.inventory.cache;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the audit log, newest first. */
@ApplicationScoped
public class AuditSearch {

    private static final String COLUMNS = """
            select id, at, store, inventory_item_id, location_id, odoo_product_id, sku, source, cause, before, after, explains,
                   correlation_id, actor, detail
            from inventory_sync_log where true""";

    private final Database database;

    AuditSearch(Database database) {
        this.database = database;
    }

    /** A line as it is stored; numbers of levels are in units. */
    public record Line(
            long id,
            Instant at,
            ShopDomain store,
            Optional<ShopifyId> item,
            Optional<ShopifyId> location,
            Optional<OdooId> product,
            String sku,
            String source,
            String cause,
            OptionalLong before,
            OptionalLong after,
            long explains,
            Optional<String> correlation,
            Optional<String> actor,
            String detail) {}

    /**
     * Which lines somebody looks for; what is empty does not matter.
     *
     * @param from the earliest moment
     * @param until the first moment after
     */
    public record Filter(
            Optional<ShopDomain> store,
            Optional<ShopifyId> item,
            Optional<ShopifyId> location,
            Optional<OdooId> product,
            Optional<String> sku,
            Optional<String> cause,
            Optional<String> source,
            Optional<String> correlation,
            Optional<Instant> from,
            Optional<Instant> until) {}

    /** Where a page ended. */
    public record Place(Instant at, long id) {}

    /** At most {@code limit} lines that come before {@code after} in time. */
    public Uni<List<Line>> search(Filter filter, Optional<Place> after, int limit) {
        Conditions where = new Conditions();
        filter.store().ifPresent(store -> where.and("store = %s", store.value()));
        filter.item().ifPresent(item -> where.and("inventory_item_id = %s", item.value()));
        filter.location().ifPresent(location -> where.and("location_id = %s", location.value()));
        filter.product().ifPresent(product -> where.and("odoo_product_id = %s", product.value()));
        // The index leaves out lines without a SKU.
        filter.sku().ifPresent(sku -> where.and("sku <> '' and sku = %s", sku));
        filter.cause().ifPresent(cause -> where.and("cause = %s", cause));
        filter.source().ifPresent(source -> where.and("source = %s", source));
        filter.correlation().ifPresent(id -> where.and("correlation_id = %s", id));
        filter.from().ifPresent(from -> where.and("at >= %s", Sql.utc(from)));
        filter.until().ifPresent(until -> where.and("at < %s", Sql.utc(until)));
        after.ifPresent(place -> {
            where.and("at <= %s", Sql.utc(place.at()));
            where.and("(at, id) < (%s, " + where.add(place.id()) + ")", Sql.utc(place.at()));
        });
        String sql = COLUMNS + where + " order by at desc, id desc limit " + where.add(limit);
        return database.query(sql, where.parameters).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row)));
            return lines;
        });
    }

    private static Line line(Row row) {
        return new Line(
                row.getLong("id"),
                Sql.instant(row, "at"),
                new ShopDomain(row.getString("store")),
                Sql.maybeId(row, "inventory_item_id"),
                Sql.maybeId(row, "location_id"),
                Sql.maybeOdooId(row, "odoo_product_id"),
                row.getString("sku"),
                row.getString("source"),
                row.getString("cause"),
                Sql.maybeLong(row, "before"),
                Sql.maybeLong(row, "after"),
                row.getLong("explains"),
                Optional.ofNullable(row.getString("correlation_id")),
                Optional.ofNullable(row.getString("actor")),
                row.getString("detail"));
    }

    /** Conditions and their parameters. */
    static final class Conditions {

        private final StringBuilder sql = new StringBuilder();
        private final Tuple parameters = Tuple.tuple();

        void and(String condition, Object value) {
            sql.append(" and ").append(condition.formatted(add(value)));
        }

        String add(Object value) {
            parameters.addValue(value);
            return "$" + parameters.size();
        }

        Tuple parameters() {
            return parameters;
        }

        @Override
        public String toString() {
            return sql.toString();
        }
    }
}
