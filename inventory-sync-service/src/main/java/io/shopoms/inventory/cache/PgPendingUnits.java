package io.shopoms.inventory.cache;

import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Pending units by what their variants are linked with now. A variant that is linked with nothing, or gone, counts for every
 * product of its SKU: that is where the order service will take it from.
 */
@ApplicationScoped
class PgPendingUnits implements PendingUnits {

    private static final String FIND = """
            with linked as (
                select store, shopify_variant_id, odoo_product_id, sku from product_inventory
                where store = any($1) and odoo_product_id = any($2) and deleted_at is null)
            select odoo_product_id, least(sum(units), 1000000000000)::bigint as units from (
                select l.odoo_product_id, u.units from linked l join pending_unit u using (store, shopify_variant_id)
                union all
                select l.odoo_product_id, e.units from linked l join order_effect e using (store, shopify_variant_id)
                where e.units > 0
                union all
                select s.odoo_product_id, u.units
                from (select distinct odoo_product_id, sku from linked where sku <> '') s
                join pending_unit u on u.sku = s.sku and u.store = any($1)
                where not exists (
                    select from product_inventory p
                    where p.store = u.store and p.shopify_variant_id = u.shopify_variant_id
                      and p.odoo_product_id is not null and p.deleted_at is null)) found
            group by odoo_product_id""";

    private final SameOdoo sameOdoo;

    PgPendingUnits(SameOdoo sameOdoo) {
        this.sameOdoo = sameOdoo;
    }

    @Override
    public Uni<Map<OdooId, Long>> of(SqlConnection transaction, Store store, Collection<OdooId> products) {
        if (products.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(sameOdoo.domains(store).toArray(String[]::new), Sql.odooIds(products)))
                .map(rows -> {
                    Map<OdooId, Long> units = new HashMap<>();
                    for (Row row : rows) {
                        units.put(new OdooId(row.getLong("odoo_product_id")), row.getLong("units"));
                    }
                    return units;
                });
    }
}
