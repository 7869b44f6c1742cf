package io.shopoms.sandbox.odoo.orm;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Look-up of records by what people call them. */
final class Names {

    private Names() {}

    static List<Record> find(Env env, Model model, String name, String operator) {
        if (name.isEmpty()) {
            return env.search(model.name(), List.of(), "");
        }
        Set<Record> found = new LinkedHashSet<>();
        for (String field : model.searchedByName()) {
            found.addAll(env.search(model.name(), List.of(Arrays.asList(field, operator, name)), ""));
        }
        return List.copyOf(found);
    }
}
