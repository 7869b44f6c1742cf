package io.shopoms.sync.intake;

import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.model.WebhookEvent;
import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.CacheWriter;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** The intake of webhooks without the broker: reads a message and stores it. */
public final class SteppedIntake {

    private final MessageReader reader;
    private final CacheWriter writer;

    public SteppedIntake(CacheKinds kinds, Stores stores, Clock clock, CacheWriter writer) {
        this.reader = new MessageReader(kinds, stores, clock);
        this.writer = writer;
    }

    /** Completes when it is committed, and only then may be acknowledged. */
    public Uni<Void> take(List<WebhookEvent> events) {
        return writer.write(events.stream()
                        .map(event -> reader.read(new Message(WebhookMessages.headers(event), event.body())))
                        .toList())
                .replaceWithVoid();
    }
}
