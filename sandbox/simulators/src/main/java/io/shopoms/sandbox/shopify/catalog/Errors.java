package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that all of it is said at once. */
final class Errors {

    private final List<CatalogError> found;
    private final List<String> path;

    private Errors(List<CatalogError> found, List<String> path) {
        this.found = found;
        this.path = path;
    }

    static Errors at(String... path) {
        return new Errors(new ArrayList<>(), List.of(path));
    }

    /** The same collection, further down in the input. */
    Errors in(Object... steps) {
        List<String> deeper = new ArrayList<>(path);
        for (Object step : steps) {
            deeper.add(step.toString());
        }
        return new Errors(found, List.copyOf(deeper));
    }

    void add(String code, String message) {
        found.add(new CatalogError(path, message, code));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<CatalogError> all() {
        return List.copyOf(found);
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
