package io.shopoms.gateway.log;

import io.shopoms.gateway.publish.Durability;
import io.shopoms.gateway.publish.WebhookPublisher;
import io.shopoms.model.WebhookEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Publishes logged webhooks once more, in order of arrival, each with its own webhook id. A service that has a receipt for
 * that id ignores it; so a replay reaches only services that did not see the webhook, such as one that claims a topic
 * since yesterday, and repeating a replay changes nothing.
 */
@ApplicationScoped
class Replay {

    /** Bodies are read and held by this many at a time. */
    private static final int PAGE = 50;

    private final WebhookLog log;
    private final WebhookPublisher publisher;
    private final Clock clock;

    Replay(WebhookLog log, WebhookPublisher publisher, Clock clock) {
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * @param limit how many at most
     * @return how many were published, and where to go on
     */
    Uni<Progress> replay(LogQuery query, long afterId, int limit) {
        return pages(query, new Progress(0, afterId, true), limit);
    }

    private Uni<Progress> pages(LogQuery query, Progress soFar, int limit) {
        int wanted = Math.min(PAGE, limit - soFar.replayed());
        if (wanted <= 0) {
            return Uni.createFrom().item(soFar);
        }
        return log.replayable(query, soFar.lastId(), wanted)
                .flatMap(page -> publish(page)
                        .map(done -> soFar.plus(page, wanted))
                        .flatMap(now -> now.more()
                                ? pages(query, now, limit)
                                : Uni.createFrom().item(now)));
    }

    private Uni<Void> publish(List<ReplayableWebhook> page) {
        if (page.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUni(webhook -> publish(webhook.event()))
                .merge(PAGE)
                .collect()
                .last()
                .chain(() -> log.markReplayed(
                        page.stream().map(ReplayableWebhook::id).toList(), clock.instant()));
    }

    private Uni<Durability> publish(WebhookEvent event) {
        return Uni.createFrom().emitter(caller -> publisher.publish(event, caller::complete, caller::fail));
    }

    /**
     * @param replayed how many were published
     * @param lastId the last of them; where the next call goes on
     * @param more whether there may be more
     */
    record Progress(int replayed, long lastId, boolean more) {

        private Progress plus(List<ReplayableWebhook> page, int wanted) {
            long last = page.isEmpty() ? lastId : page.get(page.size() - 1).id();
            return new Progress(replayed + page.size(), last, page.size() == wanted);
        }
    }
}
