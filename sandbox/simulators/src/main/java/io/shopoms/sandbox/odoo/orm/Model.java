package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A model: fields, methods, order, and how a record is shown. */
public final class Model {

    private final String name;
    private final String label;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final List<Unique> uniques = new ArrayList<>();
    private List<String> mentions = List.of();
    private List<String> searchedByName = List.of("name");
    private String order = "id";
    private Rules rules = Rules.NONE;
    private BiFunction<Env, Record, String> display = (env, record) -> env.text(record, "name");

    /** No two records with the same values in these fields. */
    record Unique(List<String> fields, String message) {}

    public Model(String name, String label) {
        this.name = name;
        this.label = label;
        with(Field.integer("id", "ID").computed((env, r) -> r.id()));
        with(Field.text("display_name", "Display Name").computed((env, r) -> env.display(r)));
        with(Field.many2one("create_uid", "Created by", "res.users"));
        with(Field.datetime("create_date", "Created on"));
        with(Field.many2one("write_uid", "Last Updated by", "res.users"));
        with(Field.datetime("write_date", "Last Updated on"));
    }

    public Model with(Field... more) {
        for (Field field : more) {
            fields.put(field.name(), field);
            if (field.isStored()) {
                slots.put(field.name(), slots.size());
            }
        }
        return this;
    }

    public Model with(Method... more) {
        for (Method method : more) {
            methods.put(method.name(), method);
        }
        return this;
    }

    public Model orderedBy(String fields) {
        order = fields;
        return this;
    }

    public Model shownAs(BiFunction<Env, Record, String> text) {
        display = text;
        return this;
    }

    /** The fields that a look-up by name tries, in this order. */
    public Model searchedByName(String... names) {
        searchedByName = List.of(names);
        return this;
    }

    /** Rows that have the first of these fields are found only by a search that mentions one of them. */
    public Model hiddenUnlessMentioned(String... fields) {
        mentions = List.of(fields);
        return this;
    }

    public Model unique(String message, String... names) {
        uniques.add(new Unique(List.of(names), message));
        return this;
    }

    public Model ruledBy(Rules what) {
        rules = what;
        return this;
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public Field field(String field) {
        return fields.get(field);
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    Method method(String method) {
        return methods.get(method);
    }

    int slots() {
        return slots.size();
    }

    int slot(String field) {
        return slots.get(field);
    }

    String order() {
        return order;
    }

    Rules rules() {
        return rules;
    }

    List<Unique> uniques() {
        return uniques;
    }

    List<String> hiddenUnlessMentioned() {
        return mentions;
    }

    List<String> searchedByName() {
        return searchedByName;
    }

    String display(Env env, Record record) {
        return display.apply(env, record);
    }
}
