package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A field of a model. Built fluently while the model is defined, never changed afterwards. */
public final class Field {

    private final String name;
    private final String label;
    private final Type type;
    private String comodel;
    private String inverse;
    private String delegate;
    private boolean required;
    private boolean indexed;
    private boolean ignoredOnCreate;
    private boolean unsearchable;
    private List<String> searchPath;
    private int digits = -1;
    private Map<String, String> selection = Map.of();
    private Function<Env, Object> defaultValue = env -> null;
    private BiFunction<Env, Record, Object> compute;
    private BiPredicate<Env, Record> condition;

    private Field(String name, String label, Type type) {
        this.name = name;
        this.label = label;
        this.type = type;
    }

    public static Field of(Type type, String name, String label) {
        return new Field(name, label, type);
    }

    public static Field text(String name, String label) {
        return new Field(name, label, Type.CHAR);
    }

    public static Field integer(String name, String label) {
        return new Field(name, label, Type.INTEGER);
    }

    public static Field decimal(String name, String label) {
        return new Field(name, label, Type.FLOAT);
    }

    public static Field money(String name, String label) {
        return new Field(name, label, Type.MONETARY);
    }

    public static Field flag(String name, String label) {
        return new Field(name, label, Type.BOOLEAN);
    }

    public static Field datetime(String name, String label) {
        return new Field(name, label, Type.DATETIME);
    }

    /** @param options value, label, value, label, … */
    public static Field selection(String name, String label, String... options) {
        Field field = new Field(name, label, Type.SELECTION);
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        field.selection = map;
        return field;
    }

    public static Field many2one(String name, String label, String comodel) {
        Field field = new Field(name, label, Type.MANY2ONE);
        field.comodel = comodel;
        return field;
    }

    public static Field many2many(String name, String label, String comodel) {
        Field field = new Field(name, label, Type.MANY2MANY);
        field.comodel = comodel;
        return field;
    }

    /** @param inverse the many2one of the other model that points here; indexed there */
    public static Field one2many(String name, String label, String comodel, String inverse) {
        Field field = new Field(name, label, Type.ONE2MANY);
        field.comodel = comodel;
        field.inverse = inverse;
        return field;
    }

    public Field required() {
        required = true;
        return this;
    }

    /** Equality searches on this field cost one look-up; of a many2many, the look-up of one of its ids. */
    public Field indexed() {
        indexed = true;
        return this;
    }

    /** Rounded to this many decimals when written. */
    public Field digits(int scale) {
        digits = scale;
        return this;
    }

    /** A domain that mentions it fails: Odoo works it out and has no column for it. */
    public Field unsearchable() {
        unsearchable = true;
        return this;
    }

    /** A condition on it is one on this path, archived records included. */
    public Field searchedThrough(String... path) {
        searchPath = List.of(path);
        return this;
    }

    /** A value given to {@code create} is dropped without a word. */
    public Field ignoredOnCreate() {
        ignoredOnCreate = true;
        return this;
    }

    public Field defaultsTo(Object value) {
        defaultValue = env -> value;
        return this;
    }

    public Field defaultsTo(Function<Env, Object> value) {
        defaultValue = value;
        return this;
    }

    /** Not stored: worked out at every read. Writing it does nothing. */
    public Field computed(BiFunction<Env, Record, Object> value) {
        compute = value;
        return this;
    }

    /** A one2many shows only those of the records that point here. */
    public Field where(BiPredicate<Env, Record> only) {
        condition = only;
        return this;
    }

    /** The value lives in the record that the given many2one points to. */
    public Field delegatedTo(String many2one) {
        delegate = many2one;
        return this;
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    public String comodel() {
        return comodel;
    }

    String inverse() {
        return inverse;
    }

    /** Whether the value lives in another record. */
    public boolean isDelegated() {
        return delegate != null;
    }

    String delegate() {
        return delegate;
    }

    boolean isRequired() {
        return required;
    }

    boolean isIndexed() {
        return indexed;
    }

    /** Where a condition looks instead, or null. */
    List<String> searchPath() {
        return searchPath;
    }

    boolean isUnsearchable() {
        return unsearchable;
    }

    boolean isIgnoredOnCreate() {
        return ignoredOnCreate;
    }

    int digits() {
        return digits;
    }

    Map<String, String> selection() {
        return selection;
    }

    Object defaultValue(Env env) {
        return defaultValue.apply(env);
    }

    BiFunction<Env, Record, Object> compute() {
        return compute;
    }

    boolean shows(Env env, Record target) {
        return condition == null || condition.test(env, target);
    }

    public boolean isStored() {
        return compute == null && delegate == null && type != Type.ONE2MANY;
    }
}
