package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people should know of the places in Odoo that locations are mapped to; nothing keeps stock from being written. */
@ApplicationScoped
public class SourceWarnings {

    private static final String TELL = """
            update location_source s set warning = w.warning
            from location_source o
            left join unnest($2::text[], $3::bigint[], $4::text[]) as w(kind, odoo_id, warning)
              on w.kind = o.kind and w.odoo_id = o.odoo_id
            where o.store = $1 and o.warning is distinct from w.warning
              and s.store = o.store and s.location_id = o.location_id and s.kind = o.kind and s.odoo_id = o.odoo_id
            returning w.warning""";

    private final Database database;

    SourceWarnings(Database database) {
        this.database = database;
    }

    /**
     * Stores what there is to be said of a store's sources now; those that are not named are in order.
     *
     * @return what nobody was told before, each once
     */
    public Uni<List<String>> tell(ShopDomain store, Map<StockSource, String> warnings) {
        List<Map.Entry<StockSource, String>> told = List.copyOf(warnings.entrySet());
        Tuple given = Tuple.of(
                store.value(),
                Sql.texts(told, of -> of.getKey().kind().name()),
                Sql.longs(told, of -> of.getKey().id().value()),
                Sql.texts(told, Map.Entry::getValue));
        return database.query(TELL, given).map(rows -> {
            List<String> news = new ArrayList<>();
            rows.forEach(row -> {
                String warning = row.getString("warning");
                if (warning != null && !news.contains(warning)) {
                    news.add(warning);
                }
            });
            return news;
        });
    }
}
