package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Attributes and their values by name, as people know them. */
final class AttributeBook {

    private static final String ATTRIBUTE = "product.attribute";
    private static final String VALUE = "product.attribute.value";

    private AttributeBook() {}

    /** Made if it is not there. */
    static Record attribute(Env env, String name) {
        return env.by(ATTRIBUTE, "name", name).stream()
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

    static Record requireValue(Env env, String attribute, String name) {
        return env.by(VALUE, "name", name).stream()
                .filter(value -> Objects.equals(env.text(env.follow(value, "attribute_id"), "name"), attribute))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no value " + name + " of " + attribute));
    }
}
