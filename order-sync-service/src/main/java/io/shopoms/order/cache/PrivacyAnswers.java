package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The table {@code privacy_answer}: which requests a person has dealt with. */
@ApplicationScoped
public class PrivacyAnswers {

    private static final String ADD = "insert into privacy_answer (store, record_id) select store, record_id"
            + " from privacy_request_cache where store = $1 and record_id = $2 on conflict do nothing";

    private static final String KNOWN = "select 1 from privacy_answer where store = $1 and record_id = $2";

    private final Database database;

    PrivacyAnswers(Database database) {
        this.database = database;
    }

    /** @return false if there is no such request */
    public Uni<Boolean> add(ShopDomain shop, long recordId) {
        return database.query(ADD, Tuple.of(shop.value(), recordId)).chain(() -> isAnswered(shop, recordId));
    }

    public Uni<Boolean> isAnswered(ShopDomain shop, long recordId) {
        return database.query(KNOWN, Tuple.of(shop.value(), recordId)).map(rows -> rows.size() > 0);
    }
}
