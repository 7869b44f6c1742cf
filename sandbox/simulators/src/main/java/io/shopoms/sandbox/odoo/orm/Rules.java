package io.shopoms.sandbox.odoo.orm;

import java.util.Map;
import java.util.Set;

/** What a model does around changes of its records. Values are those of the caller, as they came. */
public interface Rules {

    Rules NONE = new Rules() {};

    /** Before the defaults are filled in; may add or drop values. */
    default void beforeCreate(Env env, Map<String, Object> values) {}

    /** After the record and its sub-records exist. */
    default void afterCreate(Env env, Record record, Set<String> given) {}

    /** A record that takes the place of a new one, already written; null to create one. */
    default Record reuse(Env env, Map<String, Object> values) {
        return null;
    }

    /** Before a write; may add or drop values. */
    default void beforeWrite(Env env, Record record, Map<String, Object> values) {}

    /** @param before the stored values as they were */
    default void afterWrite(Env env, Record record, Map<String, Object> before) {}

    /** Whether a record that is to be deleted stays, because it was archived instead. */
    default boolean keeps(Env env, Record record) {
        return false;
    }

    default void beforeUnlink(Env env, Record record) {}
}
