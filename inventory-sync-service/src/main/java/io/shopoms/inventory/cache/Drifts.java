package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.AuditSearch.Conditions;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Drifts, and what people decide about those that are only shown. */
@ApplicationScoped
public class Drifts {

    private static final String COLUMNS = """
            select id, store, inventory_item_id, location_id, odoo_product_id, sku, before, after, since, opened_at,
                   decision, decided_by, outcome, resolved_at
            from inventory_drift where true""";

    private static final String FIND = COLUMNS + " and id = $1";

    // The order of locks is that of DueItems: levels before drifts.
    private static final String LOCK_LEVEL = """
            select from inventory_level where store = $1 and inventory_item_id = $2 and location_id = $3 for update""";

    // The difference is no longer part of the number; the next one overwrites it.
    private static final String TAKE_BACK = """
            update inventory_level set shown = shown - $4
            where store = $1 and inventory_item_id = $2 and location_id = $3""";

    private static final String DECIDE = """
            update inventory_drift set decision = $2, decided_by = $3, decided_at = now(), outcome = $4,
                resolved_at = case when $4::text is null then null else now() end
            where id = $1""";

    private final Database database;
    private final DueItems due;
    private final Clock clock;

    Drifts(Database database, DueItems due, Clock clock) {
        this.database = database;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Which drifts somebody looks for; what is empty does not matter.
     *
     * @param open only those that are not dealt with, or only those that are
     */
    public record Filter(
            Optional<ShopDomain> store,
            Optional<ShopifyId> item,
            Optional<Decision> decision,
            Optional<Boolean> open) {}

    /** Where a page ended. */
    public record Place(Instant openedAt, UUID id) {}

    /** Newest first. */
    public Uni<List<StockDrift>> search(Filter filter, Optional<Place> after, int limit) {
        Conditions where = new Conditions();
        filter.store().ifPresent(store -> where.and("store = %s", store.value()));
        filter.item().ifPresent(item -> where.and("inventory_item_id = %s", item.value()));
        filter.decision().ifPresent(decision -> where.and("decision = %s", decision.name()));
        String open = filter.open()
                .map(wanted -> wanted ? " and resolved_at is null" : " and resolved_at is not null")
                .orElse("");
        after.ifPresent(
                place -> where.and("(opened_at, id) < (%s, " + where.add(place.id()) + ")", Sql.utc(place.openedAt())));
        String sql = COLUMNS + open + where + " order by opened_at desc, id desc limit " + where.add(limit);
        return database.query(sql, where.parameters()).map(Drifts::drifts);
    }

    public Uni<Optional<StockDrift>> find(UUID id) {
        return database.query(FIND, Tuple.of(id)).map(Drifts::first);
    }

    /**
     * Sets Shopify to Odoo's number; one that Odoo was to take over, and has not, is not taken over any more. False if it was
     * decided otherwise meanwhile.
     */
    public Uni<Boolean> correct(StockDrift drift, String person) {
        return decide(
                drift,
                person,
                Decision.CORRECT,
                Optional.of("Shopify is set to the number by Odoo"),
                (tx, now) -> now.drift().decision() == Decision.ADOPT
                        // The processor takes it out of the level, as it does with what Odoo has taken over.
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery(TAKE_BACK)
                                .execute(level(drift).addLong(drift.difference()))
                                .replaceWithVoid());
    }

    /** Has Odoo's stock adjusted by the difference. False if it was decided otherwise meanwhile. */
    public Uni<Boolean> adopt(StockDrift drift, OdooId product, StockSource source, String person) {
        Adoption adoption =
                new Adoption(drift.drift().id(), drift.drift().key(), product, source, drift.difference(), true, false);
        return decide(
                drift,
                person,
                Decision.ADOPT,
                Optional.empty(),
                (tx, now) -> DriftRows.adopt(tx, drift.store(), List.of(adoption)));
    }

    private interface Doing {
        Uni<Void> in(SqlConnection transaction, StockDrift now);
    }

    private Uni<Boolean> decide(
            StockDrift drift, String person, Decision decision, Optional<String> outcome, Doing doing) {
        ItemKey item = new ItemKey(drift.store(), drift.drift().key().item());
        UUID id = drift.drift().id();
        return database.transaction(tx -> due.raise(tx, List.of(item))
                .chain(() -> tx.preparedQuery(LOCK_LEVEL).execute(level(drift)))
                .chain(() -> tx.preparedQuery(FIND + " for update").execute(Tuple.of(id)))
                .map(Drifts::first)
                .chain(now -> now.filter(found -> mayBecome(found, decision)).isEmpty()
                        ? Uni.createFrom().item(false)
                        : doing.in(tx, now.get())
                                .chain(() -> tx.preparedQuery(DECIDE)
                                        .execute(Tuple.of(id, decision.name(), person, outcome.orElse(null))))
                                .chain(() -> AuditLog.add(tx, line(drift, person, decision)))
                                .replaceWith(true)));
    }

    private static Tuple level(StockDrift drift) {
        return Tuple.tuple()
                .addString(drift.store().value())
                .addLong(drift.drift().key().item().value())
                .addLong(drift.drift().key().location().value());
    }

    private Choice line(StockDrift drift, String person, Decision decision) {
        String what = "drift of " + drift.difference() + " units is "
                + (decision == Decision.ADOPT ? "adopted into Odoo" : "corrected in Shopify");
        Who who = new Who(
                "PERSON", Optional.of(person), Optional.of(drift.drift().id().toString()));
        return new Choice(
                drift.store(),
                clock.instant(),
                who,
                OptionalLong.of(drift.drift().key().location().value()),
                List.of(new Choice.Item(Optional.of(drift.drift().key().item().value()), what)));
    }

    /** Whether a person may decide so: of what is shown, and against what Odoo was to take over and has not. */
    public static boolean mayBecome(StockDrift drift, Decision decision) {
        return drift.resolvedAt().isEmpty()
                && (drift.drift().decision() == Decision.SHOW
                        || drift.drift().decision() == Decision.ADOPT && decision == Decision.CORRECT);
    }

    private static Optional<StockDrift> first(RowSet<Row> rows) {
        return drifts(rows).stream().findFirst();
    }

    private static List<StockDrift> drifts(RowSet<Row> rows) {
        List<StockDrift> drifts = new ArrayList<>();
        rows.forEach(row -> drifts.add(drift(row)));
        return drifts;
    }

    private static StockDrift drift(Row row) {
        Drift drift = new Drift(
                row.getUUID("id"),
                new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")),
                row.getLong("before"),
                row.getLong("after"),
                Sql.instant(row, "since"),
                Decision.valueOf(row.getString("decision")));
        return new StockDrift(
                new ShopDomain(row.getString("store")),
                drift,
                Sql.maybeOdooId(row, "odoo_product_id"),
                row.getString("sku"),
                Sql.instant(row, "opened_at"),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("outcome")),
                Sql.maybeInstant(row, "resolved_at"));
    }
}
