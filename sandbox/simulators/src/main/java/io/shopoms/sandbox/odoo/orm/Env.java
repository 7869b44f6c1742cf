package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One call's view of the database: who calls, when it began, and every read and change it makes. */
public final class Env {

    private final Database database;
    private final Transaction transaction;
    private final Instant now;
    private final User user;
    private final Context context;
    private final Deferred deferred;

    Env(Database database, Transaction transaction, Instant now, User user, Context context) {
        this(database, transaction, now, user, context, new Deferred());
    }

    private Env(
            Database database, Transaction transaction, Instant now, User user, Context context, Deferred deferred) {
        this.database = database;
        this.transaction = transaction;
        this.now = now;
        this.user = user;
        this.context = context;
        this.deferred = deferred;
    }

    /** The same transaction with another context. */
    public Env with(Context other) {
        return new Env(database, transaction, now, user, other, deferred);
    }

    public Instant now() {
        return now;
    }

    public User user() {
        return user;
    }

    public Context context() {
        return context;
    }

    Transaction transaction() {
        return transaction;
    }

    Database database() {
        return database;
    }

    AccessRights rights() {
        return database.rights();
    }

    /** @throws OdooException when the caller may not do that with such records */
    public void authorize(String model, String operation) {
        rights().require(user, model(model), operation);
    }

    /** Whether the caller is in that group of users. */
    public boolean isIn(String group) {
        return user.administrator() || rights().isIn(group);
    }

    /** Whether a setting that Odoo keeps as a group is on, whoever calls. */
    public boolean isEnabled(String group) {
        return rights().isIn(group);
    }

    public Model model(String name) {
        return database.model(name);
    }

    public long next(String sequence) {
        return database.next(sequence);
    }

    // --- reading

    /** The row, or null. */
    public Record find(String model, long id) {
        return database.table(model).get(id);
    }

    public Record require(String model, long id) {
        Record row = find(model, id);
        if (row == null) {
            throw OdooException.missing(model, id, user.id());
        }
        return row;
    }

    public List<Record> require(String model, List<Long> ids) {
        return ids.stream().map(id -> require(model, id)).toList();
    }

    public List<Record> all(String model) {
        return List.copyOf(database.table(model).all());
    }

    /** All rows with this stored value in an indexed field, by id. */
    public List<Record> by(String model, String indexedField, Object value) {
        Table table = database.table(model);
        List<Record> rows = new ArrayList<>();
        table.find(indexedField, value).forEach(id -> rows.add(table.get(id)));
        return rows;
    }

    /** The value of a field: stored, computed, delegated, or the ids of a to-many. */
    public Object get(Record row, String name) {
        Field field = row.model().field(name);
        if (field == null) {
            throw OdooException.value(
                    "Invalid field '" + name + "' on '" + row.model().name() + "'");
        }
        return get(row, field);
    }

    Object get(Record row, Field field) {
        if (field.compute() != null) {
            return field.compute().apply(this, row);
        }
        if (field.delegate() != null) {
            Record target = follow(row, field.delegate());
            return target == null ? Values.empty(field) : get(target, field.name());
        }
        return field.type() == Type.ONE2MANY
                ? ToMany.behind(this, row, field)
                : ToMany.sorted(this, field, row.values[row.model().slot(field.name())]);
    }

    /** The ids of a stored many2many in the order in which they were written. */
    @SuppressWarnings("unchecked")
    public List<Long> asWritten(Record row, String many2many) {
        return (List<Long>) row.values[row.model().slot(many2many)];
    }

    /** Whether the row came to be in this transaction. */
    public boolean isNew(Record row) {
        return now.equals(row.values[row.model().slot("create_date")]);
    }

    public String text(Record row, String field) {
        Object value = get(row, field);
        return value == null ? "" : String.valueOf(value);
    }

    /** Nothing is zero. */
    public BigDecimal number(Record row, String field) {
        Object value = get(row, field);
        return value == null ? BigDecimal.ZERO : (BigDecimal) value;
    }

