package io.shopoms.inventory.cache;

import java.util.Objects;
import java.util.Optional;

/**
 * Who makes a choice.
 *
 * @param source {@code PERSON}, {@code CATALOG} or {@code SHOPOMS}
 * @param actor the person, by the subject of their token
 * @param correlation what led to it, such as the product that the catalog service linked
 */
public record Who(String source, Optional<String> actor, Optional<String> correlation) {

    /** The catalog service has linked or unlinked a product. */
    static Who catalog(String correlation) {
        return new Who("CATALOG", Optional.empty(), Optional.of(correlation));
    }

    /** It was the only way, and so nobody had to be asked. */
    public static final Who BY_ITSELF = new Who("SHOPOMS", Optional.empty(), Optional.empty());

    public Who {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(correlation, "correlation");
    }

    public static Who person(String subject) {
        return new Who("PERSON", Optional.of(subject), Optional.empty());
    }
}
