package io.shopoms.sandbox.shopify.bulk;

import io.shopoms.sandbox.shopify.catalog.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All bulk operations of the app, and how they go on. */
public final class BulkOperations {

    /** At once of each type, since 2026-01. */
    private static final int AT_ONCE = 5;

    /** Steps of one operation come one behind the other, with room for other requests between them. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(1);

    private final LongSupplier ids;
    private final Supplier<Instant> clock;
    private final Scheduler scheduler;
    private final BulkFiles files;
    private final Consumer<BulkOperation> ended;
    private final TreeMap<Long, BulkOperation> operations = new TreeMap<>();
    private final Deque<BulkFault> faults = new ArrayDeque<>();
    private Duration delay = Duration.ofMillis(50);

    /** @param ended is told of every operation that has ended, however it did */
    public BulkOperations(
            LongSupplier ids,
            Supplier<Instant> clock,
            Scheduler scheduler,
            BulkFiles files,
            Consumer<BulkOperation> ended) {
        this.ids = ids;
        this.clock = clock;
        this.scheduler = scheduler;
        this.files = files;
        this.ended = ended;
    }

    /** How long operations wait before they run, and again before they end. */
    public void take(Duration time) {
        delay = time;
    }

    /** The next operation goes wrong like this; the one after it like the one that is named next. */
    public void fail(BulkFault fault) {
        faults.add(fault);
    }

    /** Why another operation of this type cannot begin; empty if it can. */
    public Optional<String> busy(BulkOperation.Type type) {
        List<BulkOperation> going = operations.values().stream()
                .filter(each -> each.type() == type && !each.isEnded())
                .toList();
        if (going.size() < AT_ONCE) {
            return Optional.empty();
        }
        return Optional.of("A bulk " + type.name().toLowerCase(Locale.ROOT)
                + " operation for this app and shop is already in progress: "
                + going.stream()
                        .map(each -> "gid://shopify/BulkOperation/" + each.id())
                        .collect(Collectors.joining(", "))
                + ".");
    }

    public BulkOperation start(BulkOperation.Type type, String query, BulkWork work) {
        BulkOperation operation = new BulkOperation(ids.getAsLong(), type, query, clock.get());
        operations.put(operation.id(), operation);
        Optional<BulkFault> fault = Optional.ofNullable(faults.poll());
        scheduler.after(delay, () -> {
            if (operation.status() == BulkOperation.Status.CREATED) {
                operation.run(new BulkLines(files.create(operation.id() + ".jsonl")));
            }
            step(operation, work, fault);
        });
        return operation;
    }

    private void step(BulkOperation operation, BulkWork work, Optional<BulkFault> fault) {
        if (isStopped(operation)) {
            return;
        }
        boolean more;
        try {
            more = work.step(operation.lines());
        } catch (BulkFailure e) {
            end(operation, BulkOperation.Status.FAILED, e.errorCode());
            return;
        }
        boolean due = fault.filter(each -> operation.objectCount() >= each.afterObjects()
                        || !more && each.kind() != BulkFault.Kind.TRUNCATE)
                .isPresent();
        if (due && fault.get().kind() == BulkFault.Kind.FAIL) {
            end(operation, BulkOperation.Status.FAILED, fault.get().errorCode());
        } else if (due && fault.get().kind() == BulkFault.Kind.CANCEL) {
            end(operation, BulkOperation.Status.CANCELED, null);
        } else if (more) {
            scheduler.after(BETWEEN_STEPS, () -> step(operation, work, fault));
        } else {
            scheduler.after(delay, () -> complete(operation, fault));
        }
    }

    private void complete(BulkOperation operation, Optional<BulkFault> fault) {
        if (isStopped(operation)) {
            return;
        }
        end(operation, BulkOperation.Status.COMPLETED, null);
        fault.ifPresent(each -> truncate(operation, each.afterObjects()));
    }

    private static void truncate(BulkOperation operation, long lines) {
        try {
            Files.write(operation.file(), BulkFiles.head(operation.file(), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(BulkOperation operation, BulkOperation.Status how, String errorCode) {
        operation.end(how, errorCode, clock.get());
        ended.accept(operation);
    }

    private boolean isStopped(BulkOperation operation) {
        if (operation.status() == BulkOperation.Status.CANCELING) {
            end(operation, BulkOperation.Status.CANCELED, null);
        }
        return operation.isEnded();
    }

    /** It stops after the step that it is at, even if it waits for its next one. Empty if it has ended already. */
    public Optional<BulkOperation> cancel(BulkOperation operation) {
        if (operation.isEnded()) {
            return Optional.empty();
        }
        if (operation.status() == BulkOperation.Status.CREATED) {
            operation.run(new BulkLines(files.create(operation.id() + ".jsonl")));
        }
        operation.cancel();
        scheduler.after(BETWEEN_STEPS, () -> isStopped(operation));
        return Optional.of(operation);
    }

    /** The result cannot be downloaded any longer, as after seven days. */
    public void expire(BulkOperation operation) {
        operation.expire();
    }

    public Optional<BulkOperation> find(long id) {
        return Optional.ofNullable(operations.get(id));
    }

    /** Oldest first. */
    public List<BulkOperation> all() {
        return new ArrayList<>(operations.values());
    }

    /** The result of an operation, whole or in part; empty if there is none. */
    public Optional<byte[]> download(long id) {
        return find(id).filter(BulkOperation::hasFile).map(each -> BulkFiles.read(each.file()));
    }

    /** Forgets all of them. */
    public void clear() {
        operations.values().stream()
                .filter(each -> !each.isEnded())
                .forEach(each -> each.end(BulkOperation.Status.CANCELED, null, clock.get()));
        operations.clear();
        faults.clear();
        files.clear();
    }
}
