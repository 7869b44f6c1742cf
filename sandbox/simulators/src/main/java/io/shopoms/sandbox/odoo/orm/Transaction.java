package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What one transaction has changed, so that it can be undone. */
final class Transaction {

    private final long snapshot;
    private final List<Runnable> undo = new ArrayList<>();
    private final Set<Record> touched = new LinkedHashSet<>();

    Transaction(long snapshot) {
        this.snapshot = snapshot;
    }

    /** @throws OdooException when the row was committed by another transaction after this one began */
    void touch(Record row) {
        if (touched.contains(row)) {
            return;
        }
        requireVisible(row);
        touched.add(row);
    }

    /** The same for a row that is only looked up, but whose look-up decides what is written. */
    void requireVisible(Record row) {
        if (row.version > snapshot && !touched.contains(row)) {
            throw OdooException.serialization();
        }
    }

    void onUndo(Runnable action) {
        undo.add(action);
    }

    int savepoint() {
        return undo.size();
    }

    void rollbackTo(int savepoint) {
        for (int i = undo.size() - 1; i >= savepoint; i--) {
            undo.remove(i).run();
        }
    }

    void commit(AtomicLong commits) {
        if (!undo.isEmpty()) {
            long version = commits.incrementAndGet();
            touched.forEach(row -> row.version = version);
        }
    }
}
