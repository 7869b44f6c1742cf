package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores what people choose for items: makes the item due, and writes down who chose what, in one transaction. */
@ApplicationScoped
public class ItemChoices {

    private static final String KNOW = """
            insert into product_inventory as p (store, inventory_item_id, shopify_variant_id) values ($1, $2, $3)
            on conflict (store, inventory_item_id) do update set
                shopify_variant_id = coalesce(p.shopify_variant_id, excluded.shopify_variant_id)""";

    // Units that this item's levels hold back are set free with the link: whoever sells the same product offers them.
    private static final String ON_THE_SAME_PRODUCT = """
            select i.store, i.inventory_item_id from product_inventory p
            join product_inventory i on i.odoo_product_id = p.odoo_product_id
            where p.store = $1 and p.inventory_item_id = $2 and i.store = any($3) and i.deleted_at is null""";

    private static final String STORE = """
            update product_inventory set odoo_product_id = $3, chosen = $4, chosen_by = $5, sync_enabled = $6,
                allocation = $7, allocation_value = $8, buffer = $9, measured = $10,
                linked_at = case when odoo_product_id is distinct from $3 then now() else linked_at end,
                updated_at = now()
            where store = $1 and inventory_item_id = $2""";

    private final Database database;
    private final DueItems due;
    private final SameOdoo sameOdoo;
    private final Clock clock;

    ItemChoices(Database database, DueItems due, SameOdoo sameOdoo, Clock clock) {
        this.database = database;
        this.due = due;
        this.sameOdoo = sameOdoo;
        this.clock = clock;
    }

    /**
     * Links an item that may not have been heard of yet.
     *
     * @param variant its variant, if known
     * @return the item; empty if it was deleted in Shopify
     */
    public Uni<Optional<StockItem>> link(ItemKey key, Optional<ShopifyId> variant, OdooId product, String person) {
        Tuple known = Tuple.of(
                key.store().value(),
                key.item().value(),
                variant.map(ShopifyId::value).orElse(null));
        return database.transaction(tx -> raise(tx, key)
                .chain(() -> tx.preparedQuery(KNOW).execute(known))
                .chain(() -> change(
                        tx,
                        key,
                        person,
                        item -> ItemChoice.of(item).withLink(Optional.of(product), Optional.of(person)))));
    }

    /** Unlinks an item, and keeps it so whatever the catalog service says. */
    public Uni<Optional<StockItem>> unlink(ItemKey key, String person) {
        return choose(key, person, item -> ItemChoice.of(item).withLink(Optional.empty(), Optional.of(person)));
    }

    /** Lets the catalog service's word hold again. */
    public Uni<Optional<StockItem>> release(ItemKey key, String person) {
        return choose(key, person, item -> ItemChoice.of(item).withLink(item.catalogProduct(), Optional.empty()));
    }

    /**
     * Changes what is chosen for an item.
     *
     * @return the item; empty if there is none, or if it was deleted in Shopify
     */
    public Uni<Optional<StockItem>> choose(ItemKey key, UnaryOperator<ItemChoice> choice, String person) {
        return choose(key, person, item -> choice.apply(ItemChoice.of(item)));
    }

    private Uni<Optional<StockItem>> choose(ItemKey key, String person, Function<StockItem, ItemChoice> choice) {
        return database.transaction(tx -> exists(tx, key)
                .chain(there -> there
                        ? raise(tx, key).chain(() -> change(tx, key, person, choice))
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Void> raise(SqlConnection tx, ItemKey key) {
        String[] domains = sameOdoo.domains(key.store()).toArray(String[]::new);
        return tx.preparedQuery(ON_THE_SAME_PRODUCT)
                .execute(Tuple.of(key.store().value(), key.item().value(), domains))
                .map(DueItems::keys)
                .chain(items -> due.raise(
                        tx, Stream.concat(items.stream(), Stream.of(key)).toList()));
    }

    /** An item of nobody's making must not get a row of its own. */
    private static Uni<Boolean> exists(SqlConnection tx, ItemKey key) {
        return tx.preparedQuery(
                        "select from product_inventory where store = $1 and inventory_item_id = $2 and deleted_at is null")
                .execute(Tuple.of(key.store().value(), key.item().value()))
                .map(rows -> rows.size() > 0);
    }

    private Uni<Optional<StockItem>> change(
            SqlConnection tx, ItemKey key, String person, Function<StockItem, ItemChoice> choice) {
        return StockItems.locked(tx, key).chain(found -> {
            if (found.isEmpty() || found.get().deletedAt().isPresent()) {
                return Uni.createFrom().item(Optional.empty());
            }
            ItemChoice before = ItemChoice.of(found.get());
            ItemChoice after = choice.apply(found.get());
            String change = after.changeFrom(before);
            return change.isEmpty()
                    ? Uni.createFrom().item(found)
                    : tx.preparedQuery(STORE)
                            .execute(values(key, after))
                            .chain(() -> LinkEnds.forget(
                                    tx, after.product().equals(before.product()) ? List.of() : List.of(key)))
                            .chain(() -> AuditLog.add(tx, line(key, person, change)))
                            .chain(() -> StockItems.locked(tx, key));
        });
    }

    private Choice line(ItemKey key, String person, String change) {
        return new Choice(
                key.store(),
                clock.instant(),
                Who.person(person),
                OptionalLong.empty(),
                List.of(new Choice.Item(Optional.of(key.item().value()), change)));
    }

    private static Tuple values(ItemKey key, ItemChoice choice) {
        return Tuple.tuple()
                .addString(key.store().value())
                .addLong(key.item().value())
                .addLong(choice.product().map(OdooId::value).orElse(null))
                .addBoolean(choice.chosenBy().isPresent())
                .addString(choice.chosenBy().orElse(null))
                .addBoolean(choice.enabled())
                .addString(choice.allocation().map(ItemChoices::kind).orElse(null))
                .addValue(choice.allocation().flatMap(ItemChoices::value).orElse(null))
                .addLong(Sql.orNull(choice.buffer()))
                .addString(choice.measured().name());
    }

    private static String kind(Allocation allocation) {
        if (allocation instanceof Allocation.Fixed) {
            return "FIXED";
        }
        return allocation instanceof Allocation.Share ? "SHARE" : "NONE";
    }

    private static Optional<BigDecimal> value(Allocation allocation) {
        if (allocation instanceof Allocation.Fixed fixed) {
            return Optional.of(BigDecimal.valueOf(fixed.units()));
        }
        return allocation instanceof Allocation.Share share ? Optional.of(share.percent()) : Optional.empty();
    }
}
