package io.shopoms.gateway.receive;

import io.shopoms.gateway.publish.NotDurableException;
import io.shopoms.gateway.publish.WebhookPublisher;
import io.shopoms.gateway.store.GatewayStores;
import io.shopoms.gateway.verify.HmacVerifier;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Takes Shopify's webhooks. The path below {@code /webhooks} and {@code /api/webhooks} is free: what a request is about, its
 * header {@code X-Shopify-Topic} says.
 *
 * <p>200 means durable. 404: not a store of ours. 401: not signed by it. 400: a header is missing. 503: try again.
 */
@Path("/{prefix: (api/)?webhooks}{rest: (/.*)?}")
@PermitAll
public class WebhookResource {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final GatewayStores stores;
    private final WebhookPublisher publisher;
    private final ReceiveMetrics metrics;
    private final Clock clock;

    public WebhookResource(GatewayStores stores, WebhookPublisher publisher, ReceiveMetrics metrics, Clock clock) {
        this.stores = stores;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Takes a webhook of Shopify",
            description = "Signed with X-Shopify-Hmac-Sha256 over the raw body.")
    public Uni<Response> receive(byte[] body, @Context HttpHeaders http) {
        WebhookHeaders headers = new WebhookHeaders(http::getHeaderString);
        Optional<ShopDomain> shop = headers.shop();
        Optional<HmacVerifier> verifier = shop.flatMap(stores::verifierOf);
        if (verifier.isEmpty()) {
            return refused(Refusal.UNKNOWN_SHOP, "this gateway serves no such shop");
        }
        byte[] raw = body == null ? new byte[0] : body;
        if (!verifier.get().verifies(raw, headers.signature())) {
            return refused(Refusal.BAD_SIGNATURE, "the signature is missing or not this shop's");
        }
        WebhookEvent event;
        try {
            event = headers.event(shop.orElseThrow(), raw, clock.instant());
        } catch (IllegalArgumentException e) {
            return refused(Refusal.BAD_HEADER, e.getMessage());
        }
        return publisher
                .publish(event)
                .map(durability -> {
                    metrics.accepted(event, durability);
                    return Response.ok().build();
                })
                .onFailure(NotDurableException.class)
                .recoverWithUni(() -> refused(Refusal.NOT_DURABLE, "neither queue nor database is available"));
    }

    private Uni<Response> refused(Refusal reason, String detail) {
        metrics.refused(reason);
        Response.ResponseBuilder response = Response.status(reason.status());
        if (reason == Refusal.NOT_DURABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return Uni.createFrom()
                .item(response.type("application/problem+json")
                        .entity(Problem.of(reason, detail))
                        .build());
    }
}
