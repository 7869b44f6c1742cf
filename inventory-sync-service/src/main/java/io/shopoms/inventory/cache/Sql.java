package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Values on their way into columns and out of them. */
final class Sql {

    private Sql() {}

    static <T, V> V[] array(Collection<T> rows, Function<T, V> value, IntFunction<V[]> type) {
        return rows.stream().map(value).toArray(type);
    }

    static <T> Long[] longs(Collection<T> rows, Function<T, Long> value) {
        return array(rows, value, Long[]::new);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return array(rows, value, String[]::new);
    }

    static Long[] ids(Collection<ShopifyId> ids) {
        return longs(ids, ShopifyId::value);
    }

    /** With {@link #items}, the columns of the keys of items. */
    static String[] stores(Collection<ItemKey> keys) {
        return texts(keys, key -> key.store().value());
    }

    static Long[] items(Collection<ItemKey> keys) {
        return longs(keys, key -> key.item().value());
    }

    static Long[] odooIds(Collection<OdooId> ids) {
        return longs(ids, OdooId::value);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(Sql::utc).orElse(null);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static Optional<Instant> maybeInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    static OptionalLong maybeLong(Row row, String column) {
        Long value = row.getLong(column);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static ShopifyId id(Row row, String column) {
        return new ShopifyId(row.getLong(column));
    }

    static Optional<ShopifyId> maybeId(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(ShopifyId::new);
    }

    static Optional<OdooId> maybeOdooId(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(OdooId::new);
    }
}
