package io.shopoms.sync.cache;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.model.WebhookTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kinds of this service with their handlers and those who take part in their intake. A kind without a handler, or two
 * of one name, stop the start.
 */
@ApplicationScoped
public class CacheKinds {

    private final SortedMap<String, CacheKind> kinds = new TreeMap<>();
    private final SortedMap<String, EntryHandler> handlers = new TreeMap<>();
    private final SortedMap<String, IntakeParticipant> participants = new TreeMap<>();

    CacheKinds(
            @All List<CacheKind> kinds, @All List<EntryHandler> handlers, @All List<IntakeParticipant> participants) {
        for (CacheKind kind : kinds) {
            if (this.kinds.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two cache kinds are named " + kind.name());
            }
        }
        for (EntryHandler handler : handlers) {
            if (!this.kinds.containsKey(handler.kind()) || this.handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException(
                        "the cache kind " + handler.kind() + " must exist and have one handler");
            }
        }
        for (IntakeParticipant participant : participants) {
            if (!this.kinds.containsKey(participant.kind())
                    || this.participants.put(participant.kind(), participant) != null) {
                throw new IllegalStateException(
                        "the cache kind " + participant.kind() + " must exist and have one participant at most");
            }
        }
    }

    /** Finds out at start, not at the first webhook. */
    void check(@Observes StartupEvent event) {
        for (String name : kinds.keySet()) {
            if (!handlers.containsKey(name)) {
                throw new IllegalStateException("the cache kind " + name + " has no handler");
            }
        }
    }

    public Collection<CacheKind> all() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    public Optional<CacheKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kinds whose records webhooks of this topic carry. */
    public List<CacheKind> claiming(WebhookTopic topic) {
        return kinds.values().stream().filter(kind -> kind.claims(topic)).toList();
    }

    EntryHandler handler(CacheKind kind) {
        return handlers.get(kind.name());
    }

    Optional<IntakeParticipant> participant(CacheKind kind) {
        return Optional.ofNullable(participants.get(kind.name()));
    }
}
