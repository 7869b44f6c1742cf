package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.mapping.WrittenContact;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The table {@code customer_link}. */
@ApplicationScoped
public class CustomerLinks {

    private static final String COLUMNS =
            "customer_key, odoo_partner_id, matched_by, own_address, written_name," + " written_email, written_phone";

    private static final String FIND =
            "select " + COLUMNS + " from customer_link where store = $1 and customer_key = any($2)";

    private static final String OF_PARTNERS =
            "select " + COLUMNS + " from customer_link where store = $1 and odoo_partner_id = any($2)";

    /** Two workers may meet a new customer at once: whose link comes first holds for both. */
    private static final String ADD = "insert into customer_link as c (store, " + COLUMNS + ")"
            + " select $1, * from unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],"
            + " $8::text[]) as i(customer_key, odoo_partner_id, matched_by, own_address, written_name, written_email,"
            + " written_phone) order by 2 on conflict (store, customer_key) do update set linked_at = c.linked_at"
            + " returning " + COLUMNS;

    private static final String REWRITTEN = "update customer_link set written_name = $3, written_email = $4,"
            + " written_phone = $5 where store = $1 and odoo_partner_id = $2";

    private static final String REPLACE = "update customer_link set odoo_partner_id = $3, matched_by = $4,"
            + " own_address = $5, written_name = $6, written_email = $7, written_phone = $8"
            + " where store = $1 and customer_key = $2";

    private static final String FORGET = "delete from customer_link where store = $1 and odoo_partner_id = any($2)";

    private static final String FORGET_GUESTS =
            "delete from customer_link where store = $1 and odoo_partner_id = $2 and customer_key like 'guest:%'";

    private final Database database;

    CustomerLinks(Database database) {
        this.database = database;
    }

    /** The links among {@code keys} that exist, by key. */
    public Uni<Map<String, CustomerLink>> find(ShopDomain shop, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : database.query(FIND, Tuple.of(shop.value(), keys.toArray(String[]::new)))
                        .map(CustomerLinks::byKey);
    }

    /** All links that lead to one of these contacts. */
    public Uni<List<CustomerLink>> ofPartners(ShopDomain shop, Collection<Long> partnerIds) {
        return partnerIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.query(OF_PARTNERS, Tuple.of(shop.value(), partnerIds.toArray(Long[]::new)))
                        .map(rows -> List.copyOf(byKey(rows).values()));
    }

    /** Adds links; answers what holds now, which is the older link where there is one. */
    public Uni<Map<String, CustomerLink>> add(ShopDomain shop, List<CustomerLink> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple tuple = Tuple.tuple()
                .addValue(shop.value())
                .addValue(texts(links, CustomerLink::key))
                .addValue(links.stream().map(CustomerLink::partnerId).toArray(Long[]::new))
                .addValue(texts(links, link -> link.matchedBy().name().toLowerCase(Locale.ROOT)))
                .addValue(texts(links, CustomerLink::ownAddress))
                .addValue(texts(
                        links, link -> link.written().map(WrittenContact::name).orElse(null)))
                .addValue(texts(
                        links, link -> link.written().map(WrittenContact::email).orElse(null)))
                .addValue(texts(
                        links, link -> link.written().map(WrittenContact::phone).orElse(null)));
        return database.query(ADD, tuple).map(CustomerLinks::byKey);
    }

    /** Remembers what was written into a contact, for all whom it stands for. */
    public Uni<Void> rewritten(ShopDomain shop, long partnerId, WrittenContact written) {
        return database.query(
                        REWRITTEN, Tuple.of(shop.value(), partnerId, written.name(), written.email(), written.phone()))
                .replaceWithVoid();
    }

    /** Leads a key that has a link to another contact. */
    public Uni<Void> replace(ShopDomain shop, CustomerLink link) {
        Tuple tuple = Tuple.tuple()
                .addString(shop.value())
                .addString(link.key())
                .addLong(link.partnerId())
                .addString(link.matchedBy().name().toLowerCase(Locale.ROOT))
                .addString(link.ownAddress())
                .addString(link.written().map(WrittenContact::name).orElse(null))
                .addString(link.written().map(WrittenContact::email).orElse(null))
                .addString(link.written().map(WrittenContact::phone).orElse(null));
        return database.query(REPLACE, tuple).replaceWithVoid();
    }

    /** Drops what tells by a hash which e-mail address a contact had. */
    public Uni<Void> forgetGuests(ShopDomain shop, long partnerId) {
        return database.query(FORGET_GUESTS, Tuple.of(shop.value(), partnerId)).replaceWithVoid();
    }

    /** Drops the links to contacts that are gone from Odoo. */
    public Uni<Void> forget(ShopDomain shop, Collection<Long> partnerIds) {
        return partnerIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.query(FORGET, Tuple.of(shop.value(), partnerIds.toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    private static String[] texts(List<CustomerLink> links, Function<CustomerLink, String> value) {
        List<String> texts = new ArrayList<>();
        links.forEach(link -> texts.add(value.apply(link)));
        return texts.toArray(String[]::new);
    }

    private static Map<String, CustomerLink> byKey(RowSet<Row> rows) {
        Map<String, CustomerLink> links = new HashMap<>();
        rows.forEach(row -> links.put(
                row.getString("customer_key"),
                new CustomerLink(
                        row.getString("customer_key"),
                        row.getLong("odoo_partner_id"),
                        How.valueOf(row.getString("matched_by").toUpperCase(Locale.ROOT)),
                        row.getString("own_address"),
                        Optional.ofNullable(row.getString("written_name"))
                                .map(name -> new WrittenContact(
                                        name, row.getString("written_email"), row.getString("written_phone"))))));
        return links;
    }
}
