package io.shopoms.sync.intake;

import io.shopoms.model.MessageHeaders;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.Arrival;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.CacheWriter;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.cache.Rejection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes a rejected message in once more, after the program or the configuration has learned to understand it. */
@ApplicationScoped
public class Replay {

    private final MessageReader reader;
    private final CacheWriter writer;
    private final CacheEntries entries;
    private final CacheKinds kinds;
    private final RejectedMessages rejected;

    Replay(
            MessageReader reader,
            CacheWriter writer,
            CacheEntries entries,
            CacheKinds kinds,
            RejectedMessages rejected) {
        this.reader = reader;
        this.writer = writer;
        this.entries = entries;
        this.kinds = kinds;
        this.rejected = rejected;
    }

    /** @return whether it was understood; if not, the message carries the new reason */
    public Uni<Boolean> replay(RejectedMessages.Stored message) {
        return again(message.rejection())
                .chain(stored -> stored.rejected() > 0
                        ? Uni.createFrom().item(false)
                        : rejected.markReplayed(message.id()).replaceWith(true));
    }

    private Uni<Stored> again(Rejection rejection) {
        Rejection.Source source = rejection.source();
        boolean message = source.webhookId().isPresent() || rejection.kind().isEmpty();
        if (message) {
            Arrival arrival = reader.read(new Message(source.headers(), source.body()));
            // Its receipt exists already: it was received, only not understood.
            return writer.write(
                    List.of(new Arrival(source, Optional.empty(), arrival.versions(), arrival.rejections())));
        }
        Optional<CacheKind> kind = rejection.kind().flatMap(kinds::find);
        if (kind.isEmpty() || source.store().isEmpty()) {
            return Uni.createFrom().item(new Stored(0, 0, 0, 1));
        }
        RawRecord raw = new RawRecord(
                new ShopDomain(source.store().get()),
                source.format(),
                new String(source.body(), StandardCharsets.UTF_8),
                Optional.ofNullable(source.headers().get(MessageHeaders.TRIGGERED_AT))
                        .map(Instant::parse),
                source.receivedAt());
        return entries.store(kind.get(), List.of(raw));
    }
}
