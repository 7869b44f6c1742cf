package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.MappedLocation.Source;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores what people choose for locations, and makes the store's items due; who chose what is written down. */
@ApplicationScoped
public class LocationChoices {

    /** One change of a store's mapping at a time: each is checked against all others. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('location-mapping ' || $1, 0))";

    private static final String CHOSEN = """
            insert into location_mapping_choice (store, chosen_by) values ($1, $2)
            on conflict (store) do update set chosen_by = excluded.chosen_by, chosen_at = now()""";

    private static final String IS_CHOSEN = "select from location_mapping_choice where store = $1";

    private static final String CLEAR = "delete from location_source where store = $1 and location_id = $2";

    private static final String MAP = """
            insert into location_source (store, location_id, kind, odoo_id, odoo_name, share, mapped_by)
            select $1, $2, kind, id, name, share, $3
            from unnest($4::text[], $5::bigint[], $6::text[], $7::numeric[]) as s(kind, id, name, share)""";

    private static final String BUFFER =
            "update location set buffer = $3, changed_at = now() where store = $1 and location_id = $2";

    private static final String ORDER = """
            update location l set position = g.position
            from unnest($2::bigint[]) with ordinality as g(id, position)
            where l.store = $1 and l.location_id = g.id""";

    private final Database database;
    private final Locations locations;
    private final Clock clock;

    LocationChoices(Database database, Locations locations, Clock clock) {
        this.database = database;
        this.locations = locations;
        this.clock = clock;
    }

    /** What came of a wish: refused with the reason, or empty if it is done. */
    public sealed interface Answer {
        record Done(MappedLocation location) implements Answer {}

        record Unknown() implements Answer {}

        record Refused(String reason) implements Answer {}

        /** Other locations are mapped to more than the wish was checked against: it is to be checked again. */
        record Outdated() implements Answer {}
    }

    /**
     * Says where the stock of a location lies; with no sources, nowhere.
     *
     * @param apart sources of other locations of the store that these do not overlap with: whoever asks Odoo for that holds
     *     no lock meanwhile
     */
    public Uni<Answer> map(
            ShopDomain store, ShopifyId location, List<Source> sources, Set<StockSource> apart, String person) {
        return change(
                store,
                location,
                Who.person(person),
                before -> "stock lies in " + words(sources) + ", before in " + words(before.sources()),
                (tx, all) -> Uni.createFrom()
                        .item(
                                sources.isEmpty() || apart.containsAll(MappingRules.besides(location, all))
                                        ? MappingRules.problem(
                                                        location,
                                                        sources.stream()
                                                                .map(Source::share)
                                                                .toList(),
                                                        all)
                                                .map(Answer.Refused::new)
                                        : Optional.of(new Answer.Outdated())),
                tx -> tx.preparedQuery(CHOSEN)
                        .execute(Tuple.of(store.value(), person))
                        .chain(() -> store(tx, store, location, sources, Optional.of(person))));
    }

    /**
     * Maps the only location of a store to the only place that there is, unless a person has ever chosen.
     *
     * @return whether it was mapped
     */
    public Uni<Boolean> mapByItself(ShopDomain store, ShopifyId location, Source source) {
        return change(
                        store,
                        location,
                        Who.BY_ITSELF,
                        before -> "stock lies in " + words(List.of(source)) + ", the only place for the only location",
                        (tx, all) -> tx.preparedQuery(IS_CHOSEN)
                                .execute(Tuple.of(store.value()))
                                .map(chosen -> chosen.size() > 0
                                        ? Optional.of(new Answer.Refused("a person has chosen"))
                                        : Optional.empty()),
                        tx -> store(tx, store, location, List.of(source), Optional.empty()))
                .map(Answer.Done.class::isInstance);
    }

    /** Units kept back at a location; empty for the store's buffer. */
    public Uni<Answer> buffer(ShopDomain store, ShopifyId location, OptionalLong units, String person) {
        return change(
                store,
                location,
                Who.person(person),
                before -> "buffer: " + ItemChoice.words(units) + ", before " + ItemChoice.words(before.buffer()),
                (tx, all) -> Uni.createFrom().item(Optional.empty()),
                tx -> tx.preparedQuery(BUFFER)
                        .execute(Tuple.of(store.value(), location.value(), Sql.orNull(units)))
                        .replaceWithVoid());
    }

