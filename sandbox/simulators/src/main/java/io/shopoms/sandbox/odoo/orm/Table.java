package io.shopoms.sandbox.odoo.orm;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of one model, by id, with an index for each indexed field. */
final class Table {

    private final Model model;
    private final TreeMap<Long, Record> rows = new TreeMap<>();
    private final Map<String, Map<Object, TreeSet<Long>>> indexes = new HashMap<>();
    private long lastId;

    Table(Model model) {
        this.model = model;
        for (Field field : model.fields()) {
            if (field.isStored() && field.isIndexed()) {
                indexes.put(field.name(), new HashMap<>());
            }
        }
    }

    void addIndex(String field) {
        indexes.putIfAbsent(field, new HashMap<>());
    }

    Model model() {
        return model;
    }

    Record get(long id) {
        return rows.get(id);
    }

    Collection<Record> all() {
        return rows.values();
    }

    Collection<Record> after(long id) {
        return rows.tailMap(id, false).values();
    }

    void startAfter(long id) {
        lastId = Math.max(lastId, id);
    }

    /** Ids are never given twice, not even after a rollback: a sequence does not roll back. */
    Record insert() {
        Record row = new Record(model, ++lastId);
        rows.put(row.id(), row);
        indexes.keySet().forEach(field -> index(field, row, null));
        return row;
    }

    void restore(Record row) {
        rows.put(row.id(), row);
        indexes.keySet().forEach(field -> index(field, row, row.values[model.slot(field)]));
    }

    void remove(Record row) {
        rows.remove(row.id());
        for (String field : indexes.keySet()) {
            unindex(field, row, row.values[model.slot(field)]);
        }
    }

    void put(Record row, String field, Object value) {
        int slot = model.slot(field);
        if (indexes.containsKey(field)) {
            unindex(field, row, row.values[slot]);
            index(field, row, value);
        }
        row.values[slot] = value;
    }

    boolean isIndexed(String field) {
        return indexes.containsKey(field);
    }

    Set<Long> find(String field, Object value) {
        Set<Long> ids = indexes.get(field).get(value);
        return ids == null ? Set.of() : ids;
    }

    private void index(String field, Record row, Object value) {
        for (Object key : keys(value)) {
            indexes.get(field).computeIfAbsent(key, v -> new TreeSet<>()).add(row.id());
        }
    }

    private void unindex(String field, Record row, Object value) {
        Map<Object, TreeSet<Long>> index = indexes.get(field);
        for (Object key : keys(value)) {
            TreeSet<Long> ids = index.get(key);
            if (ids != null && ids.remove(row.id()) && ids.isEmpty()) {
                index.remove(key);
            }
        }
    }

    /** A many2many is found by each of its ids. */
    private static List<?> keys(Object value) {
        return value instanceof List<?> ids ? ids : Collections.singletonList(value);
    }
}
