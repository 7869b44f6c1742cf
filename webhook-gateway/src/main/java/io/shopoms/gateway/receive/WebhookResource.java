package io.shopoms.gateway.receive;

import io.shopoms.gateway.publish.WebhookPublisher;
import io.shopoms.gateway.store.GatewayStores;
import io.shopoms.gateway.verify.HmacVerifier;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes Shopify's webhooks. The path below {@code /webhooks} and {@code /api/webhooks} is free: what a request is about, its
 * header {@code X-Shopify-Topic} says.
 *
 * <p>200 means durable. 404: not a store of ours. 401: not signed by it. 413: too large. 408: too slow. 400: a header is
 * missing. 503: try again.
 *
 * <p>A plain route and no REST endpoint: what a REST endpoint does for every request costs more than all that is done here.
 */
@ApplicationScoped
public class WebhookResource {

    /** Before the handlers of sign-in and of everything else: a webhook is signed instead. */
    private static final int FIRST = -1_000;

    private final GatewayStores stores;
    private final WebhookPublisher publisher;
    private final ReceiveMetrics metrics;
    private final Clock clock;
    private final BodyMemory memory;
    private final long maxBodySize;
    private final Duration bodyDeadline;

    public WebhookResource(
            GatewayStores stores,
            WebhookPublisher publisher,
            ReceiveMetrics metrics,
            Clock clock,
            BodyMemory memory,
            ReceiveConfig config) {
        this.stores = stores;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
        this.memory = memory;
        this.maxBodySize = config.maxBodySize().asLongValue();
        this.bodyDeadline = config.bodyDeadline();
    }

    void routes(@Observes Router router) {
        router.post("/webhooks/*").order(FIRST).handler(this::receive);
        router.post("/api/webhooks/*").order(FIRST).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        Answer answer = new Answer(context, metrics);
        WebhookHeaders headers = new WebhookHeaders(request::getHeader);
        Optional<ShopDomain> shop = headers.shop();
        Optional<HmacVerifier> verifier = shop.flatMap(stores::verifierOf);
        long announced = headers.contentLength();
        if (verifier.isEmpty()) {
            answer.refused(Refusal.UNKNOWN_SHOP, "this gateway serves no such shop");
        } else if (announced > maxBodySize) {
            answer.refused(Refusal.TOO_LARGE, tooLarge());
        } else {
            BodyBytes body = body(context, announced, answer);
            request.endHandler(end -> received(headers, shop.get(), verifier.get(), body.all(), answer));
        }
    }

    /** What has come so far; its memory is given back when the request is over, however it ends. */
    private BodyBytes body(RoutingContext context, long announced, Answer answer) {
        BodyBytes body = new BodyBytes(maxBodySize, announced, memory);
        BodyDeadline deadline = new BodyDeadline(context.vertx(), bodyDeadline, () -> {
            body.release();
            answer.refused(Refusal.TOO_SLOW, "the body took longer than " + bodyDeadline.toSeconds() + " s");
        });
        context.request().handler(part -> {
            body.add(part).ifPresent(reason -> answer.refused(reason, detail(reason)));
            if (!body.isComplete()) {
                deadline.start();
            }
        });
        context.addEndHandler(over -> {
            deadline.end();
            body.release();
        });
        return body;
    }

    private void received(WebhookHeaders headers, ShopDomain shop, HmacVerifier verifier, byte[] body, Answer answer) {
        if (answer.isGiven()) {
            return;
        }
        if (!verifier.verifies(body, headers.signature())) {
            answer.refused(Refusal.BAD_SIGNATURE, "the signature is missing or not this shop's");
            return;
        }
        WebhookEvent event;
        try {
            event = headers.event(shop, body, clock.instant());
        } catch (IllegalArgumentException e) {
            answer.refused(Refusal.BAD_HEADER, e.getMessage());
            return;
        }
        publisher.publish(
                event,
                durability -> {
                    metrics.accepted(event, durability);
                    answer.accepted();
                },
                problem -> answer.refused(Refusal.NOT_DURABLE, "neither queue nor database is available"));
    }

    private String detail(Refusal reason) {
        return reason == Refusal.TOO_LARGE ? tooLarge() : "too many bodies are on their way";
    }

    private String tooLarge() {
        return "a webhook may have " + maxBodySize + " bytes";
    }
}