    /** The order in which stock kept for B2B is taken from locations; those that are not named come after. */
    public Uni<Void> order(ShopDomain store, List<ShopifyId> order, String person) {
        return database.transaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(store.value()))
                .chain(() -> locations.raiseAll(tx, store))
                .chain(() -> Locations.of(tx, store))
                .chain(all -> tx.preparedQuery(ORDER).execute(Tuple.of(store.value(), Sql.ids(complete(order, all)))))
                .chain(() -> AuditLog.add(
                        tx,
                        line(
                                store,
                                OptionalLong.empty(),
                                Who.person(person),
                                "stock kept for B2B is taken from locations in the order " + order))));
    }

    private Uni<Answer> change(
            ShopDomain store,
            ShopifyId location,
            Who who,
            Function<MappedLocation, String> words,
            BiFunction<SqlConnection, List<MappedLocation>, Uni<Optional<Answer>>> refusal,
            Function<SqlConnection, Uni<Void>> write) {
        return database.transaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(store.value()))
                .chain(() -> Locations.of(tx, store))
                .chain(all -> {
                    Optional<MappedLocation> before = named(all, location);
                    if (before.isEmpty()) {
                        return Uni.createFrom().item(new Answer.Unknown());
                    }
                    Choice line = line(store, OptionalLong.of(location.value()), who, words.apply(before.get()));
                    return refusal.apply(tx, all)
                            .chain(refused -> refused.isPresent()
                                    ? Uni.createFrom().item(refused.get())
                                    : change(tx, store, location, line, write));
                }));
    }

    private Uni<Answer> change(
            SqlConnection tx,
            ShopDomain store,
            ShopifyId location,
            Choice line,
            Function<SqlConnection, Uni<Void>> write) {
        return locations
                .raiseAll(tx, store)
                .chain(() -> write.apply(tx))
                .chain(() -> AuditLog.add(tx, line))
                .chain(() -> Locations.of(tx, store))
                .map(now -> new Answer.Done(named(now, location).orElseThrow()));
    }

    private static Uni<Void> store(
            SqlConnection tx, ShopDomain store, ShopifyId location, List<Source> sources, Optional<String> person) {
        Tuple rows = Tuple.tuple()
                .addString(store.value())
                .addLong(location.value())
                .addString(person.orElse(null))
                .addValue(Sql.texts(sources, s -> s.share().source().kind().name()))
                .addValue(Sql.longs(sources, s -> s.share().source().id().value()))
                .addValue(Sql.texts(sources, Source::name))
                .addValue(Sql.array(sources, s -> s.share().share(), BigDecimal[]::new));
        return tx.preparedQuery(CLEAR)
                .execute(Tuple.of(store.value(), location.value()))
                .chain(() -> tx.preparedQuery(MAP).execute(rows))
                .replaceWithVoid();
    }

    private Choice line(ShopDomain store, OptionalLong location, Who who, String detail) {
        return new Choice(store, clock.instant(), who, location, List.of(new Choice.Item(Optional.empty(), detail)));
    }

    private static List<ShopifyId> complete(List<ShopifyId> order, List<MappedLocation> all) {
        List<ShopifyId> complete = new ArrayList<>(order);
        all.stream().map(MappedLocation::id).filter(id -> !order.contains(id)).forEach(complete::add);
        return complete;
    }

    private static Optional<MappedLocation> named(List<MappedLocation> all, ShopifyId location) {
        return all.stream()
                .filter(one -> one.id().equals(location) && one.deletedAt().isEmpty())
                .findFirst();
    }

    private static String words(List<Source> sources) {
        return sources.isEmpty()
                ? "no place"
                : sources.stream()
                        .map(source -> MappingRules.words(source.share().source()) + " ("
                                + source.share().share().stripTrailingZeros().toPlainString() + ")")
                        .collect(Collectors.joining(", "));
    }
}
