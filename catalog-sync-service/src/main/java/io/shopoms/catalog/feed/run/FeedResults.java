package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.run.RecordResult.Result;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The table {@code feed_result}. */
@Singleton
public class FeedResults {

    private static final String REFUSED = "insert into feed_result (run_id, record, result, message, remedy)"
            + " select run_id, product_key, 'FAILED', problem, 'Correct the product in the feed; it stays as it was.'"
            + " from feed_stage where run_id = $1 and problem is not null on conflict do nothing";

    private static final String SAVE = """
            insert into feed_result (run_id, record, result, message, remedy, changes)
            select i.* from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                 as i(run_id, record, result, message, remedy, changes)
            where exists (select from feed_run r where r.id = i.run_id)
            on conflict (run_id, record) do update set result = excluded.result, message = excluded.message,
                remedy = excluded.remedy, changes = excluded.changes, at = now()
            """;

    private final Database database;

    FeedResults(Database database) {
        this.database = database;
    }

    /** The result of a record of some run. */
    public record OfRun(UUID run, RecordResult result) {}

    Uni<Void> clear(FeedRun run) {
        return database.query("delete from feed_result where run_id = $1", Tuple.of(run.id()))
                .replaceWithVoid();
    }

    /** Notes every staged product that makes no sense. */
    Uni<Void> refused(FeedRun run) {
        return database.query(REFUSED, Tuple.of(run.id())).replaceWithVoid();
    }

    Uni<Void> save(FeedRun run, List<RecordResult> results) {
        return save(results.stream().map(result -> new OfRun(run.id(), result)).toList());
    }

    /** Notes results; a later one of the same record takes the place of the earlier. */
    public Uni<Void> save(List<OfRun> results) {
        if (results.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = Tuple.tuple()
                .addValue(results.stream().map(OfRun::run).toArray(UUID[]::new))
                .addValue(texts(results, RecordResult::record))
                .addValue(texts(results, result -> result.result().name()))
                .addValue(texts(results, result -> StoredText.of(result.message())))
                .addValue(texts(results, result -> StoredText.of(result.remedy().orElse(null))))
                .addValue(texts(results, result -> result.changes().orElse(null)));
        return database.query(SAVE, tuple).replaceWithVoid();
    }

    /** Results of a run in the order of their records. */
    public Uni<List<RecordResult>> of(UUID run, Optional<Result> only, Optional<String> after, int limit) {
        return database.query(
                        "select * from feed_result where run_id = $1 and ($2::text is null or result = $2)"
                                + " and record > $3 order by record limit $4",
                        Tuple.of(run, only.map(Enum::name).orElse(null), after.orElse(""), limit))
                .map(rows -> {
                    List<RecordResult> results = new ArrayList<>();
                    for (Row row : rows) {
                        results.add(new RecordResult(
                                row.getString("record"),
                                Result.valueOf(row.getString("result")),
                                row.getString("message"),
                                Optional.ofNullable(row.getString("remedy")),
                                Optional.ofNullable(row.getString("changes"))));
                    }
                    return results;
                });
    }

    private static String[] texts(List<OfRun> results, Function<RecordResult, String> text) {
        return results.stream().map(each -> text.apply(each.result())).toArray(String[]::new);
    }
}
