package io.shopoms.sandbox.odoo.orm;

/** One row. Values are internal ones (see {@link Values}); only {@link Env} changes them, so that it can undo. */
public final class Record {

    private final Model model;
    private final long id;
    final Object[] values;

    /** The commit that last changed this row. */
    long version;

    boolean deleted;

    Record(Model model, long id) {
        this.model = model;
        this.id = id;
        this.values = new Object[model.slots()];
    }

    public Model model() {
        return model;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public long id() {
        return id;
    }
}
