package io.shopoms.sandbox.shopify.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A change that was not made, with every reason. */
public final class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogError> errors;

    Refused(List<CatalogError> errors) {
        super(errors.stream().map(CatalogError::message).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    static Refused because(String code, String message, String... field) {
        return new Refused(List.of(new CatalogError(List.of(field), message, code)));
    }

    public List<CatalogError> errors() {
        return errors;
    }
}
