package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.EmailAddress;
import io.shopoms.order.shopify.PersonalData;
import io.shopoms.order.shopify.PrivacyRequest;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a person out of the orders' own tables. The records stay with what was sold, so that nothing is made twice; their
 * hash stays too, so that the same text does not come back by a replay.
 */
@ApplicationScoped
public class PersonalRecords {

    private static final String ORDERS = "select record_id, raw from shopify_order_cache where store = $1"
            + " and (record_id = any($2) or ltrim(lower(email), '#') = $3) for update";

    private static final String SIGNALS =
            "select record_id, raw from shopify_order_signal where store = $1 and record_id = any($2) for update";

    private static final String CUSTOMER =
            "select record_id, raw from shopify_customer_cache where store = $1 and record_id = any($2) for update";

    private static final String REQUEST =
            "select record_id, raw from privacy_request_cache where store = $1 and record_id = any($2) for update";

    // A worker that read the old text writes no outcome for it.
    private static final String ERASE =
            "update %s set raw = $3%s, version = version + (case when lease_owner is null then 0 else 1 end)"
                    + " where store = $1 and record_id = $2";

    private static final String ERASE_ORDER = ERASE.formatted("shopify_order_cache", ", email = null, phone = null");
    private static final String ERASE_SIGNAL = ERASE.formatted("shopify_order_signal", "");
    private static final String ERASE_CUSTOMER =
            ERASE.formatted("shopify_customer_cache", ", name = null, email = null, phone = null");

    /** The request itself is being worked on and keeps its version. */
    private static final String ERASE_REQUEST =
            "update privacy_request_cache set raw = $3 where store = $1 and record_id = $2";

    private final Database database;

    PersonalRecords(Database database) {
        this.database = database;
    }

    /** @return how many records of orders held data of the customer */
    public Uni<Integer> erase(ShopDomain shop, PrivacyRequest request) {
        Optional<String> email = EmailAddress.personal(request.email());
        return database.transaction(tx -> find(
                        tx, ORDERS, Tuple.of(shop.value(), ids(request.orders()), email.orElse(null)))
                .chain(orders -> replace(tx, shop, ERASE_ORDER, orders)
                        .chain(() -> find(tx, SIGNALS, Tuple.of(shop.value(), numbers(orders))))
                        .chain(signals -> replace(tx, shop, ERASE_SIGNAL, signals))
                        .chain(() -> find(tx, CUSTOMER, Tuple.of(shop.value(), ids(List.of(request.subject())))))
                        .chain(customer -> replace(tx, shop, ERASE_CUSTOMER, customer))
                        .replaceWith(orders.size())));
    }

    /** Takes the person out of a request that was dealt with. */
    public Uni<Void> eraseRequest(ShopDomain shop, long recordId) {
        return database.transaction(tx -> find(tx, REQUEST, Tuple.of(shop.value(), ids(List.of(recordId))))
                .chain(request -> replace(tx, shop, ERASE_REQUEST, request)));
    }

    private static Uni<RowSet<Row>> find(SqlConnection transaction, String sql, Tuple parameters) {
        return transaction.preparedQuery(sql).execute(parameters);
    }

    private static Uni<Void> replace(SqlConnection transaction, ShopDomain shop, String sql, RowSet<Row> rows) {
        List<Tuple> erased = new ArrayList<>();
        rows.forEach(row -> erased.add(
                Tuple.of(shop.value(), row.getLong("record_id"), PersonalData.erased(row.getString("raw")))));
        return erased.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).executeBatch(erased).replaceWithVoid();
    }

    private static Long[] numbers(RowSet<Row> rows) {
        List<Long> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(row.getLong("record_id")));
        return ids(numbers);
    }

    private static Long[] ids(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
