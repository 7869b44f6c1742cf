package io.shopoms.order.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.ledger.LedgerEntry.Verdict;
import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The table {@code order_ledger}. */
@ApplicationScoped
@RegisterForReflection(targets = {MoneyLedger.class, MoneyLedger.Entry.class})
public class Ledger {

    private static final String WRITE = """
            insert into order_ledger as l (store, shopify_order_id, order_name, ordered_on, currency, shopify_total,
                                           shopify_tax, odoo_total, odoo_tax, rounding, verdict, remark, sums)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (store, shopify_order_id) do update set
                order_name = excluded.order_name, ordered_on = excluded.ordered_on, currency = excluded.currency,
                shopify_total = excluded.shopify_total, shopify_tax = excluded.shopify_tax,
                odoo_total = excluded.odoo_total, odoo_tax = excluded.odoo_tax, rounding = excluded.rounding,
                verdict = excluded.verdict, remark = excluded.remark, sums = coalesce(excluded.sums, l.sums),
                compared_at = now()""";

    private static final String DAYS = """
            select ordered_on, currency, count(*) as orders,
                   count(*) filter (where verdict = 'EQUAL') as equal,
                   count(*) filter (where verdict = 'ROUNDED') as rounded,
                   count(*) filter (where verdict = 'EXPLAINED') as explained,
                   count(*) filter (where verdict = 'DIFFERS') as differing,
                   count(*) filter (where verdict = 'ABSENT') as absent,
                   sum(shopify_total) as shopify_total, sum(shopify_tax) as shopify_tax,
                   coalesce(sum(odoo_total), 0) as odoo_total, coalesce(sum(odoo_tax), 0) as odoo_tax,
                   sum(rounding) as rounding
            from order_ledger where store = $1 and ordered_on between $2 and $3
            group by ordered_on, currency order by ordered_on, currency""";

    private static final String COLUMNS = """
            select shopify_order_id, order_name, ordered_on, currency, shopify_total, shopify_tax, odoo_total, odoo_tax,
                   rounding, verdict, remark, sums
            from order_ledger where store = $1""";

    private static final String OPEN = COLUMNS + """
             and ordered_on between $2 and $3 and verdict = any($4) and shopify_order_id > $5
            order by shopify_order_id limit $6""";

    private static final String ONE = COLUMNS + " and shopify_order_id = $2";

    private final Database database;
    private final ObjectMapper json;

    Ledger(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The orders of one day in one currency.
     *
     * @param orders how many, of which {@code equal}, {@code rounded}, {@code explained}, {@code differing} and
     *     {@code absent} from Odoo
     * @param difference Odoo's total less Shopify's
     * @param rounding what all rounding lines carry
     */
    public record Day(
            LocalDate day,
            String currency,
            long orders,
            long equal,
            long rounded,
            long explained,
            long differing,
            long absent,
            BigDecimal shopifyTotal,
            BigDecimal shopifyTax,
            BigDecimal odooTotal,
            BigDecimal odooTax,
            BigDecimal difference,
            BigDecimal rounding) {}

    /** Writes entries, in one round trip; each replaces the order's former one. */
    public Uni<Void> write(List<LedgerEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(tx -> tx.preparedQuery(WRITE)
                                .executeBatch(entries.stream().map(this::values).toList()))
                        .replaceWithVoid();
    }

    /** The days from {@code from} to {@code to}, both included, that have orders. */
    public Uni<List<Day>> days(ShopDomain shop, LocalDate from, LocalDate to) {
        return database.query(DAYS, Tuple.of(shop.value(), from, to))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Ledger::day)
                        .toList());
    }

    /** Orders with one of the verdicts, by their numbers, beyond {@code after}. */
    public Uni<List<LedgerEntry>> entries(
            ShopDomain shop, LocalDate from, LocalDate to, List<Verdict> verdicts, long after, int limit) {
        String[] words = verdicts.stream().map(Verdict::name).toArray(String[]::new);
        return database.query(OPEN, Tuple.from(Arrays.asList(shop.value(), from, to, words, after, limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> entry(shop, row))
                        .toList());
    }

    public Uni<Optional<LedgerEntry>> entry(ShopDomain shop, long orderId) {
        return database.query(ONE, Tuple.of(shop.value(), orderId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> entry(shop, row))
                        .findFirst());
    }

    private Tuple values(LedgerEntry entry) {
        return Tuple.from(Arrays.asList(
                entry.shop().value(),
                entry.orderId().value(),
                entry.orderName(),
                entry.orderedOn(),
                entry.currency(),
                entry.shopifyTotal(),
                entry.shopifyTax(),
                entry.odooTotal().orElse(null),
                entry.odooTax().orElse(null),
                entry.rounding(),
                entry.verdict().name(),
                entry.remark(),
                entry.sums().map(this::write).orElse(null)));
    }

    private LedgerEntry entry(ShopDomain shop, Row row) {
        return new LedgerEntry(
                shop,
                new ShopifyId(row.getLong("shopify_order_id")),
                row.getString("order_name"),
                row.getLocalDate("ordered_on"),
                row.getString("currency"),
                row.getBigDecimal("shopify_total"),
                row.getBigDecimal("shopify_tax"),
                Optional.ofNullable(row.getBigDecimal("odoo_total")),
                Optional.ofNullable(row.getBigDecimal("odoo_tax")),
                row.getBigDecimal("rounding"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("remark"),
                Optional.ofNullable(row.getString("sums")).map(this::read));
    }

    private String write(MoneyLedger sums) {
        try {
            return json.writeValueAsString(sums);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MoneyLedger read(String sums) {
        try {
            return json.readValue(sums, MoneyLedger.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("order_ledger holds JSON that is not ours", e);
        }
    }

    private static Day day(Row row) {
        BigDecimal shopify = row.getBigDecimal("shopify_total");
        BigDecimal odoo = row.getBigDecimal("odoo_total");
        return new Day(
                row.getLocalDate("ordered_on"),
                row.getString("currency"),
                row.getLong("orders"),
                row.getLong("equal"),
                row.getLong("rounded"),
                row.getLong("explained"),
                row.getLong("differing"),
                row.getLong("absent"),
                shopify,
                row.getBigDecimal("shopify_tax"),
                odoo,
                row.getBigDecimal("odoo_tax"),
                odoo.subtract(shopify),
                row.getBigDecimal("rounding"));
    }
}
