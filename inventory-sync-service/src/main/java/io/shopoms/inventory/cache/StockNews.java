package io.shopoms.inventory.cache;

import io.shopoms.model.OdooId;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * What was heard of Odoo's stock: the items of those products become due, and what moved their stock is kept for a while,
 * so that the audit log can tell it beside the number that came of it.
 */
@ApplicationScoped
public class StockNews {

    private static final String KEEP = """
            insert into odoo_stock_cause (store, odoo_product_id, cause, heard_at)
            select distinct p.store, p.odoo_product_id, c.cause, now()
            from unnest($2::bigint[], $3::text[]) as c(product, cause)
            join product_inventory p on p.odoo_product_id = c.product and p.store = any($1) and p.deleted_at is null
            where c.cause <> '' order by p.store, p.odoo_product_id
            on conflict (store, odoo_product_id) do update set cause = excluded.cause, heard_at = excluded.heard_at""";

    private final Database database;
    private final DueItems due;
    private final SameOdoo sameOdoo;

    StockNews(Database database, DueItems due, SameOdoo sameOdoo) {
        this.database = database;
        this.due = due;
        this.sameOdoo = sameOdoo;
    }

    /**
     * Items in all stores on the same Odoo.
     *
     * @param causes by product, what moved its stock; empty text where that is not known
     * @return how many items are due
     */
    public Uni<Integer> heard(Store store, Map<OdooId, String> causes) {
        return database.transaction(
                tx -> keep(tx, store, causes).chain(() -> due.raiseProducts(tx, store, causes.keySet())));
    }

    private Uni<Void> keep(SqlConnection transaction, Store store, Map<OdooId, String> causes) {
        List<Map.Entry<OdooId, String>> all = List.copyOf(causes.entrySet());
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        sameOdoo.domains(store).toArray(String[]::new),
                        Sql.longs(all, entry -> entry.getKey().value()),
                        Sql.texts(all, Map.Entry::getValue)))
                .replaceWithVoid();
    }
}
