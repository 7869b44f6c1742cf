package io.shopoms.sandbox.odoo.orm;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All rows. One lock around each transaction; a transaction that began before another one's commit and then changes the
 * same row fails as PostgreSQL's repeatable read does.
 */
public final class Database {

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, AtomicLong> sequences = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AccessRights rights = new AccessRights();
    private final AtomicLong commits = new AtomicLong();
    private final Clock clock;
    private final boolean conflicts;

    /** @param conflicts whether overlapping transactions fail as they do on a real server */
    public Database(Clock clock, boolean conflicts, List<Model> definitions) {
        this.clock = clock;
        this.conflicts = conflicts;
        definitions.forEach(model -> models.put(model.name(), model));
        definitions.forEach(model -> tables.put(model.name(), new Table(model)));
        definitions.stream()
                .flatMap(model -> model.fields().stream())
                .filter(field -> field.type() == Type.ONE2MANY && field.inverse() != null)
                .forEach(field -> tables.get(field.comodel()).addIndex(field.inverse()));
    }

    /** Where a transaction stands: what is committed later is invisible to it. */
    public Snapshot snapshot() {
        return new Snapshot(commits.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @param startedAt becomes the write date of all that the transaction changes */
    public record Snapshot(long commit, Instant startedAt) {}

    /** Runs one transaction: all of it, or nothing. */
    public <T> T transaction(Snapshot snapshot, User user, Context context, Function<Env, T> work) {
        lock.lock();
        try {
            Env env = new Env(
                    this,
                    new Transaction(conflicts ? snapshot.commit() : Long.MAX_VALUE),
                    snapshot.startedAt(),
                    user,
                    context);
            try {
                T result = work.apply(env);
                env.flush();
                env.transaction().commit(commits);
                return result;
            } catch (RuntimeException | Error e) {
                env.transaction().rollbackTo(0);
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    public AccessRights rights() {
        return rights;
    }

    public Model model(String name) {
        return models.get(name);
    }

    public Collection<Model> models() {
        return models.values();
    }

    Table table(String model) {
        Table table = tables.get(model);
        if (table == null) {
            throw new IllegalArgumentException("no such model: " + model);
        }
        return table;
    }

    /** Lets the ids of all further records be higher than {@code id}. */
    public void startIdsAfter(long id) {
        lock.lock();
        try {
            tables.values().forEach(table -> table.startAfter(id));
        } finally {
            lock.unlock();
        }
    }

    /** A number that is given once, as document numbers are. */
    long next(String sequence) {
        return sequences.computeIfAbsent(sequence, s -> new AtomicLong()).incrementAndGet();
    }
}
