package io.shopoms.catalog.odoo;

import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches pictures over HTTPS from public addresses only. The address comes from a product, so it may point anywhere: it is
 * resolved here, checked, and called by the number that was checked, so that no second look-up can lead elsewhere. Every
 * redirect is checked in the same way.
 */
@Singleton
class HttpPictureSource implements PictureSource {

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Vertx vertx;
    private final HttpClient client;
    private final PictureSettings settings;

    HttpPictureSource(Vertx vertx, PictureSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.timeout().toMillis())
                .setIdleTimeout((int) Math.max(1, settings.timeout().toSeconds())));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Uni<byte[]> fetch(String address) {
        return fetch(address, MOST_REDIRECTS)
                .ifNoItem()
                .after(settings.timeout())
                .failWith(() ->
                        new SyncFailureException(new TransientFailure("the picture's server did not send it in time")));
    }

    private Uni<byte[]> fetch(String address, int redirects) {
        return Uni.createFrom()
                .item(() -> PictureAddress.of(address, settings.allowPrivate()))
                .chain(target -> resolved(target).chain(ip -> answer(target, ip, redirects)));
    }

    private Uni<InetAddress> resolved(PictureAddress target) {
        return Uni.createFrom()
                .completionStage(vertx.executeBlocking(() -> target.publicAddress(), false)
                        .toCompletionStage())
                .onFailure(UnknownHostException.class)
                .transform(unknown -> refused("the host " + target.host() + " does not exist"));
    }

    private Uni<byte[]> answer(PictureAddress target, InetAddress ip, int redirects) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(target.port(), ip.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .putHeader("Accept", String.join(", ", KINDS));
        return Uni.createFrom()
                .completionStage(
                        () -> client.request(request).compose(this::send).toCompletionStage())
                .onFailure(failure -> !(failure instanceof SyncFailureException))
                .transform(failure -> new SyncFailureException(
                        new TransientFailure("the picture's server " + target.host() + " cannot be reached")))
                .chain(answer -> taken(target, answer, redirects));
    }

    /** Who waits for the answer is there before it can come: what came of it earlier would be lost without a word. */
    private Future<Answer> send(HttpClientRequest call) {
        Future<Answer> answer =
                call.response().compose(response -> read(response).map(body -> new Answer(response, body)));
        return call.end().compose(sent -> answer);
    }

    private record Answer(HttpClientResponse response, Buffer body) {}

    /** Reads no more than may be kept, whatever the server says of the size. */
    private Future<Buffer> read(HttpClientResponse response) {
        Promise<Buffer> done = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > settings.maxSize().asLongValue()) {
                done.tryFail(refused("it is larger than " + settings.maxSize().asLongValue() + " bytes"));
                response.request().reset();
            }
        });
        response.endHandler(end -> done.tryComplete(body));
        return done.future();
    }

    private Uni<byte[]> taken(PictureAddress target, Answer answer, int redirects) {
        int status = answer.response().statusCode();
        if (REDIRECTS.contains(status)) {
            String location = answer.response().getHeader("Location");
            if (location == null || redirects == 0) {
                throw refused("its address redirects without end");
            }
            return fetch(target.uri().resolve(URI.create(location)).toString(), redirects - 1);
        }
        if (status == 429 || status >= 500) {
            throw new SyncFailureException(new TransientFailure(
                    "the picture's server answered " + status, Optional.of(Duration.ofMinutes(1))));
        }
        if (status != 200) {
            throw refused("its server answered " + status);
        }
        String kind = Optional.ofNullable(answer.response().getHeader("Content-Type"))
                .map(type -> type.split(";")[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
        if (!KINDS.contains(kind)) {
            throw refused("its type is " + kind + ", and Odoo shows PNG, JPEG, GIF and WebP");
        }
        return Uni.createFrom().item(answer.body().getBytes());
    }

    static SyncFailureException refused(String why) {
        return new SyncFailureException(
                new RejectedByTarget(why, "Give the product another picture in Shopify, or add one in Odoo by hand."));
    }
}
