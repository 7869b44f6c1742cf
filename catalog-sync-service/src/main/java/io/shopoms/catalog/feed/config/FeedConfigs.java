package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.catalog.feed.config.SecretBox.Sealed;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code feed_config}. */
@Singleton
public class FeedConfigs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final SecretBox box;

    FeedConfigs(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    /**
     * A configuration as it is kept.
     *
     * @param definition its JSON, without secrets
     * @param secrets encrypted; absent if it has none
     * @param nextRunAt absent if it does not run by itself
     */
    public record Stored(
            FeedConfig config,
            JsonNode definition,
            Optional<Sealed> secrets,
            Optional<Instant> nextRunAt,
            Instant createdAt,
            Instant updatedAt) {}

    public Uni<List<Stored>> list() {
        return database.query("select * from feed_config order by id", Tuple.tuple())
                .map(FeedConfigs::all);
    }

    public Uni<Optional<Stored>> find(String id) {
        return database.query("select * from feed_config where id = $1", Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The feed's secrets in clear; none if it has none. Fails if their key is not configured, see {@link #canRead}. */
    public Map<String, String> secrets(Stored stored) {
        return stored.secrets()
                .map(encrypted -> box.open(stored.config().id(), encrypted))
                .orElse(Map.of());
    }

    /** Whether the feed's secrets can be read: without their key, they must be set again. */
    public boolean canRead(Stored stored) {
        return stored.secrets().map(box::canOpen).orElse(true);
    }

    /** @return false if there is one of that id */
    public Uni<Boolean> create(FeedConfig config, JsonNode definition, Map<String, String> secrets, Instant now) {
        Tuple tuple = Tuple.tuple()
                .addString(config.id())
                .addString(config.store().value())
                .addString(definition.toString());
        addSecrets(tuple, config.id(), secrets);
        tuple.addOffsetDateTime(nextRun(config, now));
        return database.query("""
                        insert into feed_config (id, store, definition, secret_key, secrets, next_run_at)
                        values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                        """, tuple).map(rows -> rows.rowCount() == 1);
    }

    /** @return false if there is none of that id */
    public Uni<Boolean> update(FeedConfig config, JsonNode definition, Map<String, String> secrets, Instant now) {
        Tuple tuple = Tuple.tuple().addString(config.id()).addString(definition.toString());
        addSecrets(tuple, config.id(), secrets);
        tuple.addOffsetDateTime(nextRun(config, now));
        return database.query("""
                        update feed_config set definition = $2, secret_key = $3, secrets = $4, next_run_at = $5,
                        revision = revision + 1, updated_at = now() where id = $1
                        """, tuple).map(rows -> rows.rowCount() == 1);
    }

    /** Forgets a feed and what it held; what it brought to Shopify stays there. */
    public Uni<Boolean> delete(String id) {
        // The run first: whoever works on it holds its row while it writes, and finds itself cancelled afterwards.
        return database.transaction(transaction -> transaction
                .preparedQuery("update feed_run set status = 'CANCELLED', finished_at = now(), lease_owner = null,"
                        + " lease_until = null where config_id = $1 and status in ('PENDING', 'RUNNING', 'WAITING')")
                .execute(Tuple.of(id))
                .chain(() -> transaction
                        .preparedQuery("delete from feed_product where config_id = $1")
                        .execute(Tuple.of(id)))
                .chain(() -> transaction
                        .preparedQuery("delete from feed_config where id = $1")
                        .execute(Tuple.of(id)))
                .map(rows -> rows.rowCount() == 1));
    }

    /** The feeds of the store whose time has come; each is handed out once, and its next time is set. */
    public Uni<List<Stored>> due(ShopDomain store, Instant now) {
        return database.query(
                        "select * from feed_config where store = $1 and next_run_at <= $2",
                        Tuple.of(store.value(), at(now)))
                .map(FeedConfigs::all);
    }

    /** @return false if another replica has set it already */
    public Uni<Boolean> advance(Stored due, Instant now) {
        return database.query(
                        "update feed_config set next_run_at = $2 where id = $1 and next_run_at = $3",
                        Tuple.of(
                                due.config().id(),
                                nextRun(due.config(), now),
                                at(due.nextRunAt().orElseThrow())))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Encrypts anew, with the newest key, what an older one encrypts.
     *
     * @return how many feeds that were
     */
    public Uni<Integer> reseal(ShopDomain store) {
        if (!box.canSeal()) {
            return Uni.createFrom().item(0);
        }
        return database.query(
                        "select * from feed_config where store = $1 and secret_key <> $2"
                                + " and secret_key = any($3::text[]) limit 100",
                        Tuple.of(store.value(), box.newestKey().orElseThrow(), box.keys()))
                .map(FeedConfigs::all)
                .chain(outdated -> Multi.createFrom()
                        .iterable(outdated)
                        .onItem()
                        .transformToUniAndConcatenate(this::reseal)
                        .collect()
                        .asList())
                .map(List::size);
    }

    private Uni<Boolean> reseal(Stored stored) {
        Sealed before = stored.secrets().orElseThrow();
        Sealed after = box.seal(stored.config().id(), secrets(stored));
        return database.query(
                        "update feed_config set secret_key = $2, secrets = $3 where id = $1 and secrets = $4",
                        Tuple.of(
                                stored.config().id(),
                                after.key(),
                                Buffer.buffer(after.bytes()),
                                Buffer.buffer(before.bytes())))
                .map(rows -> rows.rowCount() == 1);
    }

    private void addSecrets(Tuple tuple, String id, Map<String, String> secrets) {
        if (secrets.isEmpty()) {
            tuple.addString(null).addValue(null);
        } else {
            Sealed sealed = box.seal(id, secrets);
            tuple.addString(sealed.key()).addValue(Buffer.buffer(sealed.bytes()));
        }
    }

    private static OffsetDateTime nextRun(FeedConfig config, Instant now) {
        return config.enabled()
                ? config.schedule().next(now).map(FeedConfigs::at).orElse(null)
                : null;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<Stored> all(RowSet<Row> rows) {
        List<Stored> all = new ArrayList<>();
        rows.forEach(row -> all.add(stored(row)));
        return all;
    }

    private static Stored stored(Row row) {
        JsonNode definition = json(row.getString("definition"));
        String key = row.getString("secret_key");
        return new Stored(
                FeedConfigReader.read(
                        row.getString("id"),
                        new ShopDomain(row.getString("store")),
                        definition,
                        row.getLong("revision")),
                definition,
                Optional.ofNullable(key)
                        .map(name -> new Sealed(name, row.getBuffer("secrets").getBytes())),
                Optional.ofNullable(row.getOffsetDateTime("next_run_at")).map(OffsetDateTime::toInstant),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("definitions are written as JSON", e);
        }
    }
}
