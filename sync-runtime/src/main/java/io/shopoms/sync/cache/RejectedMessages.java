package io.shopoms.sync.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of what could not be understood. */
@ApplicationScoped
public class RejectedMessages {

    private static final int SHORT = 300;

    private static final String ADD = "insert into rejected_message as r (store, topic, webhook_id, kind, raw_format,"
            + " headers, body, reason, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            + " on conflict (coalesce(store, ''), coalesce(kind, ''), coalesce(webhook_id, ''), md5(body))"
            + " do update set seen = r.seen + 1, reason = excluded.reason, rejected_at = now(), replayed_at = null";

    private static final String COLUMNS =
            "select id, store, topic, webhook_id, kind, raw_format, headers, reason, seen,"
                    + " received_at, rejected_at, replayed_at, octet_length(body) as size";

    private static final String LIST = COLUMNS + " from rejected_message where ($1::text is null or store = $1)"
            + " and ($2::text is null or topic = $2) and ($3::text is null or webhook_id = $3"
            + " or strpos(lower(reason), lower($3)) > 0) and ($4::bigint is null or id < $4) order by id desc limit $5::bigint";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    RejectedMessages(Database database, ObjectMapper json, MeterRegistry meters) {
        this.database = database;
        this.json = json;
        this.meters = meters;
    }

    /**
     * A stored rejection.
     *
     * @param id its number; newer ones are higher
     * @param rejection what and why; its body is empty in a list
     * @param size the body's length in bytes
     * @param seen how often it came
     * @param replayedAt when a person replayed it with success
     */
    public record Stored(
            long id, Rejection rejection, int size, int seen, Instant rejectedAt, Optional<Instant> replayedAt) {}

    /** Keeps rejections inside the caller's transaction. */
    public Uni<Void> add(SqlConnection transaction, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> tuples = rejections.stream().map(this::parameters).toList();
        return transaction
                .preparedQuery(ADD)
                .executeBatch(tuples)
                .invoke(done -> rejections.forEach(this::count))
                .replaceWithVoid();
    }

    /** Newest first; {@code search} finds a webhook id or a part of the reason. */
    public Uni<List<Stored>> list(
            Optional<String> store, Optional<String> topic, Optional<String> search, Optional<Long> before, int limit) {
        Tuple tuple = Tuple.of(store.orElse(null), topic.orElse(null), search.orElse(null), before.orElse(null), limit);
        return database.query(LIST, tuple).map(rows -> {
            List<Stored> found = new ArrayList<>();
            rows.forEach(row -> found.add(stored(row, new byte[0])));
            return found;
        });
    }

    public Uni<Optional<Stored>> find(long id) {
        return database.query(COLUMNS + ", body from rejected_message where id = $1", Tuple.of(id))
                .map(rows ->
                        first(rows).map(row -> stored(row, row.getBuffer("body").getBytes())));
    }

    public Uni<Void> markReplayed(long id) {
        return database.query("update rejected_message set replayed_at = now() where id = $1", Tuple.of(id))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private void count(Rejection rejection) {
        meters.counter("shopoms.rejected", "kind", rejection.kind().orElse("none"))
                .increment();
    }

    private Tuple parameters(Rejection rejection) {
        Rejection.Source source = rejection.source();
        return Tuple.tuple()
                .addString(text(source.store()))
                .addString(text(source.topic()))
                .addString(text(source.webhookId()))
                .addString(text(rejection.kind()))
                .addString(source.format().name())
                .addString(headers(source.headers()))
                .addBuffer(Buffer.buffer(source.body()))
                .addString(StoredText.of(rejection.reason()))
                .addOffsetDateTime(source.receivedAt().atOffset(ZoneOffset.UTC));
    }

    private static String text(Optional<String> value) {
        return StoredText.of(value.orElse(null), SHORT);
    }

    private String headers(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private Stored stored(Row row, byte[] body) {
        Rejection.Source source = new Rejection.Source(
                Optional.ofNullable(row.getString("store")),
                Optional.ofNullable(row.getString("topic")),
                Optional.ofNullable(row.getString("webhook_id")),
                RawFormat.valueOf(row.getString("raw_format")),
                headers(row.getString("headers")),
                body,
                row.getOffsetDateTime("received_at").toInstant());
        return new Stored(
                row.getLong("id"),
                new Rejection(Optional.ofNullable(row.getString("kind")), source, row.getString("reason")),
                row.getInteger("size"),
                row.getInteger("seen"),
                row.getOffsetDateTime("rejected_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("replayed_at")).map(OffsetDateTime::toInstant));
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers of a rejected message are written as JSON", e);
        }
    }
}
