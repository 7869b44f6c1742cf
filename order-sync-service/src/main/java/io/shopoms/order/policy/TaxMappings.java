package io.shopoms.order.policy;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** The table {@code tax_mapping}: which Odoo tax an operator chose for a rate. Comes before the setting of that kind. */
@ApplicationScoped
public class TaxMappings {

    private static final String OF = "select percent, included, odoo_tax_id from tax_mapping where store = $1";

    private static final String CHOOSE = """
            insert into tax_mapping (store, percent, included, odoo_tax_id) values ($1, $2, $3, $4)
            on conflict (store, percent, included) do update set odoo_tax_id = excluded.odoo_tax_id, changed_at = now()""";

    private static final String FORGET = "delete from tax_mapping where store = $1 and percent = $2 and included = $3";

    private final Database database;

    TaxMappings(Database database) {
        this.database = database;
    }

    /** All choices of a store, the lowest rate first. */
    public Uni<Map<TaxKey, Long>> of(ShopDomain shop) {
        return database.query(OF, Tuple.of(shop.value())).map(rows -> {
            Map<TaxKey, Long> choices = new TreeMap<>();
            rows.forEach(row -> choices.put(
                    new TaxKey(row.getBigDecimal("percent"), row.getBoolean("included")), row.getLong("odoo_tax_id")));
            return choices;
        });
    }

    public Uni<Void> choose(ShopDomain shop, TaxKey key, long odooTaxId) {
        return database.query(CHOOSE, Tuple.of(shop.value(), key.percent(), key.included(), odooTaxId))
                .replaceWithVoid();
    }

    /** False if nothing was chosen. */
    public Uni<Boolean> forget(ShopDomain shop, TaxKey key) {
        return database.query(FORGET, Tuple.of(shop.value(), key.percent(), key.included()))
                .map(removed -> removed.rowCount() > 0);
    }
}
