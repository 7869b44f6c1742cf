package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.Arrival.Receipt;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.CacheRows.NotTakenException;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stores arrivals: receipts, rows and rejections of a whole batch in one transaction. If the data of one makes PostgreSQL
 * refuse, the batch is halved until the culprit stands alone and is kept as rejected; all others are stored. An outage
 * fails the whole batch, with nothing stored: the caller tries again.
 */
@ApplicationScoped
public class CacheWriter {

    private static final String RECEIPTS = "insert into webhook_receipt (store, webhook_id)"
            + " select s, w from unnest($1::text[], $2::text[]) as i(s, w) order by s, w"
            + " on conflict do nothing returning store, webhook_id";

    private final Database database;
    private final RejectedMessages rejected;
    private final CacheProcessor processor;
    private final Map<String, CacheRows> rows = new HashMap<>();

    CacheWriter(Database database, RejectedMessages rejected, CacheProcessor processor, CacheKinds kinds) {
        this.database = database;
        this.rejected = rejected;
        this.processor = processor;
        kinds.all().forEach(kind -> rows.put(kind.name(), new CacheRows(kind, kinds.participant(kind))));
    }

    /**
     * Stores {@code arrivals}, given in order of arrival, and wakes the processor.
     *
     * @return what became of their records; arrivals that had been received before count as skipped
     */
    public Uni<Stored> write(List<Arrival> arrivals) {
        return halving(arrivals).invoke(stored -> wake(arrivals, stored));
    }

    private Uni<Stored> halving(List<Arrival> arrivals) {
        return once(arrivals).onFailure().recoverWithUni(failure -> {
            Optional<String> reason = dataReason(failure);
            if (reason.isEmpty()) {
                return Uni.createFrom().failure(failure);
            }
            if (arrivals.size() == 1) {
                Arrival culprit = arrivals.get(0);
                return culprit.versions().isEmpty()
                        ? Uni.createFrom().failure(failure)
                        : once(List.of(culprit.refused(reason.get())));
            }
            int half = arrivals.size() / 2;
            return halving(arrivals.subList(0, half))
                    .chain(first ->
                            halving(arrivals.subList(half, arrivals.size())).map(second -> sum(first, second)));
        });
    }

    private static Optional<String> dataReason(Throwable failure) {
        return failure instanceof NotTakenException notTaken
                ? Optional.of("taking part in its intake failed with unexpected " + notTaken.getMessage())
                : PgFailures.dataReason(failure);
    }

    private Uni<Stored> once(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().item(new Stored(0, 0, 0, 0));
        }
        return database.transaction(transaction -> unseen(transaction, arrivals)
                .chain(fresh -> store(transaction, fresh, arrivals.size() - fresh.size())));
    }

    /** The arrivals that had not been received before. */
    private Uni<List<Arrival>> unseen(SqlConnection transaction, List<Arrival> arrivals) {
        Set<Receipt> receipts = new TreeSet<>();
        arrivals.forEach(arrival -> arrival.receipt().ifPresent(receipts::add));
        if (receipts.isEmpty()) {
            return Uni.createFrom().item(arrivals);
        }
        Tuple tuple = Tuple.tuple()
                .addValue(receipts.stream().map(r -> r.store().value()).toArray(String[]::new))
                .addValue(receipts.stream().map(Receipt::webhookId).toArray(String[]::new));
        return transaction.preparedQuery(RECEIPTS).execute(tuple).map(inserted -> {
            Set<Receipt> fresh = new HashSet<>();
            for (Row row : inserted) {
                fresh.add(new Receipt(new ShopDomain(row.getString("store")), row.getString("webhook_id")));
            }
            // remove() lets the first of two equal receipts in one batch through, and only that.
            return arrivals.stream()
                    .filter(arrival -> arrival.receipt().isEmpty()
                            || fresh.remove(arrival.receipt().get()))
                    .toList();
        });
    }

    private Uni<Stored> store(SqlConnection transaction, List<Arrival> fresh, int seenBefore) {
        Map<String, List<RowVersion>> byKind = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Arrival arrival : fresh) {
            arrival.versions()
                    .forEach(v -> byKind.computeIfAbsent(v.kind().name(), name -> new ArrayList<>())
                            .add(v.row()));
            rejections.addAll(arrival.rejections());
        }
        Stored start = new Stored(0, 0, seenBefore, rejections.size());
        return Multi.createFrom()
                .iterable(byKind.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> rows.get(entry.getKey()).store(transaction, entry.getValue()))
                .collect()
                .in(() -> new Stored[] {start}, (sum, more) -> sum[0] = sum(sum[0], more))
                .map(sum -> sum[0])
                .call(() -> rejected.add(transaction, rejections));
    }

    private void wake(List<Arrival> arrivals, Stored stored) {
        if (stored.created() + stored.updated() == 0) {
            return;
        }
        Map<String, CacheKind> kinds = new HashMap<>();
        Map<String, Set<ShopDomain>> stores = new HashMap<>();
        for (Arrival arrival : arrivals) {
            for (Arrival.Version version : arrival.versions()) {
                kinds.put(version.kind().name(), version.kind());
                stores.computeIfAbsent(version.kind().name(), name -> new HashSet<>())
                        .add(version.row().raw().store());
            }
        }
        kinds.forEach((name, kind) -> stores.get(name).forEach(store -> processor.wake(kind, store)));
    }

    private static Stored sum(Stored a, Stored b) {
        return new Stored(
                a.created() + b.created(),
                a.updated() + b.updated(),
                a.skipped() + b.skipped(),
                a.rejected() + b.rejected());
    }
}
