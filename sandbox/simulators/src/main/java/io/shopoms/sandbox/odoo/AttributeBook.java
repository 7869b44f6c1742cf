package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Attributes and their values by name, as people know them. */
final class AttributeBook {

    private static final String ATTRIBUTE = "product.attribute";
    private static final String VALUE = "product.attribute.value";

    private AttributeBook() {}

    /**
     * The one whose values make all variants along with the product; made if it is not there. There may be others of the
     * same name, of other kinds.
     */
    static Record attribute(Env env, String name) {
        return env.by(ATTRIBUTE, "name", name).stream()
                .filter(attribute -> env.text(attribute, "create_variant").equals("always"))
                .findFirst()
                .orElseGet(() -> env.create(ATTRIBUTE, Map.of("name", name)));
    }

    /** Made if it is not there. */
    static Record value(Env env, Record attribute, String name) {
        return env.by(VALUE, "attribute_id", attribute.id()).stream()
                .filter(value -> env.text(value, "name").equals(name))
                .findFirst()
                .orElseGet(() -> env.create(VALUE, Map.of("name", name, "attribute_id", attribute.id())));
    }

    /** Those of this name in all attributes of that name; at least one. */
    static List<Record> requireValues(Env env, String attribute, String name) {
        List<Record> values = env.by(VALUE, "name", name).stream()
                .filter(value ->
                        env.text(env.follow(value, "attribute_id"), "name").equals(attribute))
                .toList();
        if (values.isEmpty()) {
            throw new NoSuchElementException("no value " + name + " of " + attribute);
        }
        return values;
    }
}
