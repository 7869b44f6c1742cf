package io.shopoms.sandbox.shopify.bulk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A long query or mutation. */
public final class BulkOperation {

    /** What it is. */
    public enum Type {
        QUERY,
        MUTATION
    }

    /** How far it got. */
    public enum Status {
        CREATED,
        RUNNING,
        CANCELING,
        CANCELED,
        COMPLETED,
        FAILED,
        EXPIRED;

        boolean isEnd() {
            return this == CANCELED || this == COMPLETED || this == FAILED || this == EXPIRED;
        }
    }

    private final long id;
    private final Type type;
    private final String query;
    private final Instant createdAt;
    private Status status = Status.CREATED;
    private Instant completedAt;
    private String errorCode;
    private BulkLines lines;
    private long fileSize;

    BulkOperation(long id, Type type, String query, Instant createdAt) {
        this.id = id;
        this.type = type;
        this.query = query;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public Type type() {
        return type;
    }

    /** The inner document. */
    public String query() {
        return query;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Status status() {
        return status;
    }

    public boolean isEnded() {
        return status.isEnd();
    }

    /** Null while it goes on. */
    public Instant completedAt() {
        return completedAt;
    }

    /** Null unless it failed. */
    public String errorCode() {
        return errorCode;
    }

    /** Lines of the file so far. */
    public long objectCount() {
        return lines == null ? 0 : lines.objects();
    }

    /** Lines that are no child of another. */
    public long rootObjectCount() {
        return lines == null ? 0 : lines.roots();
    }

    /** Bytes; empty while it goes on, and for a result without any line. */
    public Optional<Long> fileSize() {
        return hasFile() ? Optional.of(fileSize) : Optional.empty();
    }

    /** Whether there is a result, whole or in part. An operation that found nothing has none. */
    public boolean hasFile() {
        return isEnded() && status != Status.EXPIRED && objectCount() > 0;
    }

    /** Whether the result is what was asked for, and not only a part of it. */
    public boolean isWhole() {
        return status == Status.COMPLETED;
    }

    Path file() {
        return lines.file();
    }

    BulkLines lines() {
        return lines;
    }

    void run(BulkLines into) {
        status = Status.RUNNING;
        lines = into;
    }

    void cancel() {
        status = Status.CANCELING;
    }

    void expire() {
        status = Status.EXPIRED;
    }

    void end(Status how, String code, Instant at) {
        if (lines != null) {
            fileSize = lines.close();
        }
        status = how;
        errorCode = code;
        completedAt = at;
    }
}
