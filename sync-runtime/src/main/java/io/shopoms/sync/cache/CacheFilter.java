package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows somebody looks for.
 *
 * @param store of one store only
 * @param status in one status only
 * @param failure whose last failure was of this kind
 * @param search whose id is this, or one of whose own columns begins with it; case and a leading # do not matter
 */
public record CacheFilter(
        Optional<ShopDomain> store, Optional<CacheStatus> status, Optional<String> failure, Optional<String> search) {

    public static final CacheFilter ALL =
            new CacheFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The condition in SQL; its parameters are added to {@code parameters}. */
    String where(List<CacheColumn> columns, Tuple parameters) {
        StringBuilder sql = new StringBuilder("true");
        store.ifPresent(s -> {
            parameters.addString(s.value());
            sql.append(" and store = $").append(parameters.size());
        });
        // A constant, so that PostgreSQL sees that a partial index holds all such rows.
        status.ifPresent(s -> sql.append(" and status = '").append(s.name()).append("'"));
        failure.ifPresent(kind -> {
            parameters.addString(kind);
            sql.append(" and failure_kind = $").append(parameters.size());
        });
        search.map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> sql.append(" and ").append(matches(text, columns, parameters)));
        return sql.toString();
    }

    private static String matches(String text, List<CacheColumn> columns, Tuple parameters) {
        StringBuilder sql = new StringBuilder("(false");
        if (text.matches("\\d{1,18}")) {
            parameters.addLong(Long.parseLong(text));
            sql.append(" or record_id = $").append(parameters.size());
        }
        List<CacheColumn> searched =
                columns.stream().filter(CacheColumn::searched).toList();
        if (!searched.isEmpty()) {
            parameters.addString(prefix(text));
            for (CacheColumn column : searched) {
                sql.append(" or ltrim(lower(").append(column.name()).append("), '#') like $");
                sql.append(parameters.size());
            }
        }
        return sql.append(')').toString();
    }

    private static String prefix(String text) {
        String plain = text.replace('\0', ' ').toLowerCase(Locale.ROOT).replaceFirst("^#+", "");
        return plain.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
