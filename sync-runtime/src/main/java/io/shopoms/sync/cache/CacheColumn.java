package io.shopoms.sync.cache;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text column of a cache table.
 *
 * @param name the column's SQL name
 * @param searched whether people search by it; such a column has an index, and therefore short texts only
 * @param keptOnce a value that, once any version of the record had it, stays: "once COD, stays COD", in whatever order
 *     the versions arrive
 */
public record CacheColumn(String name, boolean searched, Optional<String> keptOnce) {

    private static final Pattern SQL_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public CacheColumn {
        Objects.requireNonNull(keptOnce, "keptOnce");
        // Column names end up in SQL text, where no parameter can stand.
        if (!SQL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a column name");
        }
    }

    public static CacheColumn searchable(String name) {
        return new CacheColumn(name, true, Optional.empty());
    }

    /** A column for the service's own questions; of any length, and without an index. */
    public static CacheColumn kept(String name) {
        return new CacheColumn(name, false, Optional.empty());
    }

    public static CacheColumn keepingOnce(String name, String value) {
        return new CacheColumn(name, true, Optional.of(value));
    }
}