    public boolean flag(Record row, String field) {
        return Boolean.TRUE.equals(get(row, field));
    }

    public Instant instant(Record row, String field) {
        return (Instant) get(row, field);
    }

    @SuppressWarnings("unchecked")
    public List<Long> ids(Record row, String field) {
        return (List<Long>) get(row, field);
    }

    /** The record that a many2one points to, or null. */
    public Record follow(Record row, String many2one) {
        Long id = (Long) get(row, many2one);
        return id == null ? null : find(row.model().field(many2one).comodel(), id);
    }

    /** The records of a to-many. */
    public List<Record> many(Record row, String toMany) {
        String comodel = row.model().field(toMany).comodel();
        return ids(row, toMany).stream().map(id -> find(comodel, id)).toList();
    }

    public String display(Record row) {
        return row.model().display(this, row);
    }

    // --- changing

    /** Creates a record from caller's values, with defaults, rules and sub-records. */
    public Record create(String model, Map<String, Object> values) {
        Record reused = database.model(model).rules().reuse(this, values);
        return reused != null ? reused : Creation.create(this, database.model(model), new LinkedHashMap<>(values));
    }

    /** Writes caller's values, with rules and commands. */
    public void write(Record row, Map<String, Object> values) {
        Change.write(this, row, new LinkedHashMap<>(values));
    }

    public void unlink(Record row) {
        if (row.deleted || row.model().rules().keeps(this, row)) {
            return;
        }
        row.model().rules().beforeUnlink(this, row);
        transaction.touch(row);
        Table table = database.table(row.model().name());
        table.remove(row);
        row.deleted = true;
        transaction.onUndo(() -> {
            row.deleted = false;
            table.restore(row);
        });
        ExternalIds.forget(this, row);
        Attachments.forget(this, row);
    }

    /** Sets a stored value as it is, without rules; delegated values go to their record. Touches the write date. */
    public void set(Record row, String name, Object value) {
        Field field = row.model().field(name);
        if (field.delegate() != null) {
            set(follow(row, field.delegate()), name, value);
            return;
        }
        store(row, name, value);
        touch(row);
    }

    /** The row was changed, whatever of it. */
    public void touch(Record row) {
        store(row, "write_date", now);
        store(row, "write_uid", user.id());
    }

    /** Changes a stored value as a recomputation does: no rules, and no trace in the row's write date. */
    public void store(Record row, String name, Object value) {
        Object before = row.values[row.model().slot(name)];
        if (java.util.Objects.equals(before, value)) {
            return;
        }
        transaction.touch(row);
        Table table = database.table(row.model().name());
        table.put(row, name, value);
        transaction.onUndo(() -> table.put(row, name, before));
        Field field = row.model().field(name);
        if (field.type() == Type.BINARY) {
            Attachments.keep(this, row, field, (String) value);
        }
    }

    Record insert(Model model) {
        Table table = database.table(model.name());
        Record row = table.insert();
        transaction.onUndo(() -> {
            row.deleted = true;
            table.remove(row);
        });
        transaction.touch(row);
        return row;
    }

    /** Work that waits until the values that the call brings are all written, such as totals; once per key. */
    public void later(Object key, Runnable work) {
        deferred.add(key, work);
    }

    /** Does one piece of waiting work now, if it waits. */
    public void settle(Object key) {
        deferred.run(key);
    }

    /** Does the waiting work now. */
    public void flush() {
        deferred.runAll();
    }

    /** Runs a part that can be undone alone. */
    void rollbackTo(int savepoint) {
        deferred.clear();
        transaction.rollbackTo(savepoint);
    }

    /** Rows of a model that satisfy a domain, in the given order ({@code ""} = the model's own). */
    public List<Record> search(String model, List<?> domain, String order) {
        return Search.find(this, database.model(model), domain, order);
    }

    Set<Long> index(String model, String field, Object value) {
        return database.table(model).find(field, value);
    }

    boolean isIndexed(Model model, String field) {
        return database.table(model.name()).isIndexed(field);
    }
}
